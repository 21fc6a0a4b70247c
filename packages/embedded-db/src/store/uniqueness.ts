import { decode } from '../bson/codec';
import type { Document, Value } from '../bson/value';
import { equalValues } from '../bson/compare';
import { MongoError } from '../errors';
import { EMPTY_ARRAY_KEY } from '../query/paths';
import { show } from '../show';
import type { Collection } from './catalog';
import type { Environment, Snapshot } from './environment';
import { indexEntries, type Index, type IndexEntry } from './index-definition';
import { documentKey, prefixOf, recordIdOf } from './keys';

const sameValue = (a: Value, b: Value): boolean =>
  a === EMPTY_ARRAY_KEY || b === EMPTY_ARRAY_KEY ? a === b : equalValues(a ?? null, b ?? null);

/** Whether two entries of one index mean the same values; needed where bytes alone do not tell. */
export const sameEntry = (a: IndexEntry, b: IndexEntry): boolean =>
  a.key.bytes.equals(b.key.bytes) &&
  ((a.key.exact && b.key.exact) || a.values.every((value, position) => sameValue(value, b.values[position])));

/**
 * Finds another stored document with the same unique entry.
 *
 * @param snapshot where to look; inside a write job it is left out and the job's own state is read.
 * @param ignore records whose stored version does not count, such as those the unit has rewritten.
 */
export function findDuplicate(
  environment: Environment,
  collection: Collection,
  index: Index,
  entry: IndexEntry,
  ignore: (recordId: number) => boolean,
  snapshot?: Snapshot,
): boolean {
  const start = Buffer.concat([prefixOf(index.id), entry.key.bytes]);
  const end = Buffer.concat([start, Buffer.from([0xff])]);
  for (const key of environment.entries.getKeys({ start, end, transaction: snapshot?.transaction })) {
    const recordId = recordIdOf(key);
    if (ignore(recordId)) continue;
    if (entry.key.exact && !index.traits.inexact) return true;
    const bytes = environment.documents.get(documentKey(collection.id, recordId), snapshot);
    if (bytes && indexEntries(index, decode(bytes)).entries.some((other) => sameEntry(entry, other))) return true;
  }
  return false;
}

/** 11000 with the key pattern and the values the driver shows. */
export function duplicateKey(collection: Collection, index: Index, values: readonly Value[]): MongoError {
  const keyValue: Document = {};
  index.fields.forEach((field, position) => {
    keyValue[field] = values[position] ?? null;
  });
  return new MongoError(
    11000,
    'DuplicateKey',
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: ${show(keyValue)}`,
    { keyPattern: index.spec.key, keyValue },
  );
}
