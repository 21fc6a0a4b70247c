import fc from 'fast-check';
import { expect, it } from 'vitest';
import { POINT_CODES } from '@/lib/clients/measurement-points';
import { bodyChanges, type Measures } from '@/lib/wardrobe/rules';

const measures: fc.Arbitrary<Measures> = fc.record({
  values: fc.dictionary(
    fc.constantFrom(...POINT_CODES),
    fc.integer({ min: 200, max: 2000 }).map((tenths) => tenths / 10),
  ),
  custom: fc.uniqueArray(fc.record({ label: fc.constantFrom('Mollet', 'Nuque', 'Pied'), value: fc.nat({ max: 90 }) }), {
    selector: ({ label }) => label,
  }),
});

it('tells what was taken both times, once, and what moved most first', () => {
  fc.assert(
    fc.property(measures, measures, (then, now) => {
      const found = bodyChanges(then, now);
      const sizes = found.map((one) => Math.abs(one.now - one.before));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      const names = found.map(({ code, label }) => code ?? label);
      expect(new Set(names).size).toBe(names.length);
      for (const { code, label = '', before, now: after } of found) {
        expect(code ? then.values[code] : then.custom.find((one) => one.label === label)?.value).toBe(before);
        expect(code ? now.values[code] : now.custom.find((one) => one.label === label)?.value).toBe(after);
      }
      const both = POINT_CODES.filter((code) => then.values[code] !== undefined && now.values[code] !== undefined);
      expect(found.filter(({ code }) => code)).toHaveLength(both.length);
    }),
  );
});

it('keeps the order of the tape where nothing moved', () => {
  const same = { values: { waistGirth: 70, bustGirth: 90, hipGirth: 96 }, custom: [] };
  expect(bodyChanges(same, same).map(({ code }) => code)).toEqual(POINT_CODES.filter((code) => code in same.values));
});
