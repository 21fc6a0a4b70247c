'use client';

import { ArrowUp, Camera, ChevronDown, Mic, Paperclip, PenLine, Plus, TextQuote, Video, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Refusal } from '@/components/form/refusal';
import { Icon } from '@/components/ui/icon';
import { isEnter } from '@/components/ui/is-enter';
import { Menu } from '@/components/ui/menu';
import { acceptOf } from '@/lib/files/rules';
import { INTENTS_OF, type Remark } from '@/lib/chat/rules';
import type { SendMessageInput } from '@/lib/chat/schemas';
import type { Intent } from '@/lib/chat/words';
import type { FileRefDto } from '@/lib/files/schemas';
import { newKey } from '@/lib/http/new-key';
import { beginRecording, type NoMicrophone, type Recording } from '../voice/recording';
import { VoiceRecorder } from '../voice/voice-recorder';
import type { Shown } from './build-thread';
import { INTENT_ICONS } from './intents';
import { QuickReplies } from './quick-replies';
import { ReadyReplies } from './ready-replies';
import { StoppedFiles } from './stopped-files';
import { UploadTray } from './upload-tray';
import { useComposer } from './use-composer';
import type { ReplyFacts } from './use-ready-replies';
import { useTake } from './use-take';
import type { Reader } from './use-thread';

interface Props {
  conversationId: string;
  reader: Reader;
  /** First name of the other person. */
  other: string;
  /** A message to answer: a new object each time somebody asks for it. */
  reply: Shown | null;
  /** Words that come back to be changed: a message that was refused. */
  taken: Shown | null;
  /** What fills a ready reply; for couturiers. */
  facts?: ReplyFacts;
  /** Opens the sketch pad; for couturiers. */
  onSketch?: () => void;
  /** Marks a picture that was just joined; `joined` takes it off the tray. For clients. */
  onMark?: (file: FileRefDto, joined: () => void) => void;
}

/** An on-screen keyboard has no convenient Shift + Enter: there, Enter makes a line and the button sends. */
const isTouch = (): boolean => window.matchMedia('(hover: none) and (pointer: coarse)').matches;

