'use client';

import { ArrowUp, Camera, ChevronDown, Paperclip, PenLine, Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';
import { useOnline } from '@/components/ui/offline-line';
import { INTENTS_OF, typeFor } from '@/lib/chat/rules';
import { type Intent, MAX_CONTENT, type SendMessageInput } from '@/lib/chat/schemas';
import type { Shown } from './build-thread';
import { INTENT_ICONS } from './intents';
import { useLive, useLiveState } from '../live/live-provider';
import { newMessageId } from './new-message-id';
import { UploadTray } from './upload-tray';
import { useDraft } from './use-draft';
import type { Reader } from './use-thread';
import { useUploads } from './use-uploads';
import type { FileRefDto } from '@/lib/files/schemas';

interface Props {
  conversationId: string;
  reader: Reader;
  /** First name of the other person. */
  other: string;
  reply: Shown | null;
  onReplyDone: () => void;
  /** Opens the sketch pad; for couturiers. */
  onSketch?: () => void;
}

const TYPING_EVERY_MS = 3_000;

/** Where one writes. What is typed is kept on the device; what is sent waits there until the house has it. */
export function Composer({ conversationId, reader, other, reply, onReplyDone, onSketch }: Props) {
  const t = useTranslations('chat');
  const { client } = useLive();
  const online = useLiveState();
  // Without a network the space itself says so above; here, that only the live line is away.
  const network = useOnline();
  const [text, setText] = useDraft(conversationId);
  const [intent, setIntent] = useState<Intent>('message');
  const [dragging, setDragging] = useState(false);
  const { uploads, sent, travelling, add, remove, retry, clear } = useUploads();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const typedAt = useRef(0);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  useEffect(() => {
    if (reply) field.current?.focus();
  }, [reply]);

  const tooLong = text.length > MAX_CONTENT;
  const ready = !travelling && !tooLong && (text.trim() !== '' || sent.length > 0);
  const send = () => {
    if (!ready) return;
    const type = typeFor(sent);
    const input: SendMessageInput = {
      clientMessageId: newMessageId(),
      type,
      content: text.trim(),
      intent: intent === 'sketch' && type !== 'image' ? 'message' : intent,
      ...(sent.length > 0 ? { attachmentIds: sent.map((file) => file.id) } : {}),
      ...(reply?.id !== undefined ? { replyTo: reply.id } : {}),
    };
    client.send({ conversationId, input, attachments: sent, createdAt: new Date().toISOString() });
    setText('');
    setIntent('message');
    clear();
    onReplyDone();
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter accepts its proposal.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const onType = (next: string) => {
    setText(next);
    const now = Date.now();
    if (next !== '' && now - typedAt.current > TYPING_EVERY_MS && client.say({ t: 'typing', conversationId }))
      typedAt.current = now;
  };
  const take = (files: FileList | null | undefined): boolean => {
    if (!files || files.length === 0) return false;
    add(files);
    if (reader === 'client' && intent === 'message' && [...files].every((file) => file.type.startsWith('image/')))
      setIntent('reference');
    return true;
  };
  const onPaste = (event: ClipboardEvent) => {
    if (take(event.clipboardData.files)) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setDragging(false);
    take(event.dataTransfer.files);
  };
  const intents = INTENTS_OF[reader].map((one) => ({
    id: one,
    label: t(`intent.${one}`),
    icon: INTENT_ICONS[one],
    onAction: () => (one === 'sketch' && sent.length === 0 ? onSketch?.() : setIntent(one)),
  }));
  const quick = reader === 'couturier' && text === '' ? (['quick.look', 'quick.fitting'] as const) : [];

  return (
    <div
      className="composer"
      data-dragging={dragging || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setDragging(true);
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={onDrop}
    >
      <div className="composer-column">
        {online === 'offline' && network && (
          <p className="small text-ink2" role="status">
            {t('offline')}
          </p>
        )}
        {reply && (
          <p className="composer-reply">
            <span className="min-w-0 flex-1 truncate">
              {t('replyingTo', { name: reply.own ? t('you') : other })} {reply.content}
            </span>
            <button type="button" className="bare-button" aria-label={t('cancelReply')} onClick={onReplyDone}>
              <Icon of={X} size={16} />
            </button>
          </p>
        )}
        <UploadTray uploads={uploads} onRemove={remove} onRetry={retry} />
        <div className="composer-chips" data-plain={(intent === 'message' && quick.length === 0) || undefined}>
          <Menu
            label={t('intentLabel')}
            selected={intent}
            placement="top start"
            trigger={
              <AriaButton className="composer-chip" data-chosen={intent !== 'message' || undefined}>
                <Icon of={INTENT_ICONS[intent]} size={16} />
                {t(`intent.${intent}`)}
                <Icon of={ChevronDown} size={14} />
              </AriaButton>
            }
            items={intents}
          />
          {quick.map((key) => (
            <button key={key} type="button" className="composer-chip" onClick={() => onType(t(key))}>
              {t(`${key}Label`)}
            </button>
          ))}
        </div>
        <div className="composer-row">
          <Menu
            label={t('add')}
            placement="top start"
            trigger={
              <AriaButton className="composer-plus" aria-label={t('add')}>
                <Icon of={Plus} />
              </AriaButton>
            }
            items={[
              { id: 'attach', label: t('attach'), icon: Paperclip, onAction: () => picker.current?.click() },
              { id: 'photo', label: t('takePhoto'), icon: Camera, onAction: () => camera.current?.click() },
              ...intents.filter(({ id }) => id !== 'message'),
            ]}
          />
          <div className="composer-field">
            <textarea
              ref={field}
              rows={1}
              value={text}
              placeholder={t('writeTo', { name: other })}
              aria-label={t('writeTo', { name: other })}
              aria-invalid={tooLong || undefined}
              aria-describedby={tooLong ? 'composer-long' : undefined}
              data-ring-inside=""
              onChange={(event) => onType(event.target.value)}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
            />
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                take(event.target.files);
                event.target.value = '';
              }}
            />
            <input
              ref={camera}
              type="file"
              accept="image/*"
              capture="environment"
              hidden
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                take(event.target.files);
                event.target.value = '';
              }}
            />
            <button
              type="button"
              className="composer-tool max-md:hidden"
              aria-label={t('attach')}
              onClick={() => picker.current?.click()}
            >
              <Icon of={Paperclip} />
            </button>
            {onSketch && (
              <button type="button" className="composer-tool" aria-label={t('draw')} onClick={onSketch}>
                <Icon of={PenLine} />
              </button>
            )}
            <button
              type="button"
              className="composer-tool max-md:hidden"
              aria-label={t('takePhoto')}
              onClick={() => camera.current?.click()}
            >
              <Icon of={Camera} />
            </button>
          </div>
          <button type="button" className="composer-send" aria-label={t('send')} disabled={!ready} onClick={send}>
            <Icon of={ArrowUp} />
          </button>
        </div>
        {tooLong && (
          <p id="composer-long" className="field-error" role="alert">
            {t('tooLong', { over: text.length - MAX_CONTENT })}
          </p>
        )}
      </div>
    </div>
  );
}

/** Sends a drawn sketch as a message of its own. */
export function sketchMessage(
  file: FileRefDto,
  content: string,
): { input: SendMessageInput; attachments: FileRefDto[] } {
  return {
    input: { clientMessageId: newMessageId(), type: 'image', content, intent: 'sketch', attachmentIds: [file.id] },
    attachments: [file],
  };
}
