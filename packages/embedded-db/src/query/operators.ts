import { Long, MaxKey, MinKey } from 'bson';
import { compareValues, equalValues } from '../bson/compare';
import { toBigInt, toNumber, toWhole } from '../bson/number';
import { isDocument, isNumber, isRegExp, typeOrder, type Document, type Numeric, type Value } from '../bson/value';
import { badValue, failedToParse } from '../errors';
import type { Collation } from './collation';
import { regExpTest, regexOperator } from './regexp';
import { typeTest } from './types';

/** One condition on a value: a plain test, an index finder (`$elemMatch`), or several conditions together. */
export interface ValueTest {
  test?: (value: Value) => boolean;
  find?: (value: Value) => number | undefined;
  all?: ValueTest[];
  /** The condition holds when no value on the path passes. */
  negated?: boolean;
  /** Also asked of every element when the value is an array. */
  expands?: boolean;
}

export interface OperatorCompiler {
  collation?: Collation;
  compileElement(filter: Document): (element: Value) => boolean;
}

/** True for `{ $gt: … }`; a DBRef (`$ref` with `$id`) and `{}` are plain values. */
export function isOperatorDocument(value: Value): value is Document {
  if (!isDocument(value)) return false;
  const first = Object.keys(value)[0];
  return first !== undefined && first.startsWith('$') && !('$ref' in value && '$id' in value);
}

/** Equality as a filter means it: null also stands for a missing field. */
export function equalityTest(wanted: Value, collation?: Collation): (value: Value) => boolean {
  if (wanted === null || wanted === undefined) return (value) => value === null || value === undefined;
  return (value) => value !== undefined && equalValues(value, wanted, collation);
}

/** Compiles every operator of `{ $gt: 1, $lt: 5 }`. */
export function compileOperators(condition: Document, compiler: OperatorCompiler): ValueTest[] {
  const tests: ValueTest[] = [];
  for (const operator of Object.keys(condition)) {
    if (operator === '$options') {
      if (!('$regex' in condition)) throw badValue('$options needs a $regex');
      continue;
    }
    tests.push(compileOperator(operator, condition[operator], condition, compiler));
  }
  return tests;
}

function compileOperator(operator: string, argument: Value, all: Document, compiler: OperatorCompiler): ValueTest {
  const { collation } = compiler;
  switch (operator) {
    case '$eq':
      return { test: equalityTest(argument, collation), expands: true };
    case '$ne':
      if (isRegExp(argument)) throw badValue("Can't have regex as arg to $ne.");
      return { test: equalityTest(argument, collation), expands: true, negated: true };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      if (isRegExp(argument)) throw badValue(`Can't have RegEx as arg to predicate over field.`);
      return { test: rangeTest(operator, argument, collation), expands: true };
    case '$in':
    case '$nin':
      return { test: membershipTest(operator, argument, collation), expands: true, negated: operator === '$nin' };
    case '$exists':
      return { test: (value) => value !== undefined, negated: !isTrue(argument) };
    case '$type':
      return { test: typeTest(argument), expands: true };
    case '$mod':
      return { test: moduloTest(argument), expands: true };
    case '$regex':
      return { test: regexOperator(argument, all.$options), expands: true };
    case '$size': {
      const size = toWhole(argument);
      if (size === undefined || size < 0) {
        throw failedToParse('Failed to parse $size. Expected a non-negative integer');
      }
      return { test: (value) => Array.isArray(value) && value.length === size };
    }
    case '$all':
      return compileAll(argument, compiler);
    case '$elemMatch':
      return compileElemMatch(argument, compiler);
    case '$not':
      return compileNot(argument, compiler);
    default:
      throw badValue(`unknown operator: ${operator}`);
  }
}

/** The truth of an `$exists` argument, which may be a number. */
const isTrue = (value: Value) =>
  isNumber(value) ? toNumber(value) !== 0 : value !== false && value !== null && value !== undefined;

/** Ranges compare within one type only; MinKey and MaxKey bound every type, NaN is equal to NaN alone. */
function rangeTest(operator: string, bound: Value, collation?: Collation): (value: Value) => boolean {
  const accepts = {
    $gt: (order: number) => order > 0,
    $gte: (order: number) => order >= 0,
    $lt: (order: number) => order < 0,
    $lte: (order: number) => order <= 0,
  }[operator]!;
  const boundOrder = typeOrder(bound);
  const isUniversal = bound instanceof MinKey || bound instanceof MaxKey;
  return (value) => {
    const known = value === undefined ? null : value;
    if (isUniversal) return accepts(compareValues(known, bound, collation));
    if (typeOrder(known) !== boundOrder) return false;
    if (isNaNValue(known) || isNaNValue(bound)) return isNaNValue(known) && isNaNValue(bound) && accepts(0);
    return accepts(compareValues(known, bound, collation));
  };
}

