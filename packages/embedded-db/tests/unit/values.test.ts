import { BSONRegExp, Binary, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addNumbers, divideNumbers, multiplyNumbers, quantize } from '../../src/bson/number';
import { decode, encode } from '../../src/bson/codec';
import { compareValues, equalValues } from '../../src/bson/compare';
import { typeName, type Numeric, type Value } from '../../src/bson/value';
import { ValueMap } from '../../src/bson/value-map';
import { makeCollation } from '../../src/query/collation';
import { bson, codeOf, doc } from './bson';

const decimal = (text: string) => Decimal128.fromString(text);

/** One value of every type, in the order of the manual's page on comparison. */
const ASCENDING: Value[] = [
  new MinKey(),
  null,
  Number.NaN,
  decimal('-Infinity'),
  Long.MIN_VALUE,
  -1,
  0,
  decimal('0.1'),
  0.1,
  new Double(1),
  Long.fromString('9007199254740993'),
  decimal('9007199254740993.5'),
  Infinity,
  '',
  'Z',
  'a',
  '\uffff',
  '\u{1f600}',
  {},
  { a: 1 },
  { b: 1 },
  { a: 'x' },
  [],
  [1],
  [1, 2],
  [2],
  new Binary(Buffer.from('z')),
  new Binary(Buffer.from('aa')),
  new ObjectId('000000000000000000000001'),
  false,
  true,
  new Date(0),
  new Timestamp({ t: 1, i: 1 }),
  new BSONRegExp('a', ''),
  new MaxKey(),
];

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom(...ASCENDING),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.double().map((value) => (Number.isInteger(value) ? new Double(value) : value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -40, max: 40 }))
    .map(([c, e]) => decimal(`${c}E${e}`)),
  fc.string({ unit: 'grapheme' }),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), scalar, { maxKeys: 3 }),
);

