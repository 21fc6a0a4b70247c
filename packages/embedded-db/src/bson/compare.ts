import { BSONRegExp, Binary, Code, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import type { Collation } from '../query/collation';
import { compareNumbers } from './number';
import { isDocument, isNumber, typeOrder, type Document, type Value } from './value';

/**
 * MongoDB's total order over all values: by type first, then within the type
 * (https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/). A collation applies to strings alone.
 */
export function compareValues(a: Value, b: Value, collation?: Collation): number {
  if (a === b) return 0;
  const order = typeOrder(a) - typeOrder(b);
  if (order !== 0) return Math.sign(order);
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return compareArrays(a, b, collation);
  if (isDocument(a) && isDocument(b)) return compareDocuments(a, b, collation);
  if (a instanceof Date && b instanceof Date) return Math.sign(a.getTime() - b.getTime());
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (typeof a === 'boolean') return a ? 1 : -1;
  if (a instanceof Binary && b instanceof Binary) return compareBinary(a, b);
  if (a instanceof Timestamp && b instanceof Timestamp) return a.compare(b);
  if (a instanceof BSONRegExp && b instanceof BSONRegExp) {
    return compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options);
  }
  if (a instanceof Code && b instanceof Code) {
    const code = compareStrings(a.code, b.code);
    return code || compareDocuments((a.scope ?? {}) as Document, (b.scope ?? {}) as Document, collation);
  }
  if (a instanceof MinKey || a instanceof MaxKey || a === null || b === null) return 0;
  return (collation?.compare ?? compareStrings)(String(a), String(b));
}

/** True when MongoDB holds the two for the same value: 1, 1.0 and Long 1 are; objects need the same field order. */
export const equalValues = (a: Value, b: Value, collation?: Collation): boolean => compareValues(a, b, collation) === 0;

function compareArrays(a: Value[], b: Value[], collation?: Collation): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const order = compareValues(a[i], b[i], collation);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

/** Field by field: type of the value, then name, then value; the shorter document first. */
function compareDocuments(a: Document, b: Document, collation?: Collation): number {
  const fieldsA = presentFields(a);
  const fieldsB = presentFields(b);
  const shared = Math.min(fieldsA.length, fieldsB.length);
  for (let i = 0; i < shared; i++) {
    const fieldA = fieldsA[i]!;
    const fieldB = fieldsB[i]!;
    const order =
      Math.sign(typeOrder(a[fieldA]) - typeOrder(b[fieldB])) ||
      compareStrings(fieldA, fieldB) ||
      compareValues(a[fieldA], b[fieldB], collation);
    if (order !== 0) return order;
  }
  return Math.sign(fieldsA.length - fieldsB.length);
}

const presentFields = (document: Document) => Object.keys(document).filter((field) => document[field] !== undefined);

/** Length, then subtype, then bytes. */
function compareBinary(a: Binary, b: Binary): number {
  return (
    Math.sign(a.length() - b.length()) || Math.sign(a.sub_type - b.sub_type) || Buffer.compare(a.value(), b.value())
  );
}

/** UTF-8 byte order. It differs from the order of UTF-16 units only where a surrogate meets U+E000 and above. */
export function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const unitA = a.charCodeAt(i);
    const unitB = b.charCodeAt(i);
    if (unitA === unitB) continue;
    const surrogateA = unitA >= 0xd800 && unitA <= 0xdfff;
    const surrogateB = unitB >= 0xd800 && unitB <= 0xdfff;
    if (surrogateA !== surrogateB) {
      // A surrogate stands for a code point above U+FFFF, so above every single unit.
      return surrogateA ? 1 : -1;
    }
    return unitA < unitB ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
}
