import { Long } from 'bson';
import {
  addNumbers,
  divideNumbers,
  multiplyNumbers,
  quantize,
  remainder,
  compareNumbers,
  makeDouble,
  toNumber,
  toWhole,
} from '../../bson/number';
import { isNumber, typeName, type Numeric, type Value } from '../../bson/value';
import { badValue, location, typeMismatch } from '../../errors';
import { isNullish } from '../core';
import { nary, nullable, type Entry } from './helpers';

/** Beyond int64 an expression goes on in doubles, where an update refuses. */
export const add = (a: Numeric, b: Numeric): Numeric => addNumbers(a, b) ?? makeDouble(toNumber(a) + toNumber(b));
const multiply = (a: Numeric, b: Numeric): Numeric => multiplyNumbers(a, b) ?? makeDouble(toNumber(a) * toNumber(b));
const negate = (value: Numeric): Numeric => multiply(value, -1);

function sum(values: Value[]): Value {
  let total: Numeric = 0;
  let date: Date | undefined;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (value instanceof Date) {
      if (date) throw location(16612, 'only one date allowed in an $add expression');
      date = value;
    } else if (isNumber(value)) total = add(total, value);
    else throw typeMismatch(`$add only supports numeric or date types, not ${typeName(value)}`);
  }
  return date ? new Date(date.getTime() + Math.round(toNumber(total))) : total;
}

function subtract([a, b]: Value[]): Value {
  if (isNumber(a) && isNumber(b)) return add(a, negate(b));
  if (a instanceof Date && b instanceof Date) return Long.fromNumber(a.getTime() - b.getTime());
  if (a instanceof Date && isNumber(b)) return new Date(a.getTime() - Math.round(toNumber(b)));
  throw typeMismatch(`can't $subtract ${typeName(b)} from ${typeName(a)}`);
}

function product(values: Value[]): Value {
  let total: Numeric = 1;
  for (const value of values) {
    if (isNullish(value)) return null;
    if (!isNumber(value)) throw typeMismatch(`$multiply only supports numeric types, not ${typeName(value)}`);
    total = multiply(total, value);
  }
  return total;
}

function divide([a, b]: Value[]): Value {
  if (!isNumber(a) || !isNumber(b)) {
    throw typeMismatch(`$divide only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  }
  if (toNumber(b) === 0) throw badValue("can't $divide by zero");
  return divideNumbers(a, b);
}

function modulo([a, b]: Value[]): Value {
  if (!isNumber(a) || !isNumber(b)) {
    throw location(16611, `$mod only supports numeric types, not ${typeName(a)} and ${typeName(b)}`);
  }
  if (toNumber(b) === 0) throw location(16610, "can't $mod by zero");
  return remainder(a, b);
}

/** `$round` (half to even) and `$trunc`, to a number of decimals. */
const rounding = (name: string, mode: 'even' | 'trunc'): Entry =>
  nullable(name, 1, 2, ([value, places]) => {
    if (!isNumber(value)) throw location(51081, `${name} only supports numeric types, not ${typeName(value)}`);
    const place = places === undefined ? 0 : toWhole(places);
    if (place === undefined) throw location(51082, `precision argument to ${name} must be a integral value`);
    if (place < -20 || place > 100)
      throw location(51083, `cannot apply ${name} with precision value ${place} value must be in [-20, 100]`);
    return quantize(value, place, mode);
  });

const numeric = (name: string, run: (value: Numeric) => Value): Entry =>
  nullable(name, 1, 1, ([value]) => {
    if (!isNumber(value)) throw location(28765, `${name} only supports numeric types, not ${typeName(value)}`);
    return run(value);
  });

export const arithmeticOperators: Entry[] = [
  nary('$add', 0, Infinity, sum),
  nullable('$subtract', 2, 2, subtract),
  nary('$multiply', 0, Infinity, product),
  nullable('$divide', 2, 2, divide),
  nullable('$mod', 2, 2, modulo),
  rounding('$round', 'even'),
  rounding('$trunc', 'trunc'),
  numeric('$abs', (value) => (compareNumbers(value, 0) < 0 ? negate(value) : value)),
  numeric('$ceil', (value) => quantize(value, 0, 'ceil')),
  numeric('$floor', (value) => quantize(value, 0, 'floor')),
];
