import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  against,
  grossOf,
  less,
  netLines,
  netOf,
  partOf,
  type RateSum,
  together,
  vatIn,
  vatOf,
} from '@/lib/ledger/totals';

const rate = fc.constantFrom(0, 210, 550, 810, 1000, 1800, 2000, 2100);
const priced = fc.array(fc.record({ gross: fc.integer({ min: -500_000, max: 5_000_000 }), rate }), {
  minLength: 1,
  maxLength: 30,
});
const positive = fc.array(fc.record({ gross: fc.integer({ min: 1, max: 5_000_000 }), rate }), {
  minLength: 1,
  maxLength: 12,
});
const byRate = (lines: readonly { gross: number; rate: number }[]) => together(netLines(lines));

describe('net and VAT of lines', () => {
  it.each([
    // By hand: 1 290 € with 20 % is 1 075 € and 215 €.
    [[{ gross: 129_000, rate: 2000 }], [{ rate: 2000, net: 107_500, vat: 21_500 }]],
    // Three times 1 €: VAT of 3 € is 0,50 €, not three times 0,17 €.
    [[100, 100, 100].map((gross) => ({ gross, rate: 2000 })), [{ rate: 2000, net: 250, vat: 50 }]],
    // Francs have no cents: 118 000 F with 18 % is 100 000 F and 18 000 F; 100 F is 85 F and 15 F.
    [[{ gross: 118_000, rate: 1800 }], [{ rate: 1800, net: 100_000, vat: 18_000 }]],
    [[{ gross: 100, rate: 1800 }], [{ rate: 1800, net: 85, vat: 15 }]],
    // A house without VAT.
    [[{ gross: 4_250, rate: 0 }], [{ rate: 0, net: 4_250, vat: 0 }]],
    // Two rates and a discount on one of them.
    [
      [
        { gross: 12_000, rate: 2000 },
        { gross: 10_550, rate: 550 },
        { gross: -1_200, rate: 2000 },
      ],
      [
        { rate: 2000, net: 9_000, vat: 1_800 },
        { rate: 550, net: 10_000, vat: 550 },
      ],
    ],
  ])('%j', (lines, sums) => expect(byRate(lines)).toEqual(sums));

  it('come to the price, and to the VAT of each rate rounded once, whatever the lines', () =>
    fc.assert(
      fc.property(priced, (lines) => {
        const each = netLines(lines);
        each.forEach(({ net, vat }, at) => expect(net + vat).toBe(lines[at]?.gross));
        const sums = together(each);
        expect(grossOf(sums)).toBe(lines.reduce((sum, { gross }) => sum + gross, 0));
        for (const one of new Set(lines.map((line) => line.rate))) {
          const gross = lines.filter((line) => line.rate === one).reduce((sum, line) => sum + line.gross, 0);
          expect(sums.find((sum) => sum.rate === one)?.vat ?? 0).toBe(vatIn(gross, one));
        }
      }),
    ));

  it('give each line its own VAT to one minor unit', () =>
    fc.assert(
      fc.property(priced, (lines) => {
        netLines(lines).forEach(({ vat }, at) => {
          const { gross, rate: own } = lines[at] as { gross: number; rate: number };
          expect(Math.abs(vat - (gross * own) / (10_000 + own))).toBeLessThanOrEqual(1);
        });
      }),
    ));
});

describe('a part', () => {
  const inside = (part: readonly RateSum[], whole: readonly RateSum[]) => {
    for (const { rate: one, net, vat } of part) {
      const of = whole.find((sum) => sum.rate === one) as RateSum;
      expect([net >= 0, vat >= 0, net <= of.net, vat <= of.vat]).toEqual([true, true, true, true]);
    }
  };

  it('is of the sum that was asked, within the whole at every rate', () =>
    fc.assert(
      fc.property(positive, fc.double({ min: 0, max: 1, noNaN: true }), (lines, share) => {
        const whole = byRate(lines);
        const amount = Math.floor(grossOf(whole) * share);
        const part = partOf(whole, amount);
        expect(grossOf(part)).toBe(amount);
        inside(part, whole);
      }),
    ));

  it('after part comes to the whole, in net and in VAT, and never to more', () =>
    fc.assert(
      fc.property(positive, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }), (lines, shares) => {
        const whole = byRate(lines);
        let left = whole;
        const parts: RateSum[][] = [];
        for (const share of [...shares, 1]) {
          const part = partOf(left, Math.floor(grossOf(left) * share));
          inside(part, left);
          parts.push(part);
          left = less(left, part);
        }
        expect(left).toEqual([]);
        expect(together(...parts)).toEqual(whole);
      }),
    ));

  it('and what counters it are nothing together', () =>
    fc.assert(
      fc.property(priced, (lines) => {
        const whole = byRate(lines);
        expect(together(whole, against(whole))).toEqual([]);
        expect(netOf(whole) + vatOf(whole)).toBe(grossOf(whole));
      }),
    ));
});
