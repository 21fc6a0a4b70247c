import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeNumbers } from '@/lib/pdf/figure';

describe('the numbers of the measuring figure', () => {
  it('stand beside their tape where there is room', () => {
    expect(placeNumbers([400, 200, 900])).toEqual([400, 200, 900]);
  });

  it('never lie on each other, keep their order and stay on the plate', () => {
    const heights = fc.array(fc.integer({ min: 0, max: 1200 }), { maxLength: 25 });
    fc.assert(
      fc.property(heights, (tapes) => {
        const places = placeNumbers(tapes);
        const order = tapes.map((_, index) => index).sort((a, b) => (tapes[a] ?? 0) - (tapes[b] ?? 0));
        const sorted = order.map((index) => places[index] ?? Number.NaN);
        sorted.slice(1).forEach((y, index) => expect(y - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(44));
        for (const y of places) expect(y >= 44 && y <= 1156).toBe(true);
      }),
    );
  });
});