/** Where one writes. What is begun is kept on the device; what is sent waits there until the house has it. */
export function Composer({ conversationId, reader, other, reply, taken, facts, onSketch, onMark }: Props) {
  const t = useTranslations('chat');
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const filming = useRef<HTMLInputElement>(null);
  const composing = useComposer(conversationId, reader, field);
  const { draft, uploads, over } = composing;
  const { text, intent } = draft;
  const [recording, setRecording] = useState<Recording | null>(null);
  const [noMicrophone, setNoMicrophone] = useState<NoMicrophone | null>(null);
  const { hovering, onPaste } = useTake(root, { files: composing.take, words: composing.addWords });

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  const answer = useEffectEvent((message: Shown) => composing.answer(message));
  useEffect(() => {
    if (reply) answer(reply);
  }, [reply]);
  const takeUp = useEffectEvent((message: Shown) => composing.addWords(message.content));
  useEffect(() => {
    if (taken) takeUp(taken);
  }, [taken]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isEnter(event) || event.shiftKey || isTouch()) return;
    event.preventDefault();
    composing.send();
  };
  const intents = INTENTS_OF[reader].map((one) => ({
    id: one,
    label: t(`intent.${one}`),
    icon: INTENT_ICONS[one],
    onAction: () => (one === 'sketch' && uploads.sent.length === 0 ? onSketch?.() : composing.setIntent(one)),
  }));
  /** The sheet of ready replies, and the place of the one that is open in it. */
  const [readying, setReadying] = useState<{ place?: number } | null>(null);
  const ready = t('ready.title');

  const record = async () => {
    setNoMicrophone(null);
    const begun = await beginRecording();
    if (typeof begun === 'string') setNoMicrophone(begun);
    else if (root.current) setRecording(begun);
    // The page went elsewhere while the browser asked.
    else begun.discard();
  };
  // Whoever has spoken, or thrown it away, or has looked at the ready replies is back where one writes.
  const elsewhere = recording !== null || readying !== null;
  const wasElsewhere = useRef(false);
  useEffect(() => {
    if (!elsewhere && wasElsewhere.current) field.current?.focus();
    wasElsewhere.current = elsewhere;
  }, [elsewhere]);

  if (recording)
    return (
      <div ref={root} className="composer">
        <div className="composer-column">
          <VoiceRecorder
            recording={recording}
            onDiscard={() => setRecording(null)}
            onSend={(file, voice, line) => {
              void composing.sendVoice(file, voice, line);
              setRecording(null);
            }}
          />
        </div>
      </div>
    );
  return (
    <div ref={root} className="composer" data-dragging={hovering || undefined}>
      <div className="composer-column">
        {draft.reply && (
          <p className="composer-reply">
            <span className="min-w-0 flex-1 truncate">
              {t('replyingTo', { name: draft.reply.own ? t('you') : other })} {draft.reply.content}
            </span>
            <button
              type="button"
              className="bare-button"
              aria-label={t('cancelReply')}
              onClick={() => composing.answer(null)}
            >
              <Icon of={X} size={16} />
            </button>
          </p>
        )}
        <StoppedFiles uploads={uploads} words={text.trim() !== ''} onSendRest={composing.sendRest} />
        <UploadTray
          uploads={uploads.uploads}
          onRemove={uploads.remove}
          onRetry={uploads.retry}
          onMark={onMark && ((file, key) => onMark(file, () => uploads.remove(key)))}
        />
        {composing.wanted && uploads.travelling && (
          <p className="small text-ink2" role="status">
            {t('leavesAfterFiles')}
          </p>
        )}
        <div className="composer-chips" data-plain={(intent === 'message' && (!facts || text !== '')) || undefined}>
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
          {facts && text === '' && (
            <QuickReplies onOpen={(place) => setReadying({ place })} onPut={composing.addWords} />
          )}
          {facts && (
            <button type="button" className="composer-chip" onClick={() => setReadying({})}>
              <Icon of={TextQuote} size={16} />
              {ready}
            </button>
          )}
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
              { id: 'film', label: t('film'), icon: Video, onAction: () => filming.current?.click() },
              ...(facts ? [{ id: 'ready', label: ready, icon: TextQuote, onAction: () => setReadying({}) }] : []),
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
              aria-invalid={over > 0 || undefined}
              aria-describedby={over > 0 ? 'composer-long' : undefined}
              data-ring-inside=""
              dir="auto"
              onChange={(event) => composing.type(event.target.value)}
              onKeyDown={onKeyDown}
              onPaste={onPaste}
            />
            <input
              ref={picker}
              type="file"
              accept={acceptOf('message')}
              multiple
              hidden
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => {
                composing.take(event.target.files);
                event.target.value = '';
              }}
            />
            {(
              [
                [camera, 'picture'],
                [filming, 'video'],
              ] as const
            ).map(([ref, kind]) => (
              <input
                key={kind}
                ref={ref}
                type="file"
                accept={acceptOf(kind)}
                capture="environment"
                hidden
                tabIndex={-1}
                aria-hidden="true"
                onChange={(event) => {
                  composing.take(event.target.files);
                  event.target.value = '';
                }}
              />
            ))}
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
          {composing.empty ? (
            <button
              type="button"
              className="composer-send"
              aria-label={t('voice.record')}
              aria-describedby={noMicrophone ? 'composer-voice' : undefined}
              onClick={() => void record()}
            >
              <Icon of={Mic} />
            </button>
          ) : (
            <button
              type="button"
              className="composer-send"
              aria-label={t('send')}
              disabled={!composing.ready}
              onClick={composing.send}
            >
              <Icon of={ArrowUp} />
            </button>
          )}
        </div>
        <Refusal id="composer-voice" of={noMicrophone && composing.empty ? t(`voice.${noMicrophone}`) : null} />
        {facts && readying && (
          <ReadyReplies
            facts={facts}
            initial={readying.place}
            onClose={() => setReadying(null)}
            onPut={composing.addWords}
          />
        )}
        <Refusal id="composer-long" of={over > 0 ? t('tooLong', { over }) : null} />
      </div>
    </div>
  );
}

/** What was drawn, as a message of its own: one picture, and what the numbers on it say. */
export function drawnMessage(
  intent: Intent,
  file: FileRefDto,
  remarks: Remark[],
): { input: SendMessageInput; attachments: FileRefDto[] } {
  return {
    input: {
      clientMessageId: newKey(),
      type: 'image',
      content: '',
      intent,
      attachmentIds: [file.id],
      ...(remarks.length > 0 ? { remarks } : {}),
    },
    attachments: [file],
  };
}
