import { BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey, ObjectId } from 'bson';
import { describe, expect, it, test } from 'vitest';
import { makeCollation } from '../../src/query/collation';
import { compileFilter } from '../../src/query/match';
import { compileSort, sortDocuments } from '../../src/query/sort';
import { upsertBase } from '../../src/query/upsert';
import { codeOf, doc, matches, positionOf } from './bson';

/** Filter, documents that match, documents that do not. */
const CASES: [object, object[], object[]][] = [
  // Equality, null and missing.
  [
    { a: 1 },
    [{ a: 1 }, { a: new Double(1) }, { a: Long.ONE }, { a: [0, 1] }],
    [{}, { a: '1' }, { a: true }, { a: [[1]] }],
  ],
  [{ a: null }, [{}, { a: null }, { a: [1, null] }], [{ a: 0 }, { a: [] }, { a: [1] }]],
  [{ 'a.b': null }, [{}, { a: 1 }, { a: {} }, { a: [{ b: 1 }, {}] }], [{ a: [] }, { a: [1] }, { a: { b: 1 } }]],
  [{ a: { $ne: null } }, [{ a: 1 }, { a: [] }], [{}, { a: null }, { a: [null] }]],
  [
    { a: { b: 1, c: 2 } },
    [{ a: { b: 1, c: 2 } }, { a: [{ b: 1, c: 2 }] }],
    [{ a: { c: 2, b: 1 } }, { a: { b: 1, c: 2, d: 3 } }],
  ],
  [{ a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [2, 1] }, { a: [1, 2, 3] }]],
  [{ a: {} }, [{ a: {} }], [{}, { a: { b: 1 } }]],
  // Dotted paths and arrays.
  [{ 'a.b': 2 }, [{ a: { b: 2 } }, { a: [{ b: 1 }, { b: 2 }] }, { a: { b: [2] } }], [{ a: 2 }, { a: [[{ b: 2 }]] }]],
  [{ 'a.0': 1 }, [{ a: [1] }, { a: { 0: 1 } }, { a: [{ 0: 1 }] }], [{ a: [2, 1] }, { a: [[1]] }, { a: 1 }]],
  [{ 'a.1.b': 1 }, [{ a: [0, { b: 1 }] }, { a: [{ 1: { b: 1 } }] }], [{ a: [{ b: 1 }] }]],
  [{ constructor: { $exists: true } }, [{ constructor: 1 }], [{}]],
  // Ranges keep to one type.
  [
    { a: { $gt: 5 } },
    [{ a: 6 }, { a: 5.5 }, { a: [1, 9] }, { a: Decimal128.fromString('5.01') }],
    [{ a: 5 }, { a: '6' }, {}, { a: null }, { a: true }],
  ],
  [{ a: { $gte: null } }, [{}, { a: null }], [{ a: 1 }, { a: '' }]],
  [{ a: { $lt: 'b' } }, [{ a: 'a' }, { a: '' }], [{ a: 1 }, { a: 'b' }]],
  [{ a: { $gt: 1, $lt: 3 } }, [{ a: 2 }, { a: [0, 9] }], [{ a: 3 }, { a: [9] }]],
  [{ a: { $lte: Number.NaN } }, [{ a: Number.NaN }], [{ a: 1 }, { a: -Infinity }]],
  [{ a: { $lt: 5 } }, [{ a: 4 }], [{ a: Number.NaN }]],
  [{ a: { $gt: new MinKey() } }, [{ a: 1 }, {}, { a: 'x' }], [{ a: new MinKey() }]],
  [{ a: { $lt: new MaxKey() } }, [{ a: 1 }, { a: [] }], [{ a: new MaxKey() }]],
  [{ a: { $gte: [1, 2] } }, [{ a: [1, 2] }, { a: [2] }, { a: [[5]] }], [{ a: [1] }, { a: 5 }]],
  // Lists.
  [{ a: { $in: [1, null, /^x/] } }, [{ a: 1 }, {}, { a: 'xyz' }, { a: [3, 1] }], [{ a: 2 }, { a: 'yx' }, { a: [] }]],
  [{ a: { $nin: [1, 2] } }, [{}, { a: 3 }, { a: [] }], [{ a: 1 }, { a: [3, 2] }]],
  [{ a: { $in: [] } }, [], [{}, { a: 1 }]],
  [{ a: { $all: [1, 2] } }, [{ a: [2, 1, 3] }], [{ a: [1] }, { a: 1 }]],
  [{ a: { $all: [1] } }, [{ a: 1 }, { a: [1] }], [{}]],
  [{ a: { $all: [[1, 2]] } }, [{ a: [1, 2] }, { a: [[1, 2]] }], [{ a: [1, 2, 3] }]],
  [{ a: { $all: [] } }, [], [{ a: [] }, {}]],
  [
    { a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } },
    [{ a: [{ b: 1 }, { b: 2 }] }],
    [{ a: [{ b: 1 }] }],
  ],
  // Elements.
  [{ a: { $elemMatch: { $gte: 80, $lt: 85 } } }, [{ a: [82, 85] }], [{ a: [75, 88] }, { a: 82 }, { a: [[82]] }]],
  [
    { a: { $elemMatch: { b: 1, c: { $gt: 1 } } } },
    [{ a: [{ b: 1, c: 2 }] }],
    [{ a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }],
  ],
  [{ a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } }, [{ a: [{ b: 2 }] }], [{ a: [{ b: 3 }] }]],
  [{ a: { $elemMatch: { $not: { $gt: 1 } } } }, [{ a: [1, 5] }], [{ a: [2] }, { a: [] }]],
  [{ a: { $elemMatch: { 0: 1 } } }, [{ a: [[1]] }], [{ a: [1] }]],
  [{ a: { $size: 2 } }, [{ a: [1, 2] }], [{ a: [[1, 2]] }, { a: 2 }, {}]],
  [{ 'a.b': { $size: 1 } }, [{ a: [{ b: [1] }] }], [{ a: [{ b: 1 }] }]],
  // Presence and type.
  [{ a: { $exists: true } }, [{ a: null }, { a: [] }], [{}]],
  [{ a: { $exists: false } }, [{}], [{ a: null }]],
  [{ 'a.b': { $exists: false } }, [{ a: [1] }, { a: [] }, { a: {} }], [{ a: [{ b: 1 }] }]],
  [{ a: { $type: 'number' } }, [{ a: 1 }, { a: 1.5 }, { a: Long.ONE }, { a: ['x', 1] }], [{ a: '1' }, {}]],
  [{ a: { $type: ['objectId', 8] } }, [{ a: new ObjectId() }, { a: false }], [{ a: 'x' }]],
  [{ a: { $type: 'array' } }, [{ a: [] }, { a: [[1]] }], [{ a: {} }]],
  [{ a: { $type: 'double' } }, [{ a: new Double(1) }, { a: 0.5 }], [{ a: 1 }]],
  [
    { a: { $mod: [4, 0] } },
    [{ a: 8 }, { a: 8.9 }, { a: Long.fromString('9223372036854775804') }, { a: [3, 4] }],
    [{ a: 9 }, { a: '8' }, {}],
  ],
  [{ a: { $mod: [4, -1] } }, [{ a: -5 }], [{ a: 3 }]],
  // Negation.
  [{ a: { $not: { $gt: 1 } } }, [{}, { a: 1 }, { a: 'x' }, { a: [] }], [{ a: [0, 2] }]],
  [{ a: { $not: { $gt: 1, $lt: 3 } } }, [{ a: 5 }, { a: 1 }], [{ a: 2 }, { a: [0, 9] }]],
  [{ a: { $not: /^x/ } }, [{ a: 'y' }, {}], [{ a: 'x' }]],
  [{ $nor: [{ a: 1 }, { b: 1 }] }, [{}, { a: 2 }], [{ a: 1 }, { b: 1 }]],
  [{ $or: [{ a: 1 }, { b: 1 }] }, [{ a: 1 }, { b: 1 }], [{}]],
  [{ $and: [{ a: 1 }, { $or: [{ b: 1 }, { b: 2 }] }] }, [{ a: 1, b: 2 }], [{ a: 1 }, { b: 2 }]],
  [{ $comment: 'why', a: 1 }, [{ a: 1 }], [{}]],
  // Patterns, as PCRE reads them.
  [{ a: /^S.*e$/i }, [{ a: 'soie' }, { a: ['lin', 'Soie'] }, { a: 'soie\n' }], [{ a: 'soies' }, { a: 1 }]],
  [{ a: { $regex: 'a.b', $options: 's' } }, [{ a: 'a\nb' }], [{ a: 'ab' }]],
  [{ a: { $regex: 'a.b' } }, [{ a: 'a\rb' }], [{ a: 'a\nb' }]],
  [{ a: { $regex: '^b$', $options: 'm' } }, [{ a: 'a\nb\nc' }], [{ a: 'ab' }]],
  [{ a: { $regex: 'a b # comment', $options: 'x' } }, [{ a: 'ab' }], [{ a: 'a b' }]],
  [{ a: { $regex: '(?i)soie' } }, [{ a: 'SOIE' }], [{ a: 'lin' }]],
  [{ a: { $regex: '\\Aé\\-\\w+\\z' } }, [{ a: 'é-abc' }], [{ a: 'é-abc\n' }]],
  [{ a: { $regex: '[]a]{2}{' } }, [{ a: ']a{' }], [{ a: 'ab' }]],
  [{ a: new BSONRegExp('x', 'i') }, [{ a: new BSONRegExp('x', 'i') }, { a: 'X' }], [{ a: new BSONRegExp('x', '') }]],
  // Expressions.
  [{ $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }, { a: 'x', b: 1 }, { a: 1 }], [{ a: 1, b: 2 }, {}]],
  [{ a: { $ref: 'c', $id: 1 } }, [{ a: { $ref: 'c', $id: 1 } }], [{ a: 1 }]],
];

