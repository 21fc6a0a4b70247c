import * as z from 'zod/mini';
import { type Draft, useDraft } from '@/components/form/use-draft';
import { isImage } from '@/lib/chat/rules';
import { INTENTS } from '@/lib/chat/words';
import { keptFile } from '@/lib/files/kept-file';
import type { FileRefDto } from '@/lib/files/schemas';

/** A file that was joined: on its way until `sent` says what the house calls it. */
const draftFile = z.object({
  key: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  sent: z.optional(keptFile),
});
export type DraftFile = z.infer<typeof draftFile>;

const chatDraft = z.object({
  text: z.string(),
  intent: z.enum(INTENTS),
  files: z.array(draftFile),
  /** The message that is answered. */
  reply: z.optional(z.object({ id: z.string(), own: z.boolean(), content: z.string() })),
});
export type ChatDraft = z.infer<typeof chatDraft>;

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
