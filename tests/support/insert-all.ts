import type { Collection, Document, OptionalUnlessRequiredId } from 'mongodb';

const BATCH = 1_000;

/** Writes many documents, a thousand at a time, so that memory stays small. */
export async function insertAll<T extends Document>(
  collection: Collection<T>,
  count: number,
  make: (at: number) => T | readonly T[],
): Promise<void> {
  for (let start = 0; start < count; start += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - start) }, (_, place) => make(start + place)).flat();
    if (rows.length > 0) await collection.insertMany(rows as OptionalUnlessRequiredId<T>[], { ordered: false });
  }
}
