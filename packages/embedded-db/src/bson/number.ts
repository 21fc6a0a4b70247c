import { Decimal128, Double, Long } from 'bson';
import { isNumber, type Numeric, type Value } from './value';

/** A finite number written exactly as `coefficient × 10^exponent`. */
interface Exact {
  coefficient: bigint;
  exponent: number;
}

type NumericKind = 'int' | 'long' | 'double' | 'decimal';

const kindOf = (value: Numeric): NumericKind => {
  if (typeof value === 'number') return (value | 0) === value && !Object.is(value, -0) ? 'int' : 'double';
  if (value instanceof Double) return 'double';
  return value instanceof Decimal128 ? 'decimal' : 'long';
};

/** Nearest double: exact for int32 and doubles, rounded for long and decimal. */
export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (value instanceof Double) return value.value;
  return value instanceof Decimal128 ? Number(value.toString()) : value.toNumber();
}

/** A double as a value: integral ones must be wrapped, or they would be stored as int32. */
export const makeDouble = (value: number): Numeric => (Number.isInteger(value) ? new Double(value) : value);

/** The integer inside an int or a long. */
export const toBigInt = (value: Numeric): bigint =>
  value instanceof Long ? value.toBigInt() : BigInt(toNumber(value));

const INT32_LIMIT = 2n ** 31n;
const INT64_LIMIT = 2n ** 63n;

/** An integer as int32 if `narrow` allows and it fits, else int64; undefined when it fits neither. */
function makeInteger(value: bigint, narrow: boolean): Numeric | undefined {
  if (narrow && value >= -INT32_LIMIT && value < INT32_LIMIT) return Number(value);
  return value >= -INT64_LIMIT && value < INT64_LIMIT ? Long.fromBigInt(value) : undefined;
}

/**
 * Total order over all numeric types by mathematical value, NaN lowest. Rounding to a double is monotone, so doubles
 * that differ settle it; only equal roundings need exact arithmetic. Decimal 9.99 is not equal to double 9.99.
 */
export function compareNumbers(a: Numeric, b: Numeric): number {
  const x = toNumber(a);
  const y = toNumber(b);
  if (x < y) return -1;
  if (x > y) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) ? (Number.isNaN(y) ? 0 : -1) : 1;
  if ((typeof a === 'number' || a instanceof Double) && (typeof b === 'number' || b instanceof Double)) return 0;
  const exactA = exact(a);
  const exactB = exact(b);
  // Beyond the range of doubles a finite decimal rounds to the same infinity as a real one.
  if (!exactA || !exactB) return exactA ? -Math.sign(y) : exactB ? Math.sign(x) : 0;
  const [left, right] = align(exactA, exactB);
  return left < right ? -1 : left > right ? 1 : 0;
}

function exact(value: Numeric): Exact | undefined {
  if (value instanceof Decimal128) return parseDecimal(value.toString());
  if (value instanceof Long) return { coefficient: value.toBigInt(), exponent: 0 };
  return exactDouble(toNumber(value));
}

/** A double's binary fraction in full: m × 2^-k is m × 5^k × 10^-k. */
function exactDouble(value: number): Exact | undefined {
  if (!Number.isFinite(value)) return undefined;
  let mantissa = value;
  let shift = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    shift++;
  }
  return { coefficient: BigInt(mantissa) * 5n ** BigInt(shift), exponent: shift === 0 ? 0 : -shift };
}

function parseDecimal(text: string): Exact | undefined {
  const match = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match) return undefined;
  const fraction = match[3] ?? '';
  const coefficient = BigInt((match[2] ?? '') + fraction || '0');
  return { coefficient: match[1] ? -coefficient : coefficient, exponent: Number(match[4] ?? 0) - fraction.length };
}

function align(a: Exact, b: Exact): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  const scale = (n: Exact) => n.coefficient * 10n ** BigInt(n.exponent - exponent);
  return [scale(a), scale(b), exponent];
}

/** The decimal arithmetic sees a double as: 15 significant digits, as MongoDB converts it. */
function toDecimal(value: Numeric): Decimal128 {
  if (value instanceof Decimal128) return value;
  if (kindOf(value) !== 'double') return Decimal128.fromString(value.toString());
  const double = toNumber(value);
  return Decimal128.fromString(Number.isFinite(double) ? double.toPrecision(15) : String(double));
}

/** Rounds half to even at the 34 digits a Decimal128 holds. */
function makeDecimal(value: Exact): Decimal128 {
  let { coefficient, exponent } = value;
  const extra = coefficient.toString().replace('-', '').length - 34;
  if (extra > 0) {
    const unit = 10n ** BigInt(extra);
    const rest = coefficient % unit;
    const twice = (rest < 0n ? -rest : rest) * 2n;
    coefficient /= unit;
    if (twice > unit || (twice === unit && coefficient % 2n !== 0n)) coefficient += value.coefficient < 0n ? -1n : 1n;
    exponent += extra;
  }
  return Decimal128.fromStringWithRounding(`${coefficient}E${exponent}`);
}

