import { Decimal128, Timestamp } from 'bson';
import { toWhole } from '../../bson/number';
import { isNumber, typeName, type Value } from '../../bson/value';
import { location } from '../../errors';
import { isNullish } from '../core';
import { nary, nullable, type Entry } from './helpers';

/** MongoDB's limit on the buffer a string is built in. */
const MAX_STRING = 64 * 1024 * 1024;

/** What `$toLower`, `$substrCP` and the like take for a string: null is empty, numbers and dates are written out. */
function coerce(name: string, value: Value): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string') return value;
  if (isNumber(value)) return value instanceof Decimal128 ? value.toString() : String(value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Timestamp) return value.toString();
  throw location(16007, `can't convert from BSON type ${typeName(value)} to String (${name})`);
}

/** ASCII letters only, as MongoDB changes case. */
const lower = (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
const upper = (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase());

function requireString(value: Value, code: number, what: string): string {
  if (typeof value !== 'string') throw location(code, `${what} requires a string argument, found: ${typeName(value)}`);
  return value;
}

function concat(values: Value[]): Value {
  let text = '';
  for (const value of values) {
    if (isNullish(value)) return null;
    if (typeof value !== 'string') throw location(16702, `$concat only supports strings, not ${typeName(value)}`);
    text += value;
    if (text.length > MAX_STRING) throw location(13548, 'BufBuilder attempted to grow() past the 64MB limit.');
  }
  return text;
}

function substring([text, start, length]: Value[]): Value {
  const points = [...coerce('$substrCP', text)];
  const from = isNumber(start) ? toWhole(start) : undefined;
  const count = isNumber(length) ? toWhole(length) : undefined;
  if (from === undefined)
    throw location(34450, '$substrCP: starting index must be a numeric type representable as a 32-bit integral value');
  if (count === undefined)
    throw location(34452, '$substrCP: length must be a numeric type representable as a 32-bit integral value');
  if (from < 0) throw location(34455, '$substrCP: the starting index must be nonnegative integer.');
  if (count < 0) throw location(34454, '$substrCP: length must be a nonnegative integer.');
  return points.slice(from, from + count).join('');
}

const split = ([text, separator]: Value[]): Value => {
  const source = requireString(text, 40085, '$split');
  const by = requireString(separator, 40086, '$split');
  if (by === '') throw location(40087, '$split requires a non-empty separator');
  return source.split(by);
};

export const stringOperators: Entry[] = [
  nary('$concat', 0, Infinity, concat),
  nary('$toLower', 1, 1, ([text]) => lower(coerce('$toLower', text))),
  nary('$toUpper', 1, 1, ([text]) => upper(coerce('$toUpper', text))),
  nary('$substrCP', 3, 3, substring),
  nary('$strLenCP', 1, 1, ([text]) => [...requireString(text, 34471, '$strLenCP')].length),
  nullable('$split', 2, 2, split),
];
