'use client';

import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { useAccount } from '@/components/form/account';
import { useToast } from '@/components/ui/toast';
import { useTypedEarly } from '@/components/ui/use-typed-early';
import { isBlank, isImage, typeFor } from '@/lib/chat/rules';
import { type SendMessageInput } from '@/lib/chat/schemas';
import { type Intent, MAX_ATTACHMENTS } from '@/lib/chat/words';
import { MAX_CONTENT } from '@/lib/chat/words';
import type { VoiceDto } from '@/lib/files/schemas';
import { shelve } from '@/lib/http/file-shelf';
import { newKey } from '@/lib/http/new-key';
import { TYPING_MS } from '@/lib/realtime-protocol/typing';
import { useLive } from '../live/live-provider';
import type { Shown } from './build-thread';
import { type ChatDraft, useChatDraft, withFiles } from './chat-draft';
import type { Reader } from './use-thread';
import { useUploads } from './use-uploads';

const joined = (one: string, other: string): string => [one, other].filter((words) => words !== '').join('\n');

/** The message that a draft makes. */
function messageOf(draft: ChatDraft): { input: SendMessageInput; attachments: ReturnType<typeof filesOf> } {
  const attachments = filesOf(draft);
  const type = typeFor(attachments);
  // Words alone are never headed « Croquis » or « Image de référence ».
  const lacks =
    (draft.intent === 'sketch' && type !== 'image') || (draft.intent === 'reference' && !attachments.some(isImage));
  return {
    attachments,
    input: {
      clientMessageId: newKey(),
      type,
      content: draft.text.trim(),
      intent: lacks ? 'message' : draft.intent,
      ...(attachments.length > 0 ? { attachmentIds: attachments.map((file) => file.id) } : {}),
      ...(draft.reply ? { replyTo: draft.reply.id } : {}),
    },
  };
}
const filesOf = (draft: ChatDraft) => draft.files.flatMap(({ sent }) => (sent ? [sent] : []));

/** Everything that writing a message needs: the draft, its files, and when it may leave. */
export function useComposer(conversationId: string, reader: Reader, field: RefObject<HTMLTextAreaElement | null>) {
  const t = useTranslations('chat');
  const say = useToast();
  const { client } = useLive();
  const account = useAccount();
  const { value: draft, change, clear } = useChatDraft(conversationId);
  const uploads = useUploads(draft.files, (next) => change((now) => withFiles(now, next(now.files))));
  /** The person pressed Enter while files travel: the message leaves once they are there. */
  const [wanted, setWanted] = useState(false);
  const typedAt = useRef(0);
  useTypedEarly(field, draft.text, (typed) => change((now) => ({ ...now, text: joined(now.text, typed) })));

  const over = draft.text.length - MAX_CONTENT;
  const something = !isBlank(draft.text) || draft.files.length > 0;
  const ready = something && over <= 0 && uploads.failed.length === 0;

  const leave = useEffectEvent(() => {
    client.send({ conversationId, ...messageOf(draft), createdAt: new Date().toISOString() });
    setWanted(false);
    clear();
    field.current?.focus();
  });
  const { travelling } = uploads;
  const stopped = uploads.failed.length > 0;
  useEffect(() => {
    if (wanted && stopped) setWanted(false);
    else if (wanted && !travelling) leave();
  }, [wanted, travelling, stopped]);

  return {
    draft,
    empty: !something,
    uploads,
    over,
    ready,
    wanted,
    send: () => {
      if (ready) setWanted(true);
    },
    sendRest: () => {
      uploads.dropFailed();
      setWanted(true);
    },
    type: (text: string) => {
      change((now) => ({ ...now, text }));
      const now = Date.now();
      if (text !== '' && now - typedAt.current > TYPING_MS && client.say({ t: 'typing', conversationId }))
        typedAt.current = now;
    },
    /** Puts words after those that stand there. */
    addWords: (words: string) => {
      change((now) => ({ ...now, text: joined(now.text, words) }));
      field.current?.focus();
    },
    setIntent: (intent: Intent) => change((now) => ({ ...now, intent })),
    answer: (message: Shown | null) => {
      const { id, own, content } = message ?? {};
      change((now) => ({
        ...now,
        reply: id === undefined ? undefined : { id, own: own ?? false, content: content ?? '' },
      }));
      if (message) field.current?.focus();
    },
    /** A voice leaves at once, with what it answers; what is being written stays. */
    sendVoice: async (file: File, voice: VoiceDto, line: string) => {
      const key = newKey();
      await shelve(account, key, file);
      client.send({
        conversationId,
        input: {
          clientMessageId: newKey(),
          type: 'voice',
          content: line,
          intent: 'message',
          ...(draft.reply ? { replyTo: draft.reply.id } : {}),
        },
        attachments: [{ id: '', name: file.name, mime: file.type, size: file.size, voice }],
        shelved: key,
        createdAt: new Date().toISOString(),
      });
      change((now) => ({ ...now, reply: undefined }));
    },
    take: (files: FileList | null) => {
      if (!files || files.length === 0) return;
      const left = uploads.add(files);
      if (left > 0) say({ text: t('tooManyFiles', { most: MAX_ATTACHMENTS, count: left }), error: true });
      if (reader === 'client' && [...files].every((file) => file.type.startsWith('image/')))
        change((now) => ({ ...now, intent: now.intent === 'message' ? 'reference' : now.intent }));
    },
  };
}
