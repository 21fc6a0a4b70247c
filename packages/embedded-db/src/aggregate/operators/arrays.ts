import { equalValues } from '../../bson/compare';
import { toWhole } from '../../bson/number';
import { isNumber, typeName, type Value } from '../../bson/value';
import { MongoError, location } from '../../errors';
import { isNullish } from '../core';
import { nary, nullable, type Entry } from './helpers';

/** MongoDB counts 16 bytes a value against a limit of 100 MB for what one expression builds. */
const MAX_ELEMENTS = (100 * 1024 * 1024) / 16;

function checkSize(name: string, elements: number): void {
  if (elements <= MAX_ELEMENTS) return;
  throw new MongoError(
    146,
    'ExceededMemoryLimit',
    `${name} would use too much memory (${elements * 16} bytes) and cannot spill to disk. Memory limit: 104857600 bytes`,
  );
}

function requireArray(value: Value, code: number, message: string): Value[] {
  if (!Array.isArray(value)) throw location(code, `${message}, found: ${typeName(value)}`);
  return value;
}

function elementAt([array, index]: Value[]): Value {
  const items = requireArray(array, 28689, "$arrayElemAt's first argument must be an array");
  if (!isNumber(index))
    throw location(28690, `$arrayElemAt's second argument must be a numeric value, but is ${typeName(index)}`);
  const at = toWhole(index);
  if (at === undefined)
    throw location(28691, "$arrayElemAt's second argument must be representable as a 32-bit integer");
  return items.at(at);
}

function slice([array, first, second]: Value[]): Value {
  const items = requireArray(array, 28724, 'First argument to $slice must be an array');
  const bounds = [first, second].map((bound, index) => {
    if (bound === undefined) return undefined;
    if (!isNumber(bound))
      throw location(index === 0 ? 28725 : 28727, `Argument to $slice must be numeric, found ${typeName(bound)}`);
    const whole = toWhole(bound);
    if (whole === undefined)
      throw location(index === 0 ? 28726 : 28728, "Argument to $slice can't be represented as a 32-bit integer");
    return whole;
  });
  const [start = 0, count] = bounds;
  if (count === undefined) return start >= 0 ? items.slice(0, start) : items.slice(start);
  if (count <= 0) throw location(28729, `Third argument to $slice must be positive: ${count}`);
  const from = start >= 0 ? start : Math.max(0, items.length + start);
  return items.slice(from, from + count);
}

function concatArrays(values: Value[]): Value {
  const result: Value[] = [];
  for (const value of values) {
    if (isNullish(value)) return null;
    if (!Array.isArray(value)) throw location(28664, `$concatArrays only supports arrays, not ${typeName(value)}`);
    checkSize('$concatArrays', result.length + value.length);
    for (const item of value) result.push(item);
  }
  return result;
}

const endOf = (name: string, at: number): Entry =>
  nullable(name, 1, 1, ([array]) => requireArray(array, 28689, `${name}'s argument must be an array`).at(at));

export const arrayOperators: Entry[] = [
  nary(
    '$size',
    1,
    1,
    ([array]) => requireArray(array, 17124, 'The argument to $size must be an array, but was of type').length,
  ),
  nary('$isArray', 1, 1, ([value]) => Array.isArray(value)),
  nary('$in', 2, 2, ([value, array], scope) =>
    requireArray(array, 40081, '$in requires an array as a second argument').some((item) =>
      equalValues(item, value, scope.collation),
    ),
  ),
  nullable('$arrayElemAt', 2, 2, elementAt),
  endOf('$first', 0),
  endOf('$last', -1),
  nullable('$slice', 2, 3, slice),
  nary('$concatArrays', 0, Infinity, concatArrays),
  nullable('$reverseArray', 1, 1, ([array]) =>
    [...requireArray(array, 34435, 'The argument to $reverseArray must be an array')].reverse(),
  ),
];
