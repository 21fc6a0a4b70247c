import { type Collection, type Document, type Filter, ObjectId, type Sort, type WithId } from 'mongodb';
import { AppError } from '../errors';
import { decodeCursor, encodeCursor } from '../pagination';

type Kind = 'date' | 'number' | 'text';
/** Path of a field that every document of the list has, the direction it is sorted in, and what it holds. */
type Key = readonly [path: string, direction: 1 | -1, kind: Kind];

/** An order of a list in which every document has its own place, so that a page begins exactly after the one before. */
export interface Keyset<T extends Document> {
  sort: Sort;
  /**
   * The documents after a cursor; all of them without one.
   * @throws AppError invalid_request for a cursor that is not of this order.
   */
  after: (cursor: string | undefined) => Filter<T>;
  cursorOf: (row: WithId<T>) => string;
}

const valueAt = (row: Document, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (value as Document | undefined)?.[part], row);

const written = (value: unknown): string | number | null =>
  value instanceof Date ? value.getTime() : typeof value === 'string' || typeof value === 'number' ? value : null;

function read(value: unknown, kind: Kind): string | number | Date {
  if (kind === 'text' && typeof value === 'string') return value;
  if (kind === 'number' && typeof value === 'number') return value;
  if (kind === 'date' && typeof value === 'number' && !Number.isNaN(new Date(value).getTime())) return new Date(value);
  throw new AppError('invalid_request');
}

/** How the `_id` of a collection is read out of a cursor. */
type ReadId = (id: unknown) => ObjectId | string | undefined;

const asObjectId: ReadId = (id) => (typeof id === 'string' && /^[0-9a-f]{24}$/.test(id) ? new ObjectId(id) : undefined);
const asName: ReadId = (id) => (typeof id === 'string' ? id : undefined);

/** An order by these fields, and at last by `_id` in the direction of the last one. */
export const keyset = <T extends Document>(...keys: readonly [Key, ...Key[]]): Keyset<T> => orderBy(keys, asObjectId);

/** The same for a collection whose `_id` is a text. */
export const keysetByName = <T extends Document>(...keys: readonly [Key, ...Key[]]): Keyset<T> => orderBy(keys, asName);

function orderBy<T extends Document>(keys: readonly [Key, ...Key[]], readId: ReadId): Keyset<T> {
  const last = keys.at(-1)?.[1] ?? 1;
  const fields: readonly (readonly [string, 1 | -1])[] = [
    ...keys.map(([path, direction]) => [path, direction] as const),
    ['_id', last],
  ];
  return {
    sort: Object.fromEntries(fields),
    after: (cursor) => {
      if (cursor === undefined) return {};
      const given = decodeCursor(cursor) ?? [];
      const id = readId(given[keys.length]);
      if (given.length !== keys.length + 1 || id === undefined) throw new AppError('invalid_request');
      const values = [...keys.map(([, , kind], at) => read(given[at], kind)), id];
      const beyond = fields.map(([path, direction], at) => ({
        ...Object.fromEntries(fields.slice(0, at).map(([before], place) => [before, values[place]])),
        [path]: { [direction === 1 ? '$gt' : '$lt']: values[at] },
      }));
      // The first field alone bounds the walk of an index; an `$or` does not.
      const [first, way] = fields[0] ?? ['_id', 1];
      return { $and: [{ [first]: { [way === 1 ? '$gte' : '$lte']: values[0] } }, { $or: beyond }] } as Filter<T>;
    },
    cursorOf: (row) => encodeCursor([...keys.map(([path]) => written(valueAt(row, path))), String(row._id)]),
  };
}

/** Cuts a list that was read with one document too many; `nextCursor` is `null` on the last page. */
export function cutPage<T extends Document>(
  rows: readonly WithId<T>[],
  order: Keyset<T>,
  limit: number,
): { rows: WithId<T>[]; nextCursor: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, nextCursor: rows.length > limit && last ? order.cursorOf(last) : null };
}

/**
 * One page of a list: the documents of `filter` in this order, after the cursor.
 * @throws AppError invalid_request for a cursor that is not ours.
 */
export async function readPage<T extends Document>(
  collection: Collection<T>,
  filter: Filter<T>,
  order: Keyset<T>,
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ rows: WithId<T>[]; nextCursor: string | null }> {
  const rows = await collection
    .find({ $and: [filter, order.after(cursor)] } as Filter<T>)
    .sort(order.sort)
    .limit(limit + 1)
    .toArray();
  return cutPage(rows, order, limit);
}
