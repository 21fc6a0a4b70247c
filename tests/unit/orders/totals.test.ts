import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { depositOf, lineTotal, paidAmount, quoteTotals } from '@/lib/orders/totals';

const eur = (amount: number) => ({ amount, currency: 'EUR' });

describe('the totals of a quote', () => {
  it('are those of the house’s own example, prices with the tax in them', () => {
    const lines = [
      { quantity: 1, unitPrice: eur(136_500), vatRate: 20 },
      { quantity: 4.2, unitPrice: eur(14_500), vatRate: 20 },
      { quantity: 3, unitPrice: eur(3_200), vatRate: 20 },
      { quantity: 1, unitPrice: eur(32_500), vatRate: 20 },
      { quantity: 1, unitPrice: eur(8_500), vatRate: 20 },
    ];
    expect(quoteTotals(lines)).toEqual({
      lines: [136_500, 60_900, 9_600, 32_500, 8_500],
      net: 206_667,
      vat: [{ rate: 20, amount: 41_333 }],
      total: 248_000,
    });
    expect(depositOf(239_500, 40)).toBe(95_800);
  });

  it.each([
    [1.005, 100, 101],
    [0.333, 100, 33],
    [0.5, 1, 1],
    [0.5, -1, -1],
    [1.5, -333, -500],
    [10_000, 1_000_000_000, 10_000_000_000_000],
  ])('a line of %d at %d is %d', (quantity, unit, total) => {
    expect(lineTotal({ quantity, unitPrice: eur(unit) })).toBe(total);
  });

  const line = fc.record({
    quantity: fc.integer({ min: 1, max: 50_000 }).map((thousandths) => thousandths / 1000),
    unitPrice: fc.integer({ min: -100_000, max: 5_000_000 }).map(eur),
    vatRate: fc.option(fc.constantFrom(0, 5.5, 10, 20, 8.25), { nil: undefined }),
  });

  it('add up to the cent, however the lines fall', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
        const totals = quoteTotals(lines);
        expect(totals.lines.reduce((sum, one) => sum + one, 0)).toBe(totals.total);
        expect(totals.net + totals.vat.reduce((sum, one) => sum + one.amount, 0)).toBe(totals.total);
        for (const amount of [...totals.lines, totals.net, totals.total])
          expect(Number.isSafeInteger(amount)).toBe(true);
      }),
    );
  });

  it('do not depend on the order of the lines', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), (lines) => {
        const { total, net, vat } = quoteTotals(lines);
        expect(quoteTotals(lines.toReversed())).toMatchObject({ total, net, vat });
      }),
    );
  });
});

describe('what was paid', () => {
  it('is payments less refunds, without the reversed', () => {
    expect(
      paidAmount([
        { kind: 'deposit', amount: eur(95_800) },
        { kind: 'balance', amount: eur(10_000), reversed: {} },
        { kind: 'refund', amount: eur(5_800) },
      ]),
    ).toBe(90_000);
  });
});
