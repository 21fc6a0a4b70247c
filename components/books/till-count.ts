import * as v from 'valibot';

/** What is typed while a till is counted: how many of each note, and the rest as it is written. */
export const tillDraft = v.object({
  counts: v.record(v.string(), v.number()),
  coins: v.string(),
  opening: v.string(),
  left: v.string(),
  word: v.string(),
});
export type TillDraft = v.InferOutput<typeof tillDraft>;

/** The notes that were counted, the largest first, and what they come to. */
export function notesOf(pieces: readonly number[], { counts }: Pick<TillDraft, 'counts'>) {
  const notes = pieces.map((value) => ({ value, count: counts[value] ?? 0 }));
  return { notes, sum: notes.reduce((sum, { value, count }) => sum + value * count, 0) };
}
