import { Decimal128, Double, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { typeName, type Document } from '../../src/bson/value';
import { compileUpdate } from '../../src/update/apply';
import { describeUpdate } from '../../src/update/diff';
import { CLUSTER_TIME, NOW, codeOf, doc, matches, update } from './bson';

/** Document, update, result, and options. */
const CASES: [object, object, object, Parameters<typeof update>[2]?][] = [
  [{ _id: 1, a: 1 }, { $set: { b: 2, 'c.d': 3 } }, { _id: 1, a: 1, b: 2, c: { d: 3 } }],
  [{ _id: 1, a: [1] }, { $set: { 'a.3': 4 } }, { _id: 1, a: [1, null, null, 4] }],
  [{ _id: 1 }, { $set: { 'a.0': 1 } }, { _id: 1, a: { 0: 1 } }],
  [{ _id: 1 }, { $set: { b: 1, a: 1 } }, { _id: 1, a: 1, b: 1 }],
  [{ _id: 1, a: 1 }, { $set: { _id: 1 } }, { _id: 1, a: 1 }],
  [{ _id: 1, a: { b: 1, c: 2 } }, { $unset: { 'a.b': '', x: 1, 'a.c.d': 1 } }, { _id: 1, a: { c: 2 } }],
  [{ _id: 1, a: [1, 2] }, { $unset: { 'a.0': 1 } }, { _id: 1, a: [null, 2] }],
  [{ _id: 1, a: 1 }, { $inc: { a: 2, b: 3 } }, { _id: 1, a: 3, b: 3 }],
  [{ _id: 1, a: 2 }, { $mul: { a: 3, b: 5 } }, { _id: 1, a: 6, b: 0 }],
  [{ _id: 1, a: 5, b: 5 }, { $min: { a: 3, b: 9, c: 1 } }, { _id: 1, a: 3, b: 5, c: 1 }],
  [{ _id: 1, a: 5, b: 5 }, { $max: { a: 3, b: 9 } }, { _id: 1, a: 5, b: 9 }],
  [{ _id: 1, a: 5 }, { $max: { a: 'x' } }, { _id: 1, a: 'x' }],
  [
    { _id: 1 },
    { $currentDate: { a: true, b: { $type: 'timestamp' }, c: { $type: 'date' } } },
    { _id: 1, a: NOW, b: CLUSTER_TIME, c: NOW },
  ],
  [
    { _id: 1, a: 1, b: { c: 1 } },
    { $rename: { a: 'x.y', 'b.c': 'b.d', none: 'z' } },
    { _id: 1, b: { d: 1 }, x: { y: 1 } },
  ],
  [{ _id: 1 }, { $setOnInsert: { a: 1 }, $set: { b: 1 } }, { _id: 1, b: 1 }],
  [{ _id: 1 }, { $setOnInsert: { a: 1 }, $set: { b: 1 } }, { _id: 1, a: 1, b: 1 }, { isUpsertInsert: true }],
  // Arrays.
  [{ _id: 1, a: [1] }, { $push: { a: 2, b: 1 } }, { _id: 1, a: [1, 2], b: [1] }],
  [{ _id: 1, a: [1] }, { $push: { a: [2, 3] } }, { _id: 1, a: [1, [2, 3]] }],
  [{ _id: 1, a: [5, 3] }, { $push: { a: { $each: [4, 1], $sort: 1, $slice: -3 } } }, { _id: 1, a: [3, 4, 5] }],
  [{ _id: 1, a: [1, 4] }, { $push: { a: { $slice: 3, $each: [2, 3], $position: 1 } } }, { _id: 1, a: [1, 2, 3] }],
  [{ _id: 1, a: [1, 4] }, { $push: { a: { $each: [3], $position: -1 } } }, { _id: 1, a: [1, 3, 4] }],
  [
    { _id: 1, a: [{ s: 2 }, { s: 1 }] },
    { $push: { a: { $each: [{ s: 3 }], $sort: { s: -1 } } } },
    { _id: 1, a: [{ s: 3 }, { s: 2 }, { s: 1 }] },
  ],
  [{ _id: 1, a: [1] }, { $push: { a: { $each: [2], $slice: 0 } } }, { _id: 1, a: [] }],
  [{ _id: 1, a: [1] }, { $addToSet: { a: { $each: [new Double(1), 2, 2] } } }, { _id: 1, a: [1, 2] }],
  [
    { _id: 1, a: [{ b: 1, c: 2 }] },
    { $addToSet: { a: { c: 2, b: 1 } } },
    {
      _id: 1,
      a: [
        { b: 1, c: 2 },
        { c: 2, b: 1 },
      ],
    },
  ],
  [{ _id: 1, a: [1, 2, 1] }, { $pull: { a: 1 } }, { _id: 1, a: [2] }],
  [{ _id: 1, a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { _id: 1, a: [1] }],
  [{ _id: 1, a: [{ b: 1, c: 1 }, { b: 2 }, 3] }, { $pull: { a: { b: 1 } } }, { _id: 1, a: [{ b: 2 }, 3] }],
  [{ _id: 1, a: ['soie', 'lin'] }, { $pull: { a: /^s/, none: 1 } }, { _id: 1, a: ['lin'] }],
  [{ _id: 1, a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { _id: 1, a: [2] }],
  [{ _id: 1, a: [1, 2, 3] }, { $pop: { a: 1 } }, { _id: 1, a: [1, 2] }],
  [{ _id: 1, a: [1, 2, 3] }, { $pop: { a: -1, none: 1 } }, { _id: 1, a: [2, 3] }],
  // Positions.
  [{ _id: 1, a: [1, 2, 2] }, { $set: { 'a.$': 9 } }, { _id: 1, a: [1, 9, 2] }, { position: 1 }],
  [{ _id: 1, a: [{ b: 1 }, { b: 1 }] }, { $inc: { 'a.$[].b': 1 } }, { _id: 1, a: [{ b: 2 }, { b: 2 }] }],
  [
    { _id: 1, a: [{ x: 1 }, { x: 2 }] },
    { $set: { 'a.$[e].x': 5, 'a.$[e].y': 6 } },
    { _id: 1, a: [{ x: 5, y: 6 }, { x: 2 }] },
    { arrayFilters: [{ 'e.x': 1 }] },
  ],
  [
    { _id: 1, a: [{ b: [1, 5] }, { b: [9] }] },
    { $set: { 'a.$[].b.$[big]': 0 } },
    { _id: 1, a: [{ b: [1, 0] }, { b: [0] }] },
    { arrayFilters: [{ big: { $gte: 5 } }] },
  ],
  // Replacement and pipelines.
  [{ _id: 1, a: 1 }, { b: 2 }, { _id: 1, b: 2 }],
  [{ _id: 1, a: 1 }, {}, { _id: 1 }],
  [{ _id: 1, a: 1 }, [{ $set: { b: { $add: ['$a', 1] }, t: '$$NOW' } }, { $unset: 'a' }], { _id: 1, b: 2, t: NOW }],
  [{ _id: 1, a: { b: 1 } }, [{ $replaceWith: '$a' }], { _id: 1, b: 1 }],
  [
    { _id: 1, a: 1, b: 2 },
    [{ $project: { a: 1 } }, { $addFields: { c: '$$x' } }],
    { _id: 1, a: 1, c: 7 },
    { variables: { x: 7 } },
  ],
];

describe('updates', () => {
  test.each(CASES)('%j with %j', (before, change, after, options) => {
    const result = update(before, change, options);
    expect(result).toEqual(doc(after as Document));
    expect(Object.keys(result)).toEqual(Object.keys(after));
  });

  it('keeps the wider numeric type', () => {
    expect(typeName(update({ _id: 1, a: 2 ** 31 - 1 }, { $inc: { a: 1 } }).a)).toBe('long');
    expect(typeName(update({ _id: 1, a: 1 }, { $inc: { a: new Double(1) } }).a)).toBe('double');
    expect(
      String(update({ _id: 1, a: Decimal128.fromString('0.1') }, { $inc: { a: Decimal128.fromString('0.2') } }).a),
    ).toBe('0.3');
    expect(typeName(update({ _id: 1 }, { $mul: { a: Long.ONE } }).a)).toBe('long');
  });

  /** What each code stands for is in MongoDB's error_codes.yml. */
  test.each<[number, object, object, Parameters<typeof update>[2]?]>([
    [9, {}, { $foo: { a: 1 } }],
    [9, {}, { $set: { a: 1 }, b: 2 }],
    [9, {}, { $set: 1 }],
    [52, {}, { a: 1, $set: { b: 1 } }],
    [9, {}, { $set: { a: 1 } }, { isReplacement: true }],
    [40, {}, { $set: { a: 1 }, $inc: { a: 1 } }],
    [40, {}, { $set: { a: 1, 'a.b': 2 } }],
    [40, {}, { $set: { 'a.b': 1 }, $unset: { a: 1 } }],
    [40, {}, { $rename: { a: 'b' }, $set: { b: 1 } }],
    [40, { a: [1] }, { $set: { 'a.$': 1, 'a.0': 2 } }, { position: 0 }],
    [28, { a: 1 }, { $set: { 'a.b': 1 } }],
    [28, { a: null }, { $set: { 'a.b': 1 } }],
    [28, { a: [1] }, { $set: { 'a.b': 1 } }],
    [34, { a: [] }, { $set: { 'a.1600000': 1 } }],
    [56, {}, { $set: { '': 1 } }],
    [56, {}, { $set: { 'a..b': 1 } }],
    [52, {}, { $set: { 'a.$b': 1 } }],
    [66, { _id: 1 }, { $set: { _id: 2 } }],
    [66, { _id: 1 }, { $unset: { _id: 1 } }],
    [66, { _id: 1 }, { _id: 2 }],
    [53, {}, { _id: [1] }],
    [14, {}, { $inc: { a: 'x' } }],
    [14, { a: 'x' }, { $inc: { a: 1 } }],
    [14, { a: null }, { $inc: { a: 1 } }],
    [14, { a: 'x' }, { $mul: { a: 1 } }],
    [2, { a: Long.MAX_VALUE }, { $inc: { a: 1 } }],
    [2, {}, { $currentDate: { a: 'date' } }],
    [2, {}, { $currentDate: { a: { $type: 'x' } } }],
    [2, {}, { $currentDate: { a: { foo: 1 } } }],
    [2, {}, { $rename: { a: 1 } }],
    [2, {}, { $rename: { a: 'a' } }],
    [2, {}, { $rename: { 'a.$': 'b' } }],
    [2, { a: [{ b: 1 }] }, { $rename: { 'a.0.b': 'c' } }],
    [2, { a: 1 }, { $push: { a: 1 } }],
    [2, {}, { $push: { a: { $each: 1 } } }],
    [2, {}, { $push: { a: { $each: [], $foo: 1 } } }],
    [2, {}, { $push: { a: { $each: [], $slice: 1.5 } } }],
    [2, {}, { $push: { a: { $each: [], $sort: 2 } } }],
    [2, {}, { $push: { a: { $each: [], $sort: { b: 2 } } } }],
    [2, {}, { $push: { a: { $each: [], $position: 'x' } } }],
    [2, { a: 1 }, { $addToSet: { a: 1 } }],
    [14, {}, { $addToSet: { a: { $each: 1 } } }],
    [2, {}, { $addToSet: { a: { $each: [], b: 1 } } }],
    [2, { a: 1 }, { $pull: { a: 1 } }],
    [2, {}, { $pullAll: { a: 1 } }],
    [9, {}, { $pop: { a: 2 } }],
    [9, {}, { $pop: { a: 'x' } }],
    [14, { a: 1 }, { $pop: { a: 1 } }],
    [2, { a: [1] }, { $set: { 'a.$': 1 } }],
    [2, {}, { $set: { '$.a': 1 } }],
    [2, {}, { $set: { 'a.$.b.$': 1 } }, { position: 0 }],
    [2, {}, { $set: { 'a.$[]': 1 } }],
    [2, { a: 1 }, { $set: { 'a.$[]': 1 } }],
    [2, { a: [1] }, { $set: { 'a.$[e]': 1 } }],
    [9, { a: [1] }, { $set: { a: 1 } }, { arrayFilters: [{ e: 1 }] }],
    [9, { a: [1] }, { $set: { 'a.$[e]': 1 } }, { arrayFilters: [{ e: 1 }, { e: 2 }] }],
    [9, { a: [1] }, { $set: { 'a.$[e]': 1 } }, { arrayFilters: [{ e: 1, f: 2 }] }],
    [2, { a: [1] }, { $set: { 'a.$[e]': 1 } }, { arrayFilters: [{ E: 1 }] }],
    [9, {}, [{ $set: { a: 1 } }], { arrayFilters: [{ e: 1 }] }],
    [72, {}, [{ $match: {} }]],
    [40324, {}, [{ $foo: {} }]],
    [40323, {}, [{ $set: { a: 1 }, $unset: 'b' }]],
    [168, {}, [{ $set: { a: { $foo: 1 } } }]],
  ])('refuses with %i: %j, %j', (code, before, change, options) => {
    expect(codeOf(() => update(before, change, options))).toBe(code);
  });

  it('refuses a nesting that could not be read back', () => {
    let deep: object = {};
    for (let i = 0; i < 150; i++) deep = { a: deep };
    expect(codeOf(() => update({ _id: 1 }, { $set: { [Array(60).fill('a').join('.')]: deep } }))).toBe(15);
  });

  it('leaves the document given as it was', () => {
    const before = doc({ _id: 1, a: [{ b: 1 }] });
    const context = { isUpsertInsert: false, now: NOW, clusterTime: CLUSTER_TIME };
    compileUpdate(doc({ $set: { 'a.0.b': 2 } })).apply(before, context);
    expect(before).toEqual(doc({ _id: 1, a: [{ b: 1 }] }));
  });

  it('sets what a filter then finds', { timeout: 60_000 }, () => {
    const scalar = fc.oneof(
      fc.integer(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.double(),
      fc.date({ noInvalidDate: true }),
    );
    const path = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.join('.'));
    fc.assert(
      fc.property(path, scalar, (field, value) => {
        expect(matches({ [field]: value }, update({ _id: new ObjectId() }, { $set: { [field]: value } }))).toBe(true);
      }),
    );
  });
});

describe('the change stream account of an update', () => {
  test.each<[object, object, object]>([
    [{ a: 1, b: 1 }, { a: 2 }, { updatedFields: { a: 2 }, removedFields: ['b'], truncatedArrays: [] }],
    [
      { a: { b: 1, c: 1 } },
      { a: { b: 2, c: 1 } },
      { updatedFields: { 'a.b': 2 }, removedFields: [], truncatedArrays: [] },
    ],
    [
      { a: [1, 2, 3] },
      { a: [1, 5] },
      { updatedFields: { 'a.1': 5 }, removedFields: [], truncatedArrays: [{ field: 'a', newSize: 2 }] },
    ],
    [{ a: [1] }, { a: [1, 2] }, { updatedFields: { 'a.1': 2 }, removedFields: [], truncatedArrays: [] }],
    [{ a: 1 }, { a: new Double(1) }, { updatedFields: { a: new Double(1) }, removedFields: [], truncatedArrays: [] }],
    [{ a: 1 }, { a: 1 }, { updatedFields: {}, removedFields: [], truncatedArrays: [] }],
  ])('%j to %j', (before, after, description) => {
    expect(describeUpdate(doc(before as Document), doc(after as Document))).toEqual(description);
  });
});
