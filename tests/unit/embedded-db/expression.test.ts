import { Decimal128, Double, Long, ObjectId } from 'bson';
import { describe, expect, it, test } from 'vitest';
import { compileExpression, scopeOf } from '@/lib/embedded-db/aggregate/expression';
import { typeName, type Value } from '@/lib/embedded-db/bson/value';
import { bson, codeOf, doc } from './bson';

const evaluate = (expression: unknown, document: object = {}): Value =>
  compileExpression(bson(expression), scopeOf({}))(doc(document as never), {});

const day = (text: string) => new Date(text);
const PARIS = 'Europe/Paris';

/** Expression, result, document. */
const CASES: [unknown, unknown, object?][] = [
  // Paths, literals, variables.
  ['$a.b', 1, { a: { b: 1 } }],
  ['$a.b', [1, 3], { a: [{ b: 1 }, 2, { b: 3 }, {}] }],
  ['$a.0', [], { a: [1, 2] }],
  ['$$ROOT.a', 5, { a: 5 }],
  ['$$CURRENT', { a: 5 }, { a: 5 }],
  [
    { a: 1, b: '$none', c: ['$none', 2] },
    { a: 1, c: [null, 2] },
  ],
  [{ $literal: '$a' }, '$a'],
  [{ $let: { vars: { x: 2, y: '$a' }, in: { $add: ['$$x', '$$y'] } } }, 5, { a: 3 }],
  // Arithmetic.
  [{ $add: [1, 2, 3] }, 6],
  [{ $add: [] }, 0],
  [{ $add: [1, null] }, null],
  [{ $add: [day('2026-01-01'), 1000] }, day('2026-01-01T00:00:01Z')],
  [{ $subtract: [day('2026-01-02'), day('2026-01-01')] }, Long.fromNumber(86_400_000)],
  [{ $subtract: [5, 7] }, -2],
  [{ $multiply: [3, 4] }, 12],
  [{ $divide: [7, 2] }, 3.5],
  [{ $divide: [6, 2] }, new Double(3)],
  [{ $mod: [-7, 3] }, -1],
  [{ $abs: -3 }, 3],
  [{ $ceil: 2.1 }, new Double(3)],
  [{ $floor: -2.1 }, new Double(-3)],
  [{ $round: [2.5] }, new Double(2)],
  [{ $round: [1234.567, 2] }, 1234.57],
  [{ $trunc: [1234.567, -2] }, new Double(1200)],
  [{ $pow: [2, 10] }, 1024],
  [{ $sqrt: 25 }, new Double(5)],
  [{ $sum: [1, 'x', 2] }, 3],
  [{ $sum: '$a' }, 6, { a: [1, 2, 3] }],
  [{ $avg: '$a' }, new Double(2), { a: [1, 2, 3] }],
  [{ $max: '$a' }, 3, { a: [1, 3, 2] }],
  [{ $min: [5, '$none'] }, 5],
  // Comparison and logic.
  [{ $eq: [1, Long.ONE] }, true],
  [{ $lt: ['$none', null] }, true],
  [{ $gt: ['a', 5] }, true],
  [{ $cmp: [2, 1] }, 1],
  [{ $and: [] }, true],
  [{ $and: [1, 'x', []] }, true],
  [{ $or: [0, null, '$none'] }, false],
  [{ $not: [0] }, true],
  [{ $cond: [{ $gte: ['$a', 250] }, 30, 20] }, 30, { a: 300 }],
  [{ $cond: { if: false, then: 1, else: 2 } }, 2],
  [{ $ifNull: ['$none', null, 'x'] }, 'x'],
  [
    {
      $switch: {
        branches: [
          { case: false, then: 1 },
          { case: true, then: 2 },
        ],
        default: 3,
      },
    },
    2,
  ],
  // Strings.
  [{ $concat: ['a', ' - ', 'b'] }, 'a - b'],
  [{ $concat: ['a', null] }, null],
  [{ $toLower: 'ABC' }, 'abc'],
  [{ $toUpper: null }, ''],
  [{ $substrCP: ['cafétéria', 3, 2] }, 'ét'],
  [{ $substrBytes: ['abcdef', 1, -1] }, 'bcdef'],
  [{ $strLenCP: 'été' }, 3],
  [{ $strLenBytes: 'été' }, 5],
  [{ $split: ['a,b', ','] }, ['a', 'b']],
  [{ $indexOfCP: ['cafeteria', 'e'] }, 3],
  [{ $indexOfCP: ['cafeteria', 'x'] }, -1],
  [{ $trim: { input: ' \n a \t' } }, 'a'],
  [{ $ltrim: { input: 'ggoodbyes', chars: 'gd' } }, 'oodbyes'],
  [{ $replaceAll: { input: 'a.a', find: 'a', replacement: { $literal: '$&' } } }, '$&.$&'],
  [{ $replaceOne: { input: 'aa', find: 'a', replacement: 'b' } }, 'ba'],
  [{ $regexMatch: { input: 'Soie', regex: /^s/i } }, true],
  [{ $regexFind: { input: 'éab', regex: 'a(b)(c)?' } }, { match: 'ab', idx: 1, captures: ['b', null] }],
  [{ $regexFindAll: { input: 'ab', regex: 'x*' } }, [0, 1, 2].map((idx) => ({ match: '', idx, captures: [] }))],
  // Arrays.
  [{ $size: '$a' }, 2, { a: [1, 2] }],
  [{ $in: [2, [1, 2]] }, true],
  [{ $arrayElemAt: [[1, 2, 3], -1] }, 3],
  [{ $first: [[1, 2]] }, 1],
  [{ $last: '$a' }, 2, { a: [1, 2] }],
  [{ $slice: [[1, 2, 3], 1, 5] }, [2, 3]],
  [{ $slice: [[1, 2, 3], -2] }, [2, 3]],
  [{ $concatArrays: [[1], [2, 3]] }, [1, 2, 3]],
  [{ $range: [0, 10, 3] }, [0, 3, 6, 9]],
  [{ $range: [3, 0, -1] }, [3, 2, 1]],
  [{ $reverseArray: [[1, 2]] }, [2, 1]],
  [{ $indexOfArray: [['a', 'b'], 'b'] }, 1],
  [{ $map: { input: [1, 2], as: 'n', in: { $add: ['$$n', 1] } } }, [2, 3]],
  [{ $filter: { input: [1, 5, 9], cond: { $gt: ['$$this', 2] }, limit: 1 } }, [5]],
  [{ $reduce: { input: [1, 2], initialValue: 10, in: { $add: ['$$value', '$$this'] } } }, 13],
  [{ $sortArray: { input: [{ a: 2 }, { a: 1 }], sortBy: { a: 1 } } }, [{ a: 1 }, { a: 2 }]],
  [
    {
      $setUnion: [
        [1, 2],
        [2, 3],
      ],
    },
    [1, 2, 3],
  ],
  [
    {
      $setIntersection: [
        [1, 2],
        [2, 3],
      ],
    },
    [2],
  ],
  [{ $setDifference: [[1, 2], [2]] }, [1]],
  [{ $setIsSubset: [[1], [1, 2]] }, true],
  [{ $setEquals: [[1, 1], [1]] }, true],
  // Objects.
  [{ $mergeObjects: [{ a: 1 }, null, { b: 2, a: 3 }] }, { a: 3, b: 2 }],
  [{ $objectToArray: { a: 1 } }, [{ k: 'a', v: 1 }]],
  [
    {
      $arrayToObject: [
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
    },
    { a: 1, b: 2 },
  ],
  [{ $getField: 'a.b' }, 5, { 'a.b': 5 }],
  // Types.
  [{ $type: '$none' }, 'missing'],
  [{ $type: 1.5 }, 'double'],
  [{ $isNumber: Long.ONE }, true],
  [{ $toInt: '12' }, 12],
  [{ $toInt: 12.9 }, 12],
  [{ $toLong: '5' }, Long.fromNumber(5)],
  [{ $toDouble: '1.5' }, 1.5],
  [{ $toDecimal: '1.50' }, Decimal128.fromString('1.50')],
  [{ $toString: new ObjectId('0123456789abcdef01234567') }, '0123456789abcdef01234567'],
  [{ $toString: day('2026-01-01') }, '2026-01-01T00:00:00.000Z'],
  [{ $toBool: 'false' }, true],
  [{ $toDate: '2026-01-02T03:04:05+02:00' }, day('2026-01-02T01:04:05Z')],
  [{ $toDate: '2026-01-02' }, day('2026-01-02')],
  [{ $toObjectId: '0123456789abcdef01234567' }, new ObjectId('0123456789abcdef01234567')],
  [{ $convert: { input: 'x', to: 'int', onError: 'no', onNull: 'none' } }, 'no'],
  [{ $convert: { input: null, to: 'int', onNull: 'none' } }, 'none'],
  // Dates.
  [{ $year: day('2026-06-15') }, 2026],
  [{ $month: { date: day('2026-05-31T23:00:00Z'), timezone: PARIS } }, 6],
  [{ $dayOfWeek: day('2026-11-23') }, 2],
  [{ $isoDayOfWeek: day('2026-11-22') }, 7],
  [{ $isoWeek: day('2024-12-30') }, 1],
  [{ $isoWeekYear: day('2024-12-30') }, 2025],
  [{ $week: day('2016-01-04') }, 1],
  [{ $dayOfYear: day('2024-12-31') }, 366],
  [{ $hour: { date: day('2026-01-01T00:30:00Z'), timezone: '+05:30' } }, 6],
  [
    { $dateToString: { date: day('2026-03-29T01:30:00Z'), timezone: PARIS, format: '%d/%m/%Y %H h %M %z' } },
    '29/03/2026 03 h 30 +0200',
  ],
  [{ $dateToString: { date: day('2026-01-01') } }, '2026-01-01T00:00:00.000Z'],
  [{ $dateToString: { date: null, onNull: '-' } }, '-'],
  [
    { $dateToParts: { date: day('2026-01-02T03:04:05.006Z') } },
    { year: 2026, month: 1, day: 2, hour: 3, minute: 4, second: 5, millisecond: 6 },
  ],
  [{ $dateTrunc: { date: day('2026-11-23T15:00:00Z'), unit: 'week', startOfWeek: 'monday' } }, day('2026-11-23')],
  [{ $dateTrunc: { date: day('2026-11-22T15:00:00Z'), unit: 'week' } }, day('2026-11-22')],
  [{ $dateTrunc: { date: day('2026-11-23T15:07:00Z'), unit: 'minute', binSize: 15 } }, day('2026-11-23T15:00:00Z')],
  [{ $dateTrunc: { date: day('2026-11-23'), unit: 'quarter' } }, day('2026-10-01')],
  [{ $dateTrunc: { date: day('2026-07-14T23:00:00Z'), unit: 'day', timezone: PARIS } }, day('2026-07-14T22:00:00Z')],
  [{ $dateTrunc: { date: day('1999-12-31'), unit: 'month' } }, day('1999-12-01')],
  [{ $dateAdd: { startDate: day('2026-01-31'), unit: 'month', amount: 1 } }, day('2026-02-28')],
  [
    { $dateAdd: { startDate: day('2026-03-28T12:00:00Z'), unit: 'day', amount: 1, timezone: PARIS } },
    day('2026-03-29T11:00:00Z'),
  ],
  [
    { $dateAdd: { startDate: day('2026-03-28T12:00:00Z'), unit: 'hour', amount: 24, timezone: PARIS } },
    day('2026-03-29T12:00:00Z'),
  ],
  [{ $dateSubtract: { startDate: day('2024-02-29'), unit: 'year', amount: 1 } }, day('2023-02-28')],
  [{ $dateDiff: { startDate: day('2025-12-31T23:59:59Z'), endDate: day('2026-01-01'), unit: 'year' } }, Long.ONE],
  [{ $dateDiff: { startDate: day('2026-01-10'), endDate: day('2026-01-01'), unit: 'day' } }, Long.fromNumber(-9)],
  [{ $dateDiff: { startDate: day('2026-11-21'), endDate: day('2026-11-23'), unit: 'week' } }, Long.ONE],
];

describe('expressions', { timeout: 30_000 }, () => {
  test.each(CASES)('%j is %j', (expression, result, document) => {
    const value = evaluate(expression, document);
    expect(value).toEqual(bson(result));
    expect(typeName(value)).toBe(typeName(bson(result)));
  });

  it('gives nothing for what is missing', () => {
    expect([evaluate('$a.b.c'), evaluate({ $arrayElemAt: [[1], 5] }), evaluate('$$REMOVE')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each<[unknown, number]>([
    [{ $foo: 1 }, 168],
    [{ $function: {} }, 168],
    [{ $add: 1, $subtract: 1 }, 15983],
    [{ a: 1, $add: [1] }, 16410],
    [{ 'a.b': 1 }, 16412],
    ['$', 16872],
    ['$a.', 40353],
    ['$a..b', 15998],
    ['$$nothing', 17276],
    ['$$', 9],
    [{ $let: { vars: { X: 1 }, in: 1 } }, 16867],
    [{ $add: ['x'] }, 14],
    [{ $add: [day('2026-01-01'), day('2026-01-01')] }, 16612],
    [{ $subtract: ['x', 1] }, 14],
    [{ $subtract: [1] }, 16020],
    [{ $multiply: ['x'] }, 14],
    [{ $divide: [1, 0] }, 2],
    [{ $mod: [1, 0] }, 16610],
    [{ $abs: 'x' }, 28765],
    [{ $sqrt: -1 }, 28714],
    [{ $round: [1, 200] }, 51083],
    [{ $cond: [1, 2] }, 16020],
    [{ $cond: { if: 1, then: 2 } }, 17082],
    [{ $ifNull: [1] }, 1257300],
    [{ $switch: { branches: [] } }, 40068],
    [{ $switch: { branches: [{ case: false, then: 1 }] } }, 40066],
    [{ $concat: [1] }, 16702],
    [{ $strLenCP: 1 }, 34471],
    [{ $split: ['a', ''] }, 40087],
    [{ $size: 1 }, 17124],
    [{ $size: '$none' }, 17124],
    [{ $in: [1, 2] }, 40081],
    [{ $arrayElemAt: [1, 2] }, 28689],
    [{ $slice: [[1], 1, 0] }, 28729],
    [{ $slice: [[1]] }, 28667],
    [{ $range: [0, 2_000_000_000] }, 146],
    [{ $range: [0, 1, 0] }, 34449],
    [{ $concatArrays: [1] }, 28664],
    [{ $map: { input: 1, in: 1 } }, 16883],
    [{ $map: { input: [] } }, 16882],
    [{ $filter: { input: [], cond: 1, foo: 1 } }, 28647],
    [{ $reduce: { input: [] } }, 40078],
    [{ $mergeObjects: [1] }, 40400],
    [{ $objectToArray: 1 }, 40390],
    [{ $toInt: 'x' }, 241],
    [{ $toInt: 3_000_000_000.5 }, 241],
    [{ $toObjectId: 'x' }, 241],
    [{ $toDate: '2026-13-45' }, 241],
    [{ $convert: { input: 1, to: 'foo' } }, 2],
    [{ $year: 'x' }, 16006],
    [{ $year: { date: day('2026-01-01'), timezone: 'Mars/Olympus' } }, 40485],
    [{ $dateToString: { date: day('2026-01-01'), format: '%q' } }, 18536],
    [{ $dateToString: { date: day('2026-01-01'), format: '%' } }, 18535],
    [{ $dateTrunc: { date: day('2026-01-01'), unit: 'eon' } }, 9],
    [{ $dateTrunc: { date: day('2026-01-01'), unit: 'day', binSize: 0 } }, 5439018],
    [{ $dateAdd: { startDate: day('2026-01-01'), unit: 'day', amount: 1.5 } }, 5166405],
    [{ $regexMatch: { input: 'a', regex: '(' } }, 51091],
  ])('refuses %j with %i', (expression, code) => {
    expect(codeOf(() => evaluate(expression))).toBe(code);
  });
});
