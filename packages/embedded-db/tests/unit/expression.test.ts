import { Double, Long } from 'bson';
import { describe, expect, it, test } from 'vitest';
import { compileExpression, scopeOf } from '../../src/aggregate/expression';
import { typeName, type Value } from '../../src/bson/value';
import { bson, codeOf, doc } from './bson';

const evaluate = (expression: unknown, document: object = {}): Value =>
  compileExpression(bson(expression), scopeOf({}))(doc(document as never), {});

const day = (text: string) => new Date(text);

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
  [{ $strLenCP: 'été' }, 3],
  [{ $split: ['a,b', ','] }, ['a', 'b']],
  // Arrays.
  [{ $size: '$a' }, 2, { a: [1, 2] }],
  [{ $in: [2, [1, 2]] }, true],
  [{ $arrayElemAt: [[1, 2, 3], -1] }, 3],
  [{ $first: [[1, 2]] }, 1],
  [{ $last: '$a' }, 2, { a: [1, 2] }],
  [{ $slice: [[1, 2, 3], 1, 5] }, [2, 3]],
  [{ $slice: [[1, 2, 3], -2] }, [2, 3]],
  [{ $concatArrays: [[1], [2, 3]] }, [1, 2, 3]],
  [{ $reverseArray: [[1, 2]] }, [2, 1]],
  [{ $map: { input: [1, 2], as: 'n', in: { $add: ['$$n', 1] } } }, [2, 3]],
  [{ $filter: { input: [1, 5, 9], cond: { $gt: ['$$this', 2] }, limit: 1 } }, [5]],
  [{ $reduce: { input: [1, 2], initialValue: 10, in: { $add: ['$$value', '$$this'] } } }, 13],
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
  [{ $setField: { field: 'a.b', input: '$$ROOT', value: 1 } }, { c: 2, 'a.b': 1 }, { c: 2 }],
  [{ $setField: { field: { $literal: '$a' }, input: '$c', value: '$d' } }, { $a: 5 }, { c: {}, d: 5 }],
  [{ $setField: { field: 'a', input: '$$ROOT', value: '$$REMOVE' } }, { c: 2 }, { a: 1, c: 2 }],
  [{ $setField: { field: 'a', input: null, value: 1 } }, null],
  // Types.
  [{ $type: '$none' }, 'missing'],
  [{ $type: 1.5 }, 'double'],
  [{ $isNumber: Long.ONE }, true],
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
    // MongoDB has these, this server does not.
    [{ $setUnion: [] }, 168],
    [{ $convert: [] }, 168],
    [{ $toString: [] }, 168],
    [{ $toDate: [] }, 168],
    [{ $dateToString: [] }, 168],
    [{ $dateTrunc: [] }, 168],
    [{ $year: [] }, 168],
    [{ $regexMatch: [] }, 168],
    [{ $range: [] }, 168],
    [{ $sortArray: [] }, 168],
    [{ $substrBytes: [] }, 168],
    [{ $trim: [] }, 168],
    [{ $replaceAll: [] }, 168],
    [{ $pow: [] }, 168],
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
    [{ $concatArrays: [1] }, 28664],
    [{ $map: { input: 1, in: 1 } }, 16883],
    [{ $map: { input: [] } }, 16882],
    [{ $filter: { input: [], cond: 1, foo: 1 } }, 28647],
    [{ $reduce: { input: [] } }, 40078],
    [{ $mergeObjects: [1] }, 40400],
    [{ $objectToArray: 1 }, 40390],
    [{ $setField: 1 }, 4161100],
    [{ $setField: { field: 'a', input: {}, value: 1, fly: 1 } }, 4161101],
    [{ $setField: { input: {}, value: 1 } }, 4161102],
    [{ $setField: { field: 'a', input: {} } }, 4161103],
    [{ $setField: { field: 'a', input: 1, value: 1 } }, 4161105],
    [{ $setField: { field: '$a', input: {}, value: 1 } }, 4161106],
    [{ $setField: { field: 5, input: {}, value: 1 } }, 4161107],
    [{ $setField: { field: 'a', value: 1 } }, 4161109],
  ])('refuses %j with %i', (expression, code) => {
    expect(codeOf(() => evaluate(expression))).toBe(code);
  });
});