function combine(
  a: Numeric,
  b: Numeric,
  doubles: (x: number, y: number) => number,
  integers: (x: bigint, y: bigint) => bigint,
  decimals: (x: Exact, y: Exact) => Exact,
): Numeric | undefined {
  const kinds = [kindOf(a), kindOf(b)];
  if (kinds.includes('decimal')) {
    const x = exact(toDecimal(a));
    const y = exact(toDecimal(b));
    if (x && y) return makeDecimal(decimals(x, y));
    return Decimal128.fromString(String(doubles(toNumber(a), toNumber(b))));
  }
  if (kinds.includes('double')) return makeDouble(doubles(toNumber(a), toNumber(b)));
  return makeInteger(integers(toBigInt(a), toBigInt(b)), !kinds.includes('long'));
}

/** Sum in the wider of the two types (int → long on overflow); undefined when an int64 overflows. */
export const addNumbers = (a: Numeric, b: Numeric): Numeric | undefined =>
  combine(
    a,
    b,
    (x, y) => x + y,
    (x, y) => x + y,
    (x, y) => {
      const [left, right, exponent] = align(x, y);
      return { coefficient: left + right, exponent };
    },
  );

/** Product in the wider of the two types; undefined when an int64 overflows. */
export const multiplyNumbers = (a: Numeric, b: Numeric): Numeric | undefined =>
  combine(
    a,
    b,
    (x, y) => x * y,
    (x, y) => x * y,
    (x, y) => ({ coefficient: x.coefficient * y.coefficient, exponent: x.exponent + y.exponent }),
  );

/** Quotient: a decimal if either is one, else a double. The divisor is not zero. */
export function divideNumbers(a: Numeric, b: Numeric): Numeric {
  const quotient = toNumber(a) / toNumber(b);
  if (!(a instanceof Decimal128) && !(b instanceof Decimal128)) return makeDouble(quotient);
  const x = exact(toDecimal(a));
  const y = exact(toDecimal(b));
  if (!x || !y) return Decimal128.fromString(String(quotient));
  // 70 digits beyond the divisor's: a sticky last digit keeps the rounding to 34 right.
  const digits = 70 + y.coefficient.toString().length;
  const scaled = x.coefficient * 10n ** BigInt(digits);
  let coefficient = scaled / y.coefficient;
  let exponent = x.exponent - y.exponent - digits;
  if (coefficient * y.coefficient === scaled) {
    const ideal = x.exponent - y.exponent;
    while (exponent < ideal && coefficient !== 0n && coefficient % 10n === 0n) {
      coefficient /= 10n;
      exponent++;
    }
    if (coefficient === 0n) exponent = ideal;
  } else {
    coefficient = coefficient * 10n + (scaled < 0n !== y.coefficient < 0n ? -1n : 1n);
    exponent--;
  }
  return makeDecimal({ coefficient, exponent });
}

/** Remainder with the sign of the dividend; undefined means NaN cannot be avoided. The divisor is not zero. */
export function remainder(a: Numeric, b: Numeric): Numeric {
  const result = combine(
    a,
    b,
    (x, y) => x % y,
    (x, y) => x % y,
    (x, y) => {
      const [left, right, exponent] = align(x, y);
      return { coefficient: left % right, exponent };
    },
  );
  return result ?? Number.NaN;
}

/** How `quantize` chooses between two neighbours. */
export type Rounding = 'even' | 'trunc' | 'ceil' | 'floor';

/** Rounds to a number of decimals (negative: to tens, hundreds…), keeping the type. */
export function quantize(value: Numeric, places: number, mode: Rounding): Numeric {
  const kind = kindOf(value);
  if ((kind === 'int' || kind === 'long') && places >= 0) return value;
  const number = exact(kind === 'double' && mode === 'even' ? toDecimal(value) : value);
  if (!number || number.exponent >= -places) return value;
  const unit = 10n ** BigInt(-places - number.exponent);
  const rest = number.coefficient % unit;
  let whole = number.coefficient / unit;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const isNegative = number.coefficient < 0n;
  const away =
    mode === 'even'
      ? twice > unit || (twice === unit && whole % 2n !== 0n)
      : mode !== 'trunc' && (mode === 'floor') === isNegative;
  if (rest !== 0n && away) whole += isNegative ? -1n : 1n;
  const result = { coefficient: whole, exponent: -places };
  if (kind === 'decimal') return makeDecimal(result);
  if (kind === 'double') return makeDouble(Number(`${whole}e${-places}`));
  return makeInteger(whole * 10n ** BigInt(-places), kind === 'int') ?? value;
}

/** Whole number inside a value, or undefined when it has a fraction, is not finite, or is no number at all. */
export function toWhole(value: Value): number | undefined {
  if (!isNumber(value)) return undefined;
  const number = toNumber(value);
  return Number.isInteger(number) ? number : undefined;
}