describe('filters', () => {
  test.each(CASES)('%j', (filter, yes, no) => {
    for (const document of yes) expect(matches(filter, document), JSON.stringify(document)).toBe(true);
    for (const document of no) expect(matches(filter, document), JSON.stringify(document)).toBe(false);
  });

  test.each<[object, number]>([
    [{ $foo: 1 }, 2],
    [{ a: { $foo: 1 } }, 2],
    [{ a: { $gt: 1, b: 2 } }, 2],
    [{ $where: 'true' }, 2],
    [{ $jsonSchema: {} }, 2],
    [{ a: { $near: [1, 2] } }, 2],
    [{ a: { $bitsAllSet: 1 } }, 2],
    [{ $and: [] }, 2],
    [{ $or: { a: 1 } }, 2],
    [{ $nor: [1] }, 2],
    [{ a: { $in: 1 } }, 2],
    [{ a: { $in: [{ $gt: 1 }] } }, 2],
    [{ a: { $not: 1 } }, 2],
    [{ a: { $not: {} } }, 2],
    [{ a: { $ne: /x/ } }, 2],
    [{ a: { $gt: /x/ } }, 2],
    [{ a: { $all: 1 } }, 2],
    [{ a: { $all: [{ $gt: 1 }] } }, 2],
    [{ a: { $all: [{ $elemMatch: { b: 1 } }, 1] } }, 2],
    [{ a: { $elemMatch: 1 } }, 2],
    [{ a: { $elemMatch: { $expr: true } } }, 2],
    [{ a: { $size: -1 } }, 9],
    [{ a: { $size: 1.5 } }, 9],
    [{ a: { $size: 'x' } }, 9],
    [{ a: { $type: 'foo' } }, 2],
    [{ a: { $type: 99 } }, 2],
    [{ a: { $type: [] } }, 9],
    [{ a: { $mod: [0, 1] } }, 2],
    [{ a: { $mod: [1] } }, 2],
    [{ a: { $mod: [1, 2, 3] } }, 2],
    [{ a: { $mod: ['x', 1] } }, 2],
    [{ a: { $options: 'i' } }, 2],
    [{ a: { $regex: 1 } }, 2],
    [{ a: { $regex: '(' } }, 51091],
    [{ a: { $regex: '[[:alpha:]]' } }, 51091],
    [{ a: { $regex: 'x', $options: 'z' } }, 51108],
    [{ $expr: { $foo: 1 } }, 168],
    [{ $expr: '$$nothing' }, 17276],
  ])('refuses %j with %i', (filter, code) => {
    expect(codeOf(() => compileFilter(doc(filter as never)))).toBe(code);
  });

  it('gives up a pattern that would backtrack for hours', () => {
    expect(matches({ a: { $regex: '^(a+)+$' } }, { a: 'aaaa' })).toBe(true);
    expect(codeOf(() => matches({ a: { $regex: '^(a+)+$' } }, { a: `${'a'.repeat(40)}b` }))).toBe(51156);
  });

  it('leaves the index of the element that matched', () => {
    expect(positionOf({ a: 2 }, { a: [1, 2] })).toBe(1);
    expect(positionOf({ 'a.b': { $gt: 1 } }, { a: [{ b: 1 }, { b: 2 }] })).toBe(1);
    expect(positionOf({ a: { $elemMatch: { b: 3 } } }, { a: [{ b: 2 }, { b: 3 }] })).toBe(1);
    expect(positionOf({ a: 1 }, { a: 1 })).toBeUndefined();
  });

  it('compares strings by the collation', () => {
    const collation = makeCollation({ locale: 'fr', strength: 1 });
    expect(matches({ a: 'etoile' }, { a: 'ÉTOILE' }, { collation })).toBe(true);
    expect(matches({ a: { $in: ['SOIE'] } }, { a: 'soie' }, { collation })).toBe(true);
    expect(matches({ a: { $gt: 'b' } }, { a: 'É' }, { collation })).toBe(true);
  });

  it('gives $expr its variables', () => {
    expect(matches({ $expr: { $eq: ['$a', '$$wanted'] } }, { a: 3 }, { variables: { wanted: 3 } })).toBe(true);
  });
});

