import { compareValues } from '../bson/compare';
import { toNumber } from '../bson/number';
import { isDocument, isNumber, type Document, type Value } from '../bson/value';
import { badValue, location } from '../errors';
import type { Collation } from './collation';
import { EMPTY_ARRAY_KEY, pathValues } from './paths';

/** One key of a sort: a path and 1 or -1. */
export interface SortKey {
  path: string;
  direction: 1 | -1;
}

/** Reads and checks a sort document. */
export function parseSort(spec: Document): SortKey[] {
  const paths = Object.keys(spec);
  if (paths.length > 32) throw badValue('too many sort keys, at most 32 are allowed');
  return paths.map((path) => {
    const direction = spec[path];
    if (path === '') throw location(40352, 'FieldPath cannot be constructed with empty string');
    if (path.endsWith('.')) throw location(40353, "FieldPath must not end with a '.'.");
    if (path.split('.').includes('')) throw location(15998, 'FieldPath field names may not be empty strings.');
    if (path.split('.').some((part) => part.startsWith('$'))) {
      throw location(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
    }
    if (isDocument(direction)) throw location(17312, '$meta is the only expression supported by $sort right now');
    if (!isNumber(direction)) {
      throw location(15974, `Illegal key in $sort specification: ${path}: ${String(direction)}`);
    }
    const number = toNumber(direction);
    if (number !== 1 && number !== -1) {
      throw location(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    }
    return { path, direction: number };
  });
}

/**
 * Compiles a sort. An array sorts by its smallest element when ascending and by its largest when descending; a missing
 * field sorts as null, and an empty array below it.
 */
export function compileSort(spec: Document, collation?: Collation): (a: Document, b: Document) => number {
  const keys = parseSort(spec);
  return (a, b) => {
    for (const key of keys) {
      const order = compareSortValues(sortValue(a, key, collation), sortValue(b, key, collation), collation);
      if (order !== 0) return order * key.direction;
    }
    return 0;
  };
}

/** Sorts stably, computing each document's keys once. */
export function sortDocuments(documents: Document[], spec: Document, collation?: Collation): Document[] {
  const keys = parseSort(spec);
  const keyed = documents.map((document) => ({
    document,
    values: keys.map((key) => sortValue(document, key, collation)),
  }));
  keyed.sort((a, b) => {
    for (let i = 0; i < keys.length; i++) {
      const order = compareSortValues(a.values[i], b.values[i], collation);
      if (order !== 0) return order * keys[i]!.direction;
    }
    return 0;
  });
  return keyed.map(({ document }) => document);
}

function sortValue(document: Document, key: SortKey, collation?: Collation): Value {
  const { values } = pathValues(document, key.path);
  let best = values[0];
  for (const value of values) {
    if (compareSortValues(value, best, collation) * key.direction < 0) best = value;
  }
  return best;
}

/** Undefined in `compareValues` ranks just below null, which is where an empty array belongs; missing becomes null. */
function compareSortValues(a: Value, b: Value, collation?: Collation): number {
  const rank = (value: Value) => (value === EMPTY_ARRAY_KEY ? undefined : value === undefined ? null : value);
  return compareValues(rank(a), rank(b), collation);
}