describe('order of values', () => {
  it('follows the manual', () => {
    for (let i = 1; i < ASCENDING.length; i++) {
      expect(compareValues(ASCENDING[i - 1], ASCENDING[i]), `${i}: ${typeName(ASCENDING[i])}`).toBe(-1);
    }
  });

  it('is total', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(value, value, value, (a, b, c) => {
        expect(compareValues(a, a)).toBe(0);
        expect(compareValues(a, b)).toBe(-compareValues(b, a) + 0);
        const [low, middle, high] = [a, b, c].sort((x, y) => compareValues(x, y));
        expect(compareValues(low, middle)).toBeLessThanOrEqual(0);
        expect(compareValues(middle, high)).toBeLessThanOrEqual(0);
        expect(compareValues(low, high)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test.each<[string, Value, Value, boolean]>([
    ['int and double', 1, new Double(1), true],
    ['int and long', 1, Long.ONE, true],
    ['int and decimal', 1, decimal('1.00'), true],
    ['decimal 9.99 and double 9.99', decimal('9.99'), 9.99, false],
    ['decimal 9.5 and double 9.5', decimal('9.5'), 9.5, true],
    ['long 2^53 + 1 and double 2^53', Long.fromString('9007199254740993'), new Double(2 ** 53), false],
    ['zeros', new Double(-0), 0, true],
    ['documents in another field order', { a: 1, b: 2 }, { b: 2, a: 1 }, false],
    ['documents with equal numbers', { a: 1 }, { a: Long.ONE }, true],
    ['true and 1', true, 1, false],
  ])('equality of %s', (_name, a, b, equal) => {
    expect(equalValues(a, b)).toBe(equal);
  });

  it('keys a map by the same equality', () => {
    const map = new ValueMap<number>();
    const put = (key: Value, number: number) => map.getOrAdd(key, () => number);
    expect([
      put(1, 1),
      put(new Double(1), 2),
      put(Long.ONE, 3),
      put('1', 4),
      put({ a: 1 }, 5),
      put({ a: new Double(1) }, 6),
    ]).toEqual([1, 1, 1, 4, 5, 5]);
  });
});

describe('BSON', () => {
  it('survives a round trip, types included', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(value, (original) => {
        const back = bson(original);
        expect(compareValues(back, original)).toBe(0);
        expect(typeName(back)).toBe(typeName(original));
        expect(encode({ value: back })).toEqual(encode({ value: original }));
      }),
    );
  });

  it('keeps a field called __proto__', () => {
    const made = doc(JSON.parse('{"__proto__": {"a": 1}}'));
    expect(Object.keys(made)).toEqual(['__proto__']);
    expect(Object.keys(decode(encode(made)))).toEqual(['__proto__']);
  });

  it('refuses what is not BSON and what is nested too deeply', () => {
    expect(codeOf(() => decode(Buffer.from([9, 0, 0, 0, 1, 2, 3, 4, 0])))).toBe(22);
    let deep: Value = 1;
    for (let i = 0; i < 250; i++) deep = [deep];
    expect(codeOf(() => bson(deep))).toBe(15);
  });
});

describe('arithmetic', () => {
  test.each<[Numeric, Numeric, string, string]>([
    [1, 2, 'int', '3'],
    [2 ** 31 - 1, 1, 'long', '2147483648'],
    [1, Long.ONE, 'long', '2'],
    [1, new Double(1), 'double', '2'],
    [0.1, 0.2, 'double', '0.30000000000000004'],
    [decimal('0.1'), decimal('0.2'), 'decimal', '0.3'],
    [decimal('1E+3'), 1, 'decimal', '1001'],
    [decimal('9999999999999999999999999999999999'), 1, 'decimal', '1.000000000000000000000000000000000E+34'],
  ])('%s + %s is the %s %s', (a, b, type, text) => {
    const sum = addNumbers(a, b);
    expect([typeName(sum), String(sum)]).toEqual([type, text]);
  });

  it('tells when int64 overflows', () => {
    expect(addNumbers(Long.MAX_VALUE, 1)).toBeUndefined();
    expect(multiplyNumbers(Long.MAX_VALUE, 2)).toBeUndefined();
  });

  it('divides decimals to 34 digits', () => {
    expect(divideNumbers(decimal('1'), 3).toString()).toBe('0.3333333333333333333333333333333333');
    expect(divideNumbers(decimal('2'), 3).toString()).toBe('0.6666666666666666666666666666666667');
    expect(divideNumbers(decimal('10'), 4).toString()).toBe('2.5');
  });

  test.each<[Numeric, number, 'even' | 'trunc' | 'ceil' | 'floor', string]>([
    [2.5, 0, 'even', '2'],
    [3.5, 0, 'even', '4'],
    [-2.5, 0, 'even', '-2'],
    [19.25, 1, 'even', '19.2'],
    [28.73, 1, 'even', '28.7'],
    [1234, -2, 'even', '1200'],
    [-7.8, 0, 'trunc', '-7'],
    [-7.2, 0, 'floor', '-8'],
    [-7.8, 0, 'ceil', '-7'],
    [decimal('2.345'), 2, 'even', '2.34'],
  ])('quantize(%s, %s, %s) is %s', (number, places, mode, text) => {
    expect(quantize(number, places, mode).toString()).toBe(text);
  });
});

describe('collation', () => {
  test.each<[object, string, string, number]>([
    [{ locale: 'fr', strength: 1 }, 'etoile', 'Étoile', 0],
    [{ locale: 'fr', strength: 2 }, 'Étoile', 'étoile', 0],
    [{ locale: 'fr', strength: 2 }, 'etoile', 'étoile', -1],
    [{ locale: 'fr' }, 'étoile', 'Étoile', -1],
    [{ locale: 'en_US', numericOrdering: true }, 'a2', 'a10', -1],
  ])('%j compares %s with %s', (spec, a, b, order) => {
    expect(Math.sign(makeCollation(doc(spec as never))!.compare(a, b))).toBe(order);
  });

  test.each<[object, number]>([
    [{}, 40414],
    [{ locale: 'fr', foo: 1 }, 40415],
    [{ locale: 'fr', strength: 9 }, 9],
    [{ locale: 'not a locale' }, 2],
    [{ locale: 'simple', strength: 1 }, 2],
  ])('refuses %j with %i', (spec, code) => {
    expect(codeOf(() => makeCollation(doc(spec as never)))).toBe(code);
  });

  it('is none for simple', () => expect(makeCollation({ locale: 'simple' })).toBeUndefined());
});