describe('sorting', () => {
  const sorted = (spec: object, documents: object[]) =>
    sortDocuments(
      documents.map((document, _id) => doc({ _id, ...document })),
      doc(spec as never),
    ).map(({ _id }) => _id);

  it('uses the smallest element up and the largest down', () => {
    const documents = [{ a: [5, 1] }, { a: 3 }, { a: [2, 4] }];
    expect(sorted({ a: 1 }, documents)).toEqual([0, 2, 1]);
    expect(sorted({ a: -1 }, documents)).toEqual([0, 2, 1]);
  });

  it('puts an empty array below null, and missing with null', () => {
    expect(sorted({ a: 1 }, [{ a: 0 }, { a: null }, {}, { a: [] }, { a: new MinKey() }])).toEqual([4, 3, 1, 2, 0]);
  });

  it('goes on to the next key, and keeps the order of equals', () => {
    expect(sorted({ a: 1, 'b.c': -1 }, [{ a: 1, b: { c: 1 } }, { a: 1, b: { c: 2 } }, { a: 0 }, { a: 0 }])).toEqual([
      2, 3, 1, 0,
    ]);
  });

  test.each<[object, number]>([
    [{ a: 2 }, 15975],
    [{ a: 'x' }, 15974],
    [{ a: {} }, 17312],
    [{ '': 1 }, 40352],
    [{ 'a.': 1 }, 40353],
    [{ $a: 1 }, 16410],
  ])('refuses %j with %i', (spec, code) => {
    expect(codeOf(() => compileSort(doc(spec as never)))).toBe(code);
  });
});

describe('fields of an upsert', () => {
  test.each<[object, object]>([
    [
      { a: 1, b: { $gt: 2 }, c: { $eq: 3 } },
      { a: 1, c: 3 },
    ],
    [{ 'a.b': 1, 'a.c': 2 }, { a: { b: 1, c: 2 } }],
    [{ $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }],
    [{ $or: [{ a: 1 }] }, { a: 1 }],
    [{ $or: [{ a: 1 }, { b: 1 }] }, {}],
    [
      { a: { $in: [1] }, b: { $all: [2] }, c: { $in: [1, 2] } },
      { a: 1, b: 2 },
    ],
    [{ a: /x/, b: { $exists: true }, c: null }, { c: null }],
  ])('%j gives %j', (filter, fields) => {
    expect(upsertBase(doc(filter as never))).toEqual(doc(fields as never));
  });

  it.each([{ $and: [{ a: 1 }, { a: 1 }] }, { a: { b: 1 }, 'a.b': 2 }])('refuses %j with 54', (filter) => {
    expect(codeOf(() => upsertBase(doc(filter as never)))).toBe(54);
  });
});
