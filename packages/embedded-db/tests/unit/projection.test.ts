import { describe, expect, it, test } from 'vitest';
import type { Document } from '../../src/bson/value';
import { compileProjection } from '../../src/query/projection';
import { codeOf, doc } from './bson';

const project = (spec: object, document: object, position?: number): Document =>
  compileProjection(doc(spec as Document))(doc(document as Document), { position });

describe('find projections', () => {
  test.each<[object, object, object, number?]>([
    [{}, { _id: 1, a: 1 }, { _id: 1, a: 1 }],
    [{ a: 1 }, { _id: 1, a: 2, b: 3 }, { _id: 1, a: 2 }],
    [{ a: 1, _id: 0 }, { _id: 1, a: 2, b: 3 }, { a: 2 }],
    [{ _id: 1 }, { _id: 1, a: 2 }, { _id: 1 }],
    [{ _id: 0 }, { _id: 1, a: 2 }, { a: 2 }],
    [
      { a: 0, 'b.c': 0 },
      { _id: 1, a: 2, b: { c: 1, d: 2 } },
      { _id: 1, b: { d: 2 } },
    ],
    [
      { a: false, _id: true },
      { _id: 1, a: 2, b: 3 },
      { _id: 1, b: 3 },
    ],
    [{ 'a.b': 1 }, { _id: 1, a: [{ b: 1, c: 2 }, 3, { c: 4 }, [{ b: 5 }]] }, { _id: 1, a: [{ b: 1 }, {}, [{ b: 5 }]] }],
    [{ a: { b: 1 } }, { _id: 1, a: { b: 1, c: 2 } }, { _id: 1, a: { b: 1 } }],
    [{ 'a.b': 1 }, { _id: 1, a: 5 }, { _id: 1 }],
    [
      { b: '$a', c: { $add: ['$a', 1] }, d: 'text' },
      { _id: 1, a: 2 },
      { _id: 1, b: 2, c: 3, d: 'text' },
    ],
    [{ 'a.x': '$b' }, { _id: 1, a: { y: 1 }, b: 2 }, { _id: 1, a: { x: 2 } }],
    // $slice, $elemMatch and the position.
    [{ a: { $slice: 2 } }, { _id: 1, a: [1, 2, 3], b: 1 }, { _id: 1, a: [1, 2], b: 1 }],
    [
      { a: { $slice: -1 }, b: 1 },
      { _id: 1, a: [1, 2, 3], b: 1, c: 1 },
      { _id: 1, a: [3], b: 1 },
    ],
    [
      { a: { $slice: [1, 1] }, b: 0 },
      { _id: 1, a: [1, 2, 3], b: 1, c: 1 },
      { _id: 1, a: [2], c: 1 },
    ],
    [{ a: { $slice: [-2, 1] } }, { _id: 1, a: [1, 2, 3] }, { _id: 1, a: [2] }],
    [{ a: { $slice: 1 } }, { _id: 1, a: 5 }, { _id: 1, a: 5 }],
    [
      { a: { $elemMatch: { b: 2 } } },
      { _id: 1, a: [{ b: 1 }, { b: 2 }, { b: 2, c: 1 }], d: 1 },
      { _id: 1, a: [{ b: 2 }] },
    ],
    [{ a: { $elemMatch: { $gt: 1 } } }, { _id: 1, a: [1, 2, 3] }, { _id: 1, a: [2] }],
    [{ a: { $elemMatch: { b: 9 } } }, { _id: 1, a: [{ b: 1 }] }, { _id: 1 }],
    [{ 'a.$': 1 }, { _id: 1, a: [5, 6, 7], b: 1 }, { _id: 1, a: [6] }, 1],
  ])('%j of %j', (spec, document, result, position) => {
    expect(project(spec, document, position)).toEqual(doc(result as Document));
  });

  test.each<[object, number]>([
    [{ a: 1, b: 0 }, 31254],
    [{ a: 0, b: 1 }, 31253],
    [{ a: 0, b: '$c' }, 31310],
    [{ a: 1, 'a.b': 1 }, 31249],
    [{ 'a.b': 1, a: 1 }, 31250],
    [{ a: {} }, 51270],
    [{ '': 1 }, 40352],
    [{ $a: 1 }, 16410],
    [{ 'a.': 1 }, 40353],
    [{ a: { $foo: 1 } }, 31325],
    [{ a: { $slice: 'x' } }, 28667],
    [{ a: { $slice: [1, -1] } }, 28724],
    [{ a: { $elemMatch: 1 } }, 31274],
    [{ 'a.b': { $elemMatch: {} } }, 31275],
    [{ 'a.$': 1, 'b.$': 1 }, 31276],
    [{ 'a.$': 1, b: { $elemMatch: {} } }, 31255],
    [{ 'a.$': 0 }, 31395],
    [{ 'a.$': 1, b: 0 }, 31254],
  ])('refuses %j', (spec, code) => {
    expect(codeOf(() => compileProjection(doc(spec as Document)))).toBe(code);
  });

  it('needs a match for the position', () => {
    expect(codeOf(() => project({ 'a.$': 1 }, { a: [1] }))).toBe(51246);
  });
});
