import { decode } from '../bson/codec';
import type { Document } from '../bson/value';
import type { Collection } from './catalog';
import type { Database } from './database';
import { indexEntries, learnTraits, makeIndex, type IndexEntry } from './index-definition';
import { documentKey, entryKey, recordIdOf } from './keys';
import { duplicateKey, sameEntry } from './uniqueness';

/**
 * Makes an index over the documents there are; inside a write job, so that no document can slip past it. The event loop
 * waits meanwhile (about a second for 100,000 documents): indexes are made at start, before anybody is served.
 *
 * @throws MongoError 11000 when the documents already break a unique index, 171 for two arrays; nothing is written then.
 */
export function buildIndex({ environment, catalog }: Database, collection: Collection, spec: Document): void {
  const index = makeIndex(catalog.newIndexId(), spec, undefined, environment.jobNumber);
  const found: { recordId: number; entry: IndexEntry }[] = [];
  const owners = new Map<string, { recordId: number; entry: IndexEntry }[]>();
  const range = { start: documentKey(collection.id, 0), end: documentKey(collection.id + 1, 0) };
  for (const { key, value } of environment.documents.getRange(range)) {
    const recordId = recordIdOf(key);
    const entries = indexEntries(index, decode(value));
    learnTraits(index, entries);
    for (const entry of entries.entries) {
      found.push({ recordId, entry });
      if (!index.unique) continue;
      const bytes = entry.key.bytes.toString('latin1');
      const others = owners.get(bytes) ?? [];
      if (others.some((other) => other.recordId !== recordId && sameEntry(other.entry, entry))) {
        throw duplicateKey(collection, index, entry.values);
      }
      owners.set(bytes, [...others, { recordId, entry }]);
    }
  }
  const nothing = Buffer.alloc(0);
  for (const { recordId, entry } of found) {
    environment.entries.putSync(entryKey(index.id, entry.key.bytes, recordId), nothing);
  }
  collection.indexes.push(index);
  catalog.store(collection);
}
