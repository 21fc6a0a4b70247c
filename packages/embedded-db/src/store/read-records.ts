import type { Collection } from './catalog';
import type { Database } from './database';
import { documentKey } from './keys';
import { filterCandidates, FoundDocument, type Match, type PreparedRead, type View } from './reader';

/** Of documents that a read has found before, those that it would still find: others may have written in between. */
export const readRecords = (
  database: Database,
  view: View,
  collection: Collection,
  prepared: PreparedRead,
  recordIds: readonly number[],
): AsyncGenerator<Match, void, undefined> =>
  filterCandidates(
    recordsOf(database, view, collection, recordIds),
    { ...prepared, plan: { kind: 'collection', reverse: false } },
    { keys: 0, documents: 0 },
  );

function* recordsOf(
  { environment }: Database,
  { snapshot }: View,
  collection: Collection,
  recordIds: readonly number[],
): Generator<Match, void, undefined> {
  for (const recordId of recordIds) {
    const bytes = environment.documents.get(documentKey(collection.id, recordId), snapshot);
    if (bytes) yield new FoundDocument(recordId, bytes);
  }
}
