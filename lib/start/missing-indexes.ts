import type { Database } from '../db/client';
import { type CollectionIndexes, emptyWhenAbsent } from '../db/indexes';

/** Which declared indexes the database lacks, as `collection: key`. */
export async function missingIndexes(db: Database, all: readonly CollectionIndexes[]): Promise<string[]> {
  const names = [...new Set(all.map(({ collection }) => collection))];
  const present = new Map(
    await Promise.all(
      names.map(async (name): Promise<[string, Set<string>]> => {
        const indexes = await db.db.collection(name).listIndexes().toArray().catch(emptyWhenAbsent);
        return [name, new Set(indexes.map((index) => JSON.stringify(Object.entries(index['key'] as object))))];
      }),
    ),
  );
  return all.flatMap(({ collection, indexes }) =>
    indexes
      .map((index) => JSON.stringify(Object.entries(index.key)))
      .filter((key) => !present.get(collection)?.has(key))
      .map((key) => `${collection}: ${key}`),
  );
}
