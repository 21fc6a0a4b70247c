import { compareStrings } from '../bson/compare';
import { isDocument, setField, type Document, type Value } from '../bson/value';
import { MongoError, badValue, conflictingUpdate, pathNotViable } from '../errors';
import { getField, isIndex } from '../query/paths';
import { describe } from '../show';
import type { Change } from './change';

/** Nulls MongoDB is willing to put in front of a new array element. */
const MAX_PADDING = 1_500_000;

const IDENTIFIER = /^\$\[([a-z][A-Za-z0-9]*)?\]$/;

/** Test of one array element for each arrayFilters identifier. */
export type ArrayFilters = ReadonlyMap<string, (element: Value) => boolean>;

/** One update target: the path as written and its parts. */
export interface UpdatePath {
  path: string;
  parts: string[];
}

export const isDynamic = (part: string): boolean => part === '$' || part.startsWith('$[');

/** Checks an update path and the array filters it names. */
export function parseUpdatePath(path: string, filters: ArrayFilters, used: Set<string>): UpdatePath {
  if (path === '') throw new MongoError(56, 'EmptyFieldName', 'An empty update path is not valid.');
  const parts = path.split('.');
  if (parts.includes('')) {
    throw new MongoError(
      56,
      'EmptyFieldName',
      `The update path '${path}' contains an empty field name, which is not allowed.`,
    );
  }
  const positions = parts.filter((part) => part === '$').length;
  if (parts[0] === '$') {
    throw badValue(`Cannot have positional (i.e. '$') element in the first position in path '${path}'`);
  }
  if (positions > 1) throw badValue(`Too many positional (i.e. '$') elements found in path '${path}'`);
  parts.forEach((part, index) => {
    if (part === '$' || !part.startsWith('$')) return;
    const match = IDENTIFIER.exec(part);
    if (!match) {
      throw new MongoError(
        52,
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${part}' in '${path}' is not allowed for storage.`,
      );
    }
    if (index === 0) {
      throw badValue(
        `Cannot have array filter identifier (i.e. '$[<id>]') element in the first position in path '${path}'`,
      );
    }
    const identifier = match[1];
    if (identifier === undefined) return;
    if (!filters.has(identifier)) {
      throw badValue(`No array filter found for identifier '${identifier}' in path '${path}'`);
    }
    used.add(identifier);
  });
  return { path, parts };
}

/** Refuses two paths of which one is, or contains, the other. */
export function checkConflicts(paths: string[]): void {
  const sorted = paths.map((path) => path.split('.')).sort(compareParts);
  for (let i = 1; i < sorted.length; i++) {
    const before = sorted[i - 1]!;
    const after = sorted[i]!;
    if (before.every((part, index) => part === after[index])) {
      throw conflictingUpdate(after.join('.'), before.join('.'));
    }
  }
}

/** The order MongoDB applies fields in: numbers by value, names by bytes, a path before the paths inside it. */
export function compareParts(a: string[], b: string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const left = a[i]!;
    const right = b[i]!;
    if (left === right) continue;
    if (isIndex(left) && isIndex(right)) return Number(left) - Number(right);
    return compareStrings(left, right);
  }
  return a.length - b.length;
}

/** Replaces `$`, `$[]` and `$[id]` by the indexes they stand for in this document. */
export function resolvePath(
  document: Document,
  target: UpdatePath,
  filters: ArrayFilters,
  position: number | undefined,
): string[][] {
  const resolved: string[][] = [];
  const descend = (value: Value, done: string[]): void => {
    const part = target.parts[done.length];
    if (part === undefined) {
      resolved.push(done);
      return;
    }
    if (!isDynamic(part)) {
      descend(stepInto(value, part), [...done, part]);
      return;
    }
    if (part === '$') {
      if (position === undefined) {
        throw badValue('The positional operator did not find the match needed from the query.');
      }
      descend(stepInto(value, String(position)), [...done, String(position)]);
      return;
    }
    if (value === undefined) {
      throw badValue(`The path '${done.join('.')}' must exist in the document in order to apply array updates.`);
    }
    if (!Array.isArray(value)) {
      throw badValue(`Cannot apply array updates to non-array element ${describe(done.at(-1)!, value)}`);
    }
    const test = filters.get(part.slice(2, -1));
    value.forEach((item, index) => {
      if (!test || test(item)) descend(item, [...done, String(index)]);
    });
  };
  descend(document, []);
  return resolved;
}

function stepInto(value: Value, part: string): Value {
  if (isDocument(value)) return getField(value, part);
  return Array.isArray(value) && isIndex(part) ? value[Number(part)] : undefined;
}

/**
 * Applies one change in place.
 *
 * @throws MongoError 28 when the path goes through a scalar, or names a field of an array.
 */
export function applyAt(document: Document, parts: string[], operation: Change): void {
  let target: Value = document;
  for (let depth = 0; depth < parts.length; depth++) {
    const part = parts[depth]!;
    const isLast = depth === parts.length - 1;
    if (Array.isArray(target)) {
      if (!isIndex(part)) return refuse(target, parts, depth, operation);
      const index = Number(part);
      if (index >= target.length) {
        if (!operation.creates) return;
        padTo(target, index);
      }
      if (isLast) {
        target[index] = operation.change(target[index], part) ?? null;
        return;
      }
      if (target[index] === undefined) target[index] = {};
      target = target[index];
    } else if (isDocument(target)) {
      const current = getField(target, part);
      if (isLast) {
        const next = operation.change(current, part);
        if (next === undefined) delete target[part];
        else setField(target, part, next);
        return;
      }
      if (current === undefined) {
        if (!operation.creates) return;
        setField(target, part, {});
      }
      target = getField(target, part);
    } else {
      return refuse(target, parts, depth, operation);
    }
  }
}

/** Fills an array with nulls up to the index, which is left to be written. */
function padTo(array: Value[], index: number): void {
  if (index - array.length > MAX_PADDING) {
    throw new MongoError(34, 'CannotBackfillArray', `can't backfill more than ${MAX_PADDING} elements`);
  }
  while (array.length < index) array.push(null);
}

function refuse(value: Value, parts: string[], depth: number, operation: Change): void {
  if (!operation.creates) return;
  throw pathNotViable(`Cannot create field '${parts[depth]}' in element ${describe(parts[depth - 1]!, value)}`);
}
