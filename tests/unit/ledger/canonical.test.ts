import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalOf, numberOf, sealOf } from '@/lib/ledger/canonical';
import { ENTRY_KINDS, PREFIXES } from '@/lib/ledger/words';

/** Anything an entry may hold: JSON with whole numbers. */
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'binary' }).filter((name) => name !== '__proto__'),
      tie('value'),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
}));
const shuffled = (one: unknown): unknown =>
  Array.isArray(one)
    ? one.map(shuffled)
    : one !== null && typeof one === 'object'
      ? Object.fromEntries(
          Object.entries(one)
            .reverse()
            .map(([name, part]) => [name, shuffled(part)]),
        )
      : one;

describe('the canonical text of an entry', () => {
  it('is JSON of the same value, and the same whatever the order of fields', () => {
    fc.assert(
      fc.property(value, (one) => {
        const text = canonicalOf(one);
        expect(canonicalOf(JSON.parse(text))).toBe(text);
        expect(canonicalOf(shuffled(one))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(one)));
      }),
    );
  });

  it('is another for another value', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(canonicalOf(a) === canonicalOf(b)).toBe(JSON.stringify(shuffled(a)) === JSON.stringify(shuffled(b)));
      }),
      { examples: [[['a', 'b'], ['a,b']]] },
    );
  });

  it('is written as docs/ledger.md says', () => {
    expect(canonicalOf({ b: [1, true, null], a: 'é\n"', c: undefined, aa: -0 })).toBe(
      '{"a":"é\\n\\"","aa":0,"b":[1,true,null]}',
    );
    expect(sealOf({ n: 1, hash: 'x' })).toBe(sealOf({ n: 1 }));
    // printf '{"n":1}' | sha256sum
    expect(sealOf({ n: 1 })).toBe('2bfd14f43d17fc7cea24e0917a8879b4b2f880b8baeec1b9d90fbaad655e71bd');
  });

  it.each([[0.5], [Number.NaN], [2 ** 53], [new Date()], [() => 1], [undefined], [new Map()]])('refuses %s', (one) => {
    expect(() => canonicalOf([one])).toThrow(TypeError);
  });
});

describe('a number', () => {
  it('says its kind, year and place, and no two are alike', () => {
    expect(numberOf('receipt', 2026, 12)).toBe('R-2026-0012');
    expect(numberOf('creditNote', 2027, 12345)).toBe('AV-2027-12345');
    const place = fc.tuple(
      fc.constantFrom(...ENTRY_KINDS),
      fc.integer({ min: 2000, max: 9999 }),
      fc.integer({ min: 1 }),
    );
    fc.assert(
      fc.property(place, place, (a, b) => {
        expect(numberOf(...a) === numberOf(...b)).toBe(a.join() === b.join());
      }),
    );
    expect(new Set(Object.values(PREFIXES)).size).toBe(ENTRY_KINDS.length);
  });
});
