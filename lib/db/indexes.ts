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