const isNaNValue = (value: Value) => isNumber(value) && Number.isNaN(toNumber(value));

function membershipTest(operator: string, list: Value, collation?: Collation): (value: Value) => boolean {
  if (!Array.isArray(list)) throw badValue(`${operator} needs an array`);
  const tests = list.map((item) => {
    if (isOperatorDocument(item)) throw badValue(`cannot nest $ under ${operator}`);
    return isRegExp(item) ? regExpTest(item.pattern, item.options) : equalityTest(item, collation);
  });
  return (value) => tests.some((test) => test(value));
}

/** Whole part of a number as int64, or undefined outside its range. */
function wholePart(value: Numeric): bigint | undefined {
  if (value instanceof Long) return toBigInt(value);
  const number = toNumber(value);
  if (!Number.isFinite(number) || Math.abs(number) >= 2 ** 63) return undefined;
  return BigInt(Math.trunc(number));
}

function moduloTest(argument: Value): (value: Value) => boolean {
  if (!Array.isArray(argument)) throw badValue('malformed mod, needs to be an array');
  if (argument.length < 2) throw badValue('malformed mod, not enough elements');
  if (argument.length > 2) throw badValue('malformed mod, too many elements');
  const [divisor, rest] = argument;
  if (!isNumber(divisor)) throw badValue('malformed mod, divisor not a number');
  if (!isNumber(rest)) throw badValue('malformed mod, remainder not a number');
  const by = wholePart(divisor);
  const wanted = wholePart(rest);
  if (by === undefined) throw badValue('malformed mod, divisor value is invalid');
  if (wanted === undefined) throw badValue('malformed mod, remainder value is invalid');
  if (by === 0n) throw badValue('divisor cannot be 0');
  return (value) => {
    const whole = isNumber(value) ? wholePart(value) : undefined;
    return whole !== undefined && whole % by === wanted;
  };
}

function compileAll(argument: Value, compiler: OperatorCompiler): ValueTest {
  if (!Array.isArray(argument)) throw badValue('$all needs an array');
  if (argument.length === 0) return { test: () => false };
  const isElemMatch = (item: Value) => isOperatorDocument(item) && Object.keys(item)[0] === '$elemMatch';
  const every = argument.every(isElemMatch);
  if (!every && isElemMatch(argument[0])) throw badValue('$all/$elemMatch has to be consistent');
  return {
    all: argument.map((item): ValueTest => {
      if (every) return { all: compileOperators(item as Document, compiler) };
      if (isOperatorDocument(item)) throw badValue('no $ expressions in $all');
      const test = isRegExp(item) ? regExpTest(item.pattern, item.options) : equalityTest(item, compiler.collation);
      return { test, expands: true };
    }),
  };
}

const LOGICAL = new Set(['$and', '$or', '$nor', '$expr', '$comment']);

function compileElemMatch(argument: Value, compiler: OperatorCompiler): ValueTest {
  if (!isDocument(argument)) throw badValue('$elemMatch needs an Object');
  const isOnValue = isOperatorDocument(argument) && !LOGICAL.has(Object.keys(argument)[0]!);
  const tests = isOnValue ? compileOperators(argument, compiler) : undefined;
  const matches = tests
    ? (element: Value) => tests.every((test) => testValue(test, element))
    : compiler.compileElement(argument);
  return {
    find: (value) => {
      if (!Array.isArray(value)) return undefined;
      const index = value.findIndex(matches);
      return index < 0 ? undefined : index;
    },
  };
}

/** Asks a condition of one value as it stands, without searching inside an array. */
function testValue(test: ValueTest, value: Value): boolean {
  const passes = test.all
    ? test.all.every((inner) => testValue(inner, value))
    : test.find
      ? test.find(value) !== undefined
      : test.test!(value);
  return passes !== (test.negated ?? false);
}

function compileNot(argument: Value, compiler: OperatorCompiler): ValueTest {
  if (isRegExp(argument)) {
    return { test: regExpTest(argument.pattern, argument.options), expands: true, negated: true };
  }
  if (!isDocument(argument)) throw badValue('$not needs a regex or a document');
  if (Object.keys(argument).length === 0) throw badValue('$not cannot be empty');
  return { all: compileOperators(argument, compiler), negated: true };
}
