import type { Collection } from './catalog';
import type { Change, PendingWrites, Store } from './change';
import { indexEntries, learnTraits, type Index, type IndexEntries, type IndexEntry } from './index-definition';
import { documentIntent, keyIntent, writeConflict } from './intents';
import { documentKey, entryKey } from './keys';
import { findDuplicate, sameEntry } from './uniqueness';

const NOTHING = Buffer.alloc(0);

/** The entries one change adds to and takes from one index. */
interface EntryChanges {
  change: Change;
  index: Index;
  added: IndexEntry[];
  removed: IndexEntry[];
  /** All entries of the new version. */
  found: IndexEntries;
}

/**
 * Writes a unit into the store, inside a write job. All checks come before the first put, because the group commit
 * keeps whatever a job has put.
 *
 * Two things can have happened since the unit's snapshot. A document it changes was changed: its bytes differ. A unique
 * key it adds was added: an entry exists. Comparing the state itself, instead of counters of writes, leaves no moment
 * in which a write is done but not yet counted.
 *
 * @throws MongoError 112 or BlockedByTransaction.
 */
export function applyChanges(database: Store, unit: PendingWrites): void {
  const entryChanges = [...unit.changes.values()].flatMap(entryChangesOf);
  checkCollections(database, unit);
  checkIntents(database, unit, entryChanges);
  if (!database.environment.isCurrent(unit.snapshot)) checkState(database, unit, entryChanges);

  for (const collection of unit.created.values()) database.catalog.add(collection);
  const { documents } = database.environment;
  putEntries(database, entryChanges);
  for (const { collection, recordId, before, after } of unit.changes.values()) {
    const key = documentKey(collection.id, recordId);
    if (after) documents.putSync(key, after.bytes);
    else if (before) documents.removeSync(key);
    if (collection.count !== undefined) collection.count += (after ? 1 : 0) - (before ? 1 : 0);
  }
  if (unit.events.length > 0) database.oplog.append(unit.events);
}

function checkCollections(database: Store, unit: PendingWrites): void {
  for (const collection of unit.created.values()) {
    if (database.catalog.find(collection.namespace)) throw writeConflict();
  }
  for (const { collection } of unit.changes.values()) if (collection.dropped) throw writeConflict();
}

/** A plain write must not overtake a transaction that claimed the same thing in the meantime. */
function checkIntents({ intents }: Store, unit: PendingWrites, entryChanges: EntryChanges[]): void {
  if (unit.explicit || intents.isEmpty) return;
  for (const { collection, recordId } of unit.changes.values()) {
    intents.refuseIfTaken(documentIntent(collection.id, recordId));
  }
  for (const { index, added } of entryChanges) {
    if (!index.unique) continue;
    for (const entry of added) intents.refuseIfTaken(keyIntent(index.id, entry.key.bytes));
  }
}

function checkState(database: Store, unit: PendingWrites, entryChanges: EntryChanges[]): void {
  const { environment } = database;
  for (const { collection, recordId, before } of unit.changes.values()) {
    if (before && !environment.documents.get(documentKey(collection.id, recordId))?.equals(before.bytes)) {
      throw writeConflict();
    }
  }
  const refuseTaken = (collection: Collection, index: Index, entry: IndexEntry): void => {
    const own = (recordId: number) => unit.changes.has(documentIntent(collection.id, recordId));
    if (findDuplicate(environment, collection, index, entry, own)) throw writeConflict();
  };
  for (const { change, index, added } of entryChanges)
    if (index.unique) for (const entry of added) refuseTaken(change.collection, index, entry);
  // A key that was taken and given back: nothing of it is written, but it was stored by somebody else meanwhile.
  for (const { collection, index, entry } of unit.claims.values()) refuseTaken(collection, index, entry);
}

function entryChangesOf(change: Change): EntryChanges[] {
  return change.collection.indexes.map((index) => {
    const old = change.before ? indexEntries(index, change.before.document).entries : [];
    const found = change.after ? entriesAfter(index, change.after) : { entries: [], arrayPaths: [] };
    const missingFrom = (others: IndexEntry[]) => (entry: IndexEntry) =>
      !others.some((other) => sameEntry(entry, other));
    return {
      change,
      index,
      added: old.length === 0 ? found.entries : found.entries.filter(missingFrom(old)),
      removed: old.filter((entry) => !found.entries.some((other) => other.key.bytes.equals(entry.key.bytes))),
      found,
    };
  });
}

/** Computed when the change was made, unless the index was built since. */
const entriesAfter = (index: Index, after: NonNullable<Change['after']>): IndexEntries =>
  after.entries.get(index) ?? indexEntries(index, after.document);

function putEntries(database: Store, entryChanges: EntryChanges[]): void {
  const { entries } = database.environment;
  for (const { change, index, removed } of entryChanges) {
    for (const { key } of removed) entries.removeSync(entryKey(index.id, key.bytes, change.recordId));
  }
  for (const { change, index, added } of entryChanges) {
    for (const { key } of added) entries.putSync(entryKey(index.id, key.bytes, change.recordId), NOTHING);
  }
  const learning = entryChanges.filter((one) => learnTraits(one.index, one.found));
  const taught = new Set(learning.map((one) => one.change.collection));
  for (const collection of taught) database.catalog.store(collection);
}
