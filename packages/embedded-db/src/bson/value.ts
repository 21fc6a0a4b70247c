import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';

/** The numeric BSON types. A plain `number` is an int32, or a double that is not integral (see `decode`). */
export type Numeric = number | Double | Long | Decimal128;

/** A BSON value in memory. `undefined` means "no such field" and is never stored. */
export type Value =
  | undefined
  | null
  | boolean
  | Numeric
  | string
  | Date
  | ObjectId
  | Binary
  | Timestamp
  | BSONRegExp
  | BSONSymbol
  | Code
  | MinKey
  | MaxKey
  | Value[]
  | Document;

export interface Document {
  [field: string]: Value;
}

/** True for an embedded document; false for arrays, dates and every BSON scalar class. */
export function isDocument(value: unknown): value is Document {
  return (
    value !== null &&
    typeof value === 'object' &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !('_bsontype' in value && typeof value._bsontype === 'string' && !Object.hasOwn(value, '_bsontype'))
  );
}

/** Sets a field as an own property even when it is called `__proto__`. */
export function setField(target: Document, field: string, value: Value): void {
  if (field === '__proto__') {
    Object.defineProperty(target, field, { value, enumerable: true, configurable: true, writable: true });
  } else {
    target[field] = value;
  }
}

export const isNumber = (value: Value): value is Numeric =>
  typeof value === 'number' ||
  value instanceof Double ||
  value instanceof Decimal128 ||
  // Timestamp extends Long in the bson package.
  (value instanceof Long && !(value instanceof Timestamp));

export const isRegExp = (value: Value): value is BSONRegExp => value instanceof BSONRegExp;

/** MongoDB's alias of a value's BSON type, as `$type` reports it; `missing` for an absent field. */
export function typeName(value: Value): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'number') return isInt32(value) ? 'int' : 'double';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Double) return 'double';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof Long) return 'long';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof BSONSymbol) return 'symbol';
  if (value instanceof Code) return value.scope ? 'javascriptWithScope' : 'javascript';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  return 'object';
}

const isInt32 = (value: number) => (value | 0) === value && !Object.is(value, -0);

const ORDER: Record<string, number> = {
  minKey: 0,
  missing: 3,
  null: 5,
  int: 10,
  long: 10,
  double: 10,
  decimal: 10,
  string: 15,
  symbol: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  javascript: 60,
  javascriptWithScope: 65,
  maxKey: 127,
};

/** Rank of a value's type in MongoDB's comparison order. A missing value ranks just below null, as in expressions. */
export const typeOrder = (value: Value): number => ORDER[typeName(value)]!;

/** Copies documents and arrays; scalars are immutable here and are shared. */
export function cloneValue<T extends Value>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => cloneValue(item)) as T;
  if (!isDocument(value)) return value;
  const copy: Document = {};
  for (const field of Object.keys(value)) setField(copy, field, cloneValue(value[field]));
  return copy as T;
}
