import { BSONRegExp, Code, MaxKey, MinKey } from 'bson';
import { toNumber } from '../bson/number';
import { isDocument, isNumber, type Document, type Value } from '../bson/value';
import type { Collation } from '../query/collation';
import { isOperatorDocument } from '../query/operators';
import { encodeKey, typeByte } from './keys';

/** What one condition says about the values of a field, in a form an index can look up. */
export interface FieldBounds {
  /** The values themselves, for an equality or `$in`. */
  points?: Value[];
  /** The ends of a range; both belong to the same type of value. */
  lower?: Value;
  upper?: Value;
}

/** Field path → every condition all matching documents fulfil. */
export type FilterBounds = Map<string, FieldBounds[]>;

/**
 * Collects the conditions that hold for every matching document: the filter's fields, inside `$and`, and inside
 * `$elemMatch`. What is left out is still checked on each document found.
 */
export function filterBounds(filter: Document, collation?: Collation): FilterBounds {
  const bounds: FilterBounds = new Map();
  collect(filter, '', bounds, collation);
  return bounds;
}

function collect(filter: Document, prefix: string, bounds: FilterBounds, collation: Collation | undefined): void {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const branch of condition) if (isDocument(branch)) collect(branch, prefix, bounds, collation);
    } else if (!field.startsWith('$')) {
      collectField(prefix + field, condition, bounds, collation);
    }
  }
}

function collectField(path: string, condition: Value, bounds: FilterBounds, collation: Collation | undefined): void {
  const add = (found: FieldBounds) => bounds.set(path, [...(bounds.get(path) ?? []), found]);
  if (!isOperatorDocument(condition)) {
    if (isPoint(condition, collation)) add({ points: [condition] });
    return;
  }
  for (const [operator, argument] of Object.entries(condition)) {
    if (operator === '$eq' && isPoint(argument, collation)) add({ points: [argument] });
    else if (operator === '$in' && Array.isArray(argument) && argument.every((item) => isPoint(item, collation))) {
      add({ points: argument });
    } else if (operator === '$gt' || operator === '$gte') {
      if (isRangeEnd(argument, collation)) add({ lower: argument });
    } else if (operator === '$lt' || operator === '$lte') {
      if (isRangeEnd(argument, collation)) add({ upper: argument });
    } else if (operator === '$elemMatch' && isDocument(argument)) {
      collectElement(path, argument, bounds, collation);
    }
  }
}

/** `$elemMatch: { $gte, $lt }` speaks of one element, so both ends of the range hold for the same index entry. */
function collectElement(path: string, argument: Document, bounds: FilterBounds, collation?: Collation): void {
  if (!isOperatorDocument(argument)) {
    collect(argument, `${path}.`, bounds, collation);
    return;
  }
  const inner: FilterBounds = new Map();
  collectField(path, argument, inner, collation);
  const merged = intersect(inner.get(path) ?? []);
  if (merged) bounds.set(path, [...(bounds.get(path) ?? []), merged]);
}

/** Joins conditions that hold for the same index entry into one; any one alone would do, fewer entries is better. */
export function intersect(conditions: readonly FieldBounds[]): FieldBounds | undefined {
  const points = conditions.filter((one) => one.points).sort((a, b) => a.points!.length - b.points!.length)[0];
  if (points) return points;
  const lower = conditions.find((one) => one.lower !== undefined)?.lower;
  const upper = conditions.find(
    (one) => one.upper !== undefined && (lower === undefined || sameType(one.upper, lower)),
  );
  if (lower === undefined && upper === undefined) return undefined;
  return { lower, upper: upper?.upper };
}

/** The single best condition, where several may hold for different elements of an array. */
export function strongest(conditions: readonly FieldBounds[]): FieldBounds | undefined {
  const both = conditions.find((one) => one.lower !== undefined && one.upper !== undefined);
  const points = conditions.filter((one) => one.points).sort((a, b) => a.points!.length - b.points!.length)[0];
  return points ?? both ?? conditions[0];
}

const sameType = (a: Value, b: Value) => typeByte(a) === typeByte(b);

/** An array also equals the document's whole array, and a collation makes strings equal that differ in bytes. */
function isPoint(value: Value, collation: Collation | undefined): boolean {
  if (value === undefined || Array.isArray(value) || value instanceof BSONRegExp || value instanceof Code) return false;
  if (isDocument(value)) return collation === undefined && !Object.keys(value).some((field) => field.startsWith('$'));
  return !(collation && typeof value === 'string');
}

function isRangeEnd(value: Value, collation: Collation | undefined): boolean {
  if (!isPoint(value, collation) || value === null || isDocument(value)) return false;
  if (value instanceof MinKey || value instanceof MaxKey) return false;
  return !(isNumber(value) && Number.isNaN(toNumber(value)));
}

/** A half-open interval of keys: `[from, to)`. */
export interface KeyRange {
  from: Buffer;
  to: Buffer;
}

/** Above everything that may follow a value in a key: the next type byte, or the record id. */
const ABOVE = Buffer.from([0xff]);

/** The intervals of keys that fulfil one condition on a field of the given direction. */
export function keyRanges(bounds: FieldBounds, direction: number): KeyRange[] {
  const encode = (value: Value) => encodeKey([value], [direction]).bytes;
  if (bounds.points) {
    return bounds.points.map((point) => {
      const from = encode(point);
      return { from, to: Buffer.concat([from, ABOVE]) };
    });
  }
  const { lower, upper } = bounds;
  const type = typeByte(lower ?? upper ?? null);
  const typeStart = direction < 0 ? Buffer.from([0xff - type]) : Buffer.from([type]);
  const typeEnd = direction < 0 ? Buffer.from([0xff - type + 1]) : Buffer.from([type + 1]);
  const [first, last] = direction < 0 ? [upper, lower] : [lower, upper];
  return [
    {
      from: first === undefined ? typeStart : encode(first),
      to: last === undefined ? typeEnd : Buffer.concat([encode(last), ABOVE]),
    },
  ];
}
