import type { IndexDescription } from 'mongodb';
import type { Database } from './client';

/** The indexes of one collection, each with the query it serves said beside it where it is declared. */
export interface CollectionIndexes {
  collection: string;
  indexes: (IndexDescription & { serves: string })[];
}

/**
 * Makes the indexes, and waits for them: a missing unique index would be a silent loss of a rule.
 * @throws whatever the database says; the start is then aborted.
 */
export async function createIndexes(db: Database, all: readonly CollectionIndexes[]): Promise<void> {
  for (const { collection, indexes } of all) {
    if (indexes.length === 0) continue;
    await db.db.collection(collection).createIndexes(indexes.map(({ serves: _serves, ...index }) => index));
  }
}

/** The name the database gives an index, unless it was given one. */
export const nameOfIndex = ({ name, key }: IndexDescription): string =>
  name ??
  Object.entries(key)
    .map(([field, way]) => `${field}_${String(way)}`)
    .join('_');

/**
 * Drops what an earlier version made and this one no longer declares: it would be written to for ever and read by nobody.
 * An index under any other name is somebody else's and stays.
 * @param everMade names by collection, past and present
 * @returns what was dropped, as `collection.name`
 */
export async function dropRetiredIndexes(
  db: Database,
  all: readonly CollectionIndexes[],
  everMade: Readonly<Record<string, readonly string[]>>,
): Promise<string[]> {
  const dropped: string[] = [];
  for (const [collection, names] of Object.entries(everMade)) {
    const declared = new Set(
      all.flatMap((one) => (one.collection === collection ? one.indexes.map((index) => nameOfIndex(index)) : [])),
    );
    const retired = names.filter((name) => !declared.has(name));
    if (retired.length === 0) continue;
    const present = await db.db.collection(collection).listIndexes().toArray().catch(emptyWhenAbsent);
    for (const name of retired) {
      if (!present.some((index) => index['name'] === name)) continue;
      await db.db.collection(collection).dropIndex(name).catch(unlessGone);
      dropped.push(`${collection}.${name}`);
    }
  }
  return dropped;
}

const NAMESPACE_NOT_FOUND = 26;
const INDEX_NOT_FOUND = 27;
const hasCode = (error: unknown, code: number): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

/** A collection that was never written has no indexes. */
export function emptyWhenAbsent(error: unknown): never[] {
  if (hasCode(error, NAMESPACE_NOT_FOUND)) return [];
  throw error;
}

/** Another process that starts at the same moment may have dropped it. */
function unlessGone(error: unknown): void {
  if (!hasCode(error, INDEX_NOT_FOUND)) throw error;
}
