import { z } from 'zod';

/** `?limit=` (1–100, default 24) and `?cursor=` of every list. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(24),
  cursor: z.string().max(500).optional(),
});

/** What every list answers. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Makes an opaque cursor of the sort values of the last item. */
export const encodeCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

/** Reads a cursor back; `undefined` for one that we did not make (the list then starts at the beginning is wrong: callers answer 400). */
export function decodeCursor(cursor: string): (string | number | null)[] | undefined {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const plain = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number';
    return Array.isArray(values) && values.every(plain) ? (values as (string | number | null)[]) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Cuts a list that was read with one item too many.
 * @param cursorOf the sort values of an item
 */
export function toPage<T, R>(
  rows: T[],
  limit: number,
  shape: (row: T) => R,
  cursorOf: (row: T) => readonly (string | number | null)[],
): Page<R> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(shape), nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}
