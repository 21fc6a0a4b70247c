import { Decimal128, ObjectId, Timestamp } from 'bson';
import { makeInteger, quantize, toBigInt, toDecimal } from '../../bson/number';
import { isNumber, makeDouble, toNumber, typeName, type Value } from '../../bson/value';
import { MongoError, conversionFailure, location } from '../../errors';
import { typeAlias } from '../../query/types';
import { compileExpression, isNullish, type Evaluate, type Scope } from '../expression';
import { checkNamed, nullable, nary, type Entry } from './helpers';

const SUFFIX = 'in $convert with no onError value';
const unsupported = (value: Value, to: string) =>
  conversionFailure(`Unsupported conversion from ${typeName(value)} to ${to} ${SUFFIX}`);
const unreadable = (text: string, what: string) => conversionFailure(`Failed to parse ${what} '${text}' ${SUFFIX}`);
const overflow = () => conversionFailure(`Conversion would overflow target type ${SUFFIX}`);

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

function toInteger(value: Value, to: 'int' | 'long'): Value {
  let integer: bigint;
  if (typeof value === 'boolean') integer = value ? 1n : 0n;
  else if (typeof value === 'string') {
    if (!/^[+-]?\d+$/.test(value)) throw unreadable(value, 'number');
    integer = BigInt(value.replace(/^\+/, ''));
  } else if (value instanceof Date && to === 'long') integer = BigInt(value.getTime());
  else if (isNumber(value)) {
    if (!Number.isFinite(toNumber(value)))
      throw conversionFailure(`Attempt to convert NaN or infinity value to integer type ${SUFFIX}`);
    const whole = quantize(value, 0, 'trunc');
    integer = whole instanceof Decimal128 ? BigInt(Number(whole.toString())) : toBigInt(whole);
  } else throw unsupported(value, to);
  const result = makeInteger(integer, to === 'int');
  if (result === undefined || (to === 'int' && typeof result !== 'number')) throw overflow();
  return result;
}

function toDouble(value: Value): Value {
  if (typeof value === 'boolean') return makeDouble(value ? 1 : 0);
  if (value instanceof Date) return makeDouble(value.getTime());
  if (isNumber(value)) return makeDouble(toNumber(value));
  if (typeof value !== 'string') throw unsupported(value, 'double');
  if (!NUMBER.test(value)) throw unreadable(value, 'number');
  return makeDouble(Number(value));
}

function toDecimalValue(value: Value): Value {
  if (typeof value === 'boolean') return Decimal128.fromString(value ? '1' : '0');
  if (value instanceof Date) return Decimal128.fromString(String(value.getTime()));
  if (isNumber(value)) return toDecimal(value);
  if (typeof value !== 'string') throw unsupported(value, 'decimal');
  if (!NUMBER.test(value)) throw unreadable(value, 'number');
  return Decimal128.fromString(value);
}

function toText(value: Value): Value {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (typeof value === 'boolean' || isNumber(value)) return String(value);
  throw unsupported(value, 'string');
}

/** A date from another type, as `$toDate` reads it. A string without a zone is UTC. */
function toDate(value: Value): Value {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.getHighBitsUnsigned() * 1000);
  if (isNumber(value) && typeName(value) !== 'int') return new Date(Math.trunc(toNumber(value)));
  if (typeof value !== 'string') throw unsupported(value, 'date');
  const match = ISO_DATE.exec(value);
  const hasTime = value.length > 10;
  const time = match
    ? Date.parse(
        value.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, hasTime ? '$1:$2' : '$&') +
          (hasTime && !match[1] ? 'Z' : ''),
      )
    : Number.NaN;
  if (Number.isNaN(time)) throw conversionFailure(`Error parsing date string '${value}'`);
  return new Date(time);
}

function toObjectId(value: Value): Value {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') throw unsupported(value, 'objectId');
  if (!/^[0-9a-fA-F]{24}$/.test(value)) throw unreadable(value, 'objectId');
  return ObjectId.createFromHexString(value);
}

const CONVERSIONS: Record<string, (value: Value) => Value> = {
  int: (value) => toInteger(value, 'int'),
  long: (value) => toInteger(value, 'long'),
  double: toDouble,
  decimal: toDecimalValue,
  string: toText,
  date: toDate,
  objectId: toObjectId,
  bool: (value) => (typeof value === 'boolean' ? value : !isNumber(value) || toNumber(value) !== 0),
};

function compileConvert(argument: Value, scope: Scope): Evaluate {
  const codes = { shape: 9, unknown: 9, missing: 9 };
  const spec = checkNamed('$convert', argument, ['input', 'to'], ['onError', 'onNull'], codes);
  const [input, to, onError, onNull] = [spec.input, spec.to, spec.onError, spec.onNull].map((part) =>
    part === undefined ? undefined : compileExpression(part, scope),
  );
  return (document, variables) => {
    const type = to!(document, variables);
    if (isNullish(type)) return null;
    const value = input!(document, variables);
    if (isNullish(value)) return onNull ? onNull(document, variables) : null;
    const name = typeAlias(type);
    const convert = CONVERSIONS[name];
    try {
      if (!convert) throw unsupported(value, name);
      return convert(value);
    } catch (error) {
      if (onError && error instanceof MongoError && error.code === 241) return onError(document, variables);
      throw error;
    }
  };
}

const shorthand = (name: string, type: string): Entry => nullable(name, 1, 1, ([value]) => CONVERSIONS[type]!(value));

export const conversionOperators: Entry[] = [
  ['$convert', compileConvert],
  shorthand('$toInt', 'int'),
  shorthand('$toLong', 'long'),
  shorthand('$toDouble', 'double'),
  shorthand('$toDecimal', 'decimal'),
  shorthand('$toString', 'string'),
  shorthand('$toDate', 'date'),
  shorthand('$toObjectId', 'objectId'),
  shorthand('$toBool', 'bool'),
  nary('$type', 1, 1, ([value]) => typeName(value)),
  nary('$isNumber', 1, 1, ([value]) => isNumber(value)),
];

/** A date, or what has one inside; `$year` and its like take nothing else. */
export function dateOf(value: Value): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  if (value instanceof Timestamp) return new Date(value.getHighBitsUnsigned() * 1000);
  throw location(16006, `can't convert from BSON type ${typeName(value)} to Date`);
}
