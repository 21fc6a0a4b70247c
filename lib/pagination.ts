import { z } from 'zod';
import { AppError } from './errors';
import type { Page } from './pages';

/** `?limit=` (1–100, default 24) and `?cursor=` of every list. */
export const pageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(24),
  cursor: z.string().max(500).optional(),
});

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
function toPage<T, R>(
  rows: T[],
  limit: number,
  shape: (row: T) => R,
  cursorOf: (row: T) => readonly (string | number | null)[],
): Page<R> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { items: kept.map(shape), nextCursor: rows.length > limit && last ? encodeCursor(cursorOf(last)) : null };
}

/**
 * One page of a list short enough to be read whole (the staff of a house, my devices).
 * @throws AppError invalid_request for a cursor that we did not make, or whose item is gone.
 */
export function pageOf<T extends { id: string }>(all: readonly T[], query: z.output<typeof pageQuery>): Page<T> {
  let start = 0;
  if (query.cursor !== undefined) {
    const [id] = decodeCursor(query.cursor) ?? [];
    start = all.findIndex((item) => item.id === id) + 1;
    if (start === 0) throw new AppError('invalid_request');
  }
  return toPage(
    all.slice(start, start + query.limit + 1),
    query.limit,
    (item) => item,
    (item) => [item.id],
  );
}

/** The schema of a page, for the OpenAPI document. */
export const pageDto = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
