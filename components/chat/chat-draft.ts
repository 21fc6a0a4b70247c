import * as v from 'valibot';
import { type Draft, useDraft } from '@/components/form/use-draft';
import { isImage } from '@/lib/chat/rules';
import { INTENTS } from '@/lib/chat/words';
import { keptFile } from '@/lib/files/kept-file';
import type { FileRefDto } from '@/lib/files/schemas';

/** A file that was joined: on its way until `sent` says what the house calls it. */
const draftFile = v.object({
  key: v.string(),
  name: v.string(),
  mime: v.string(),
  size: v.number(),
  sent: v.optional(keptFile),
});
export type DraftFile = v.InferOutput<typeof draftFile>;

const chatDraft = v.object({
  text: v.string(),
  intent: v.picklist(INTENTS),
  files: v.array(draftFile),
  /** The message that is answered. */
  reply: v.optional(v.object({ id: v.string(), own: v.boolean(), content: v.string() })),
});
export type ChatDraft = v.InferOutput<typeof chatDraft>;

const EMPTY: ChatDraft = { text: '', intent: 'message', files: [] };
const ASKING: ChatDraft = { ...EMPTY, intent: 'request' };

/** What was begun in a conversation and not sent: words, files, what it is, what it answers. Shared by the tabs. */
export const useChatDraft = (conversationId: string): Draft<ChatDraft> =>
  useDraft(`chat:${conversationId}`, chatDraft, EMPTY);

/** The first words to somebody; they usually ask for something. */
export const useFirstWordsDraft = (): Draft<ChatDraft> => useDraft('chat:new', chatDraft, ASKING);

/** A picture alone makes a « reference »; when the last one is taken off again, plain words are plain words. */
export function withFiles(draft: ChatDraft, files: DraftFile[]): ChatDraft {
  const pictures = files.some(isImage);
  const intent = !pictures && (draft.intent === 'reference' || draft.intent === 'sketch') ? 'message' : draft.intent;
  return { ...draft, files, intent };
}

export const sentFiles = (files: readonly DraftFile[]): FileRefDto[] =>
  files.flatMap(({ sent }) => (sent ? [sent] : []));
