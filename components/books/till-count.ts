import * as z from 'zod/mini';

/** What is typed while a till is counted: how many of each note, and the rest as it is written. */
export const tillDraft = z.object({
  counts: z.record(z.string(), z.number()),
  coins: z.string(),
  opening: z.string(),
  left: z.string(),
  word: z.string(),
});
export type TillDraft = z.infer<typeof tillDraft>;

/** The notes that were counted, the largest first, and what they come to. */
export function notesOf(pieces: readonly number[], { counts }: Pick<TillDraft, 'counts'>) {
  const notes = pieces.map((value) => ({ value, count: counts[value] ?? 0 }));
  return { notes, sum: notes.reduce((sum, { value, count }) => sum + value * count, 0) };
}
