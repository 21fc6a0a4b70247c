import { toNumber } from '../bson/number';
import { isDocument, isNumber, type Document, type Value } from '../bson/value';
import { MongoError } from '../errors';
import { compileFilter, type Matcher } from '../query/match';
import { EMPTY_ARRAY_KEY, getField, isIndex } from '../query/paths';
import { encodeKey, type EncodedKey } from './keys';

/** What has been learnt about the entries of an index; it only ever grows, and is stored with the catalog. */
export interface IndexTraits {
  /** Dotted paths that held an array in some document: entries below them are one per element. */
  arrayPaths: string[];
  /** True once an entry's bytes may not tell two values apart: the index then gives no sort order. */
  inexact: boolean;
}

/** An index of a collection, ready for use. */
export interface Index {
  id: number;
  name: string;
  spec: Document;
  fields: string[];
  /** The fields, cut at their dots. */
  paths: string[][];
  directions: number[];
  unique: boolean;
  sparse: boolean;
  partial: Matcher | undefined;
  traits: IndexTraits;
  /** The number of the write job that built it: a snapshot from before has no entries of it. */
  since: number;
}

/** Prepares an index from the document `listIndexes` shows. */
export function makeIndex(id: number, spec: Document, traits?: IndexTraits, since = 0): Index {
  const key = spec.key as Document;
  const partial = spec.partialFilterExpression;
  return {
    id,
    name: String(spec.name),
    spec,
    fields: Object.keys(key),
    paths: Object.keys(key).map((field) => field.split('.')),
    directions: Object.values(key).map((value) => (isNumber(value) && toNumber(value) < 0 ? -1 : 1)),
    unique: spec.name === '_id_' || spec.unique === true,
    sparse: spec.sparse === true,
    partial: isDocument(partial) ? compileFilter(partial) : undefined,
    traits: traits ?? { arrayPaths: [], inexact: false },
    since,
  };
}

/** One entry of a document: the values as found, and their encoded form. */
export interface IndexEntry {
  values: Value[];
  key: EncodedKey;
}

export interface IndexEntries {
  entries: IndexEntry[];
  /** The paths at which this document has an array. */
  arrayPaths: string[];
}

/** A field on its way through the document: `rest` is empty and `settled` true once the value is reached. */
interface Slot {
  value: Value;
  rest: readonly string[];
  walked: string;
  settled: boolean;
}

/**
 * The entries a document has in an index. Fields that go through the same array are expanded together, element by
 * element, as MongoDB does; a unique index therefore never sees combinations no element has.
 *
 * @throws MongoError 171 when two fields go through different arrays.
 */
export function indexEntries(index: Index, document: Document): IndexEntries {
  if (index.partial && !index.partial.matches(document)) return { entries: [], arrayPaths: [] };
  const arrayPaths: string[] = [];
  const combinations: Value[][] = [];
  const plain = index.paths.map((path) => plainValue(document, path));
  if (plain.every((value) => !Array.isArray(value))) combinations.push(plain);
  else {
    const start = index.paths.map((rest) => ({ value: document, rest, walked: '', settled: false }));
    expand(start, arrayPaths, combinations);
  }
  if (index.sparse && combinations.every((values) => values.every((value) => value === undefined))) {
    return { entries: [], arrayPaths };
  }
  const seen = new Set<string>();
  const entries: IndexEntry[] = [];
  for (const values of combinations) {
    const key = encodeKey(values, index.directions);
    const text = combinations.length > 1 && key.exact ? key.bytes.toString('latin1') : '';
    if (text !== '' && seen.has(text)) continue;
    seen.add(text);
    entries.push({ values, key });
  }
  return { entries, arrayPaths };
}

/** The value at a path; an array where one has to be expanded, on the way or at the end. */
function plainValue(document: Document, path: readonly string[]): Value {
  let value: Value = document;
  for (const part of path) {
    if (Array.isArray(value)) return value;
    if (!isDocument(value)) return undefined;
    value = getField(value, part);
  }
  return value;
}

function expand(slots: Slot[], arrayPaths: string[], out: Value[][]): void {
  const walked = slots.map(walk);
  const waiting = walked.filter((slot) => !slot.settled);
  const [first] = waiting;
  if (!first) {
    out.push(walked.map((slot) => slot.value));
    return;
  }
  if (waiting.some((slot) => slot.walked !== first.walked)) {
    const names = [...new Set(waiting.map((slot) => slot.walked.split('.').at(-1)))];
    throw new MongoError(171, 'CannotIndexParallelArrays', `cannot index parallel arrays [${names.join('] [')}]`);
  }
  if (!arrayPaths.includes(first.walked)) arrayPaths.push(first.walked);
  const items = first.value as Value[];
  const through = (take: (slot: Slot) => Slot) => walked.map((slot) => (slot.settled ? slot : take(slot)));
  if (items.length === 0) {
    expand(
      through((slot) => settle(slot, slot.rest.length === 0 ? EMPTY_ARRAY_KEY : undefined)),
      arrayPaths,
      out,
    );
  }
  for (const item of items)
    expand(
      through((slot) => enter(slot, item)),
      arrayPaths,
      out,
    );
}

const settle = (slot: Slot, value: Value): Slot => ({ value, rest: [], walked: slot.walked, settled: true });

/** An element that is itself an array is not searched again: at the end of a path it is the value, before it nothing. */
function enter(slot: Slot, item: Value): Slot {
  if (slot.rest.length === 0) return settle(slot, item);
  return isDocument(item) ? { ...slot, value: item } : settle(slot, undefined);
}

/** Follows a path until its value, or until the array it has to be expanded over. */
function walk(slot: Slot): Slot {
  if (slot.settled) return slot;
  let { value, walked } = slot;
  let at = 0;
  for (; at < slot.rest.length; at++) {
    const part = slot.rest[at]!;
    if (isDocument(value)) value = getField(value, part);
    else if (Array.isArray(value) && isIndex(part) && Number(part) < value.length) value = value[Number(part)];
    else break;
    walked = walked === '' ? part : `${walked}.${part}`;
  }
  if (Array.isArray(value)) return { value, rest: slot.rest.slice(at), walked, settled: false };
  return settle(slot, at < slot.rest.length ? undefined : value);
}

/** Records what a document's entries teach about the index; true when the catalog has to be stored again. */
export function learnTraits(index: Index, found: IndexEntries): boolean {
  let learnt = false;
  for (const path of found.arrayPaths) {
    if (index.traits.arrayPaths.includes(path)) continue;
    index.traits.arrayPaths.push(path);
    learnt = true;
  }
  if (!index.traits.inexact && found.entries.some((entry) => !entry.key.exact)) {
    index.traits.inexact = true;
    learnt = true;
  }
  return learnt;
}
