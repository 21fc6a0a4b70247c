import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/calendar';
import { type Costs, measuresOf, MEASURES_GOOD_DAYS, type Sum, sumsOf } from '@/lib/parties/rules';

const eur = (part: Partial<Costs>): Costs => ({ payer: 1, currency: 'EUR', paid: 0, apart: false, ...part });
const costs: fc.Arbitrary<Costs> = fc.record(
  {
    payer: fc.integer({ min: 1, max: 4 }),
    currency: fc.constantFrom('EUR', 'XOF'),
    total: fc.integer({ min: 0, max: 10_000_000 }),
    paid: fc.integer({ min: 0, max: 10_000_000 }),
    deposit: fc.integer({ min: 0, max: 5_000_000 }),
    apart: fc.boolean(),
  },
  { requiredKeys: ['payer', 'currency', 'paid', 'apart'] },
);
const KEYS = ['total', 'paid', 'due', 'deposit'] as const;
const inCurrency = (sums: readonly Sum[], currency: string, key: (typeof KEYS)[number]): number =>
  sums.find((one) => one.currency === currency)?.[key] ?? 0;

describe('what a party costs', () => {
  it.each<[string, Costs[], number | undefined, Partial<Sum>[]]>([
    ['nobody', [], undefined, []],
    ['an order without a price', [eur({})], undefined, []],
    ['one order', [eur({ total: 460_000, paid: 184_000 })], 1, [{ total: 460_000, paid: 184_000, due: 276_000 }]],
    ['somebody else’s', [eur({ total: 460_000 })], 2, []],
    ['a payment beyond the deposit', [eur({ total: 1000, deposit: 400, paid: 500 })], 1, [{ due: 500, deposit: 0 }]],
    [
      'a deposit that is not there',
      [eur({ total: 1000, deposit: 400, paid: 100 }), eur({ total: 500, deposit: 200, paid: 500 })],
      1,
      [{ total: 1500, due: 900, deposit: 300 }],
    ],
    ['who withdrew', [eur({ total: 1000, apart: true }), eur({ total: 500 })], undefined, [{ total: 500, due: 500 }]],
    [
      'two currencies',
      [eur({ total: 1000 }), eur({ total: 90_000, currency: 'XOF' })],
      undefined,
      [
        { currency: 'EUR', total: 1000 },
        { currency: 'XOF', total: 90_000 },
      ],
    ],
  ])('%s', (_, all, payer, expected) => {
    expect(sumsOf(all, payer)).toMatchObject(expected);
    expect(sumsOf(all, payer)).toHaveLength(expected.length);
  });

  it('shares add up to the whole, to the cent', () => {
    fc.assert(
      fc.property(fc.array(costs, { maxLength: 40 }), (all) => {
        const whole = sumsOf(all);
        const shares = [1, 2, 3, 4].map((payer) => sumsOf(all, payer));
        for (const currency of ['EUR', 'XOF'])
          for (const key of KEYS)
            expect(shares.reduce((sum, share) => sum + inCurrency(share, currency, key), 0)).toBe(
              inCurrency(whole, currency, key),
            );
        for (const { total, paid, due } of whole) expect(due).toBe(total - paid);
      }),
    );
  });

  it('who withdraws changes nobody else’s figures', () => {
    fc.assert(
      fc.property(fc.array(costs, { minLength: 1, maxLength: 40 }), fc.nat(), (all, at) => {
        const gone = all[at % all.length];
        const after = all.map((one) => (one === gone ? { ...one, apart: true } : one));
        for (const payer of [1, 2, 3, 4]) {
          if (payer !== gone?.payer) expect(sumsOf(after, payer)).toEqual(sumsOf(all, payer));
          const others = all.filter((one) => one !== gone);
          expect(sumsOf(after, payer)).toEqual(sumsOf(others, payer));
        }
      }),
    );
  });
});

describe('measures', () => {
  const today = '2026-12-01';
  const asked = { needless: false, frozen: false, today };
  it.each([
    ['nothing is asked yet', {}, { state: 'awaited' }],
    ['asked for a day to come', { by: '2026-12-05' }, { state: 'awaited' }],
    ['the day itself', { by: today }, { state: 'awaited' }],
    ['a day too late', { by: '2026-11-30' }, { state: 'late', daysLate: 1 }],
    ['six days', { by: '2026-11-25' }, { state: 'late', daysLate: 6 }],
    ['taken of late', { by: '2026-11-25', takenOn: '2026-11-20' }, { state: 'taken' }],
    ['too old', { by: '2026-11-25', takenOn: '2026-01-20' }, { state: 'late', daysLate: 6 }],
    ['frozen with the order', { by: '2026-11-25', takenOn: '2026-01-20', frozen: true }, { state: 'taken' }],
    ['nothing to measure', { by: '2026-11-25', needless: true }, { state: 'none' }],
  ])('%s', (_, part, expected) => {
    expect(measuresOf({ ...asked, ...part })).toEqual(expected);
  });

  it('of six months are good', () => {
    const on = (days: number) => addDays(today, -days);
    expect(measuresOf({ ...asked, takenOn: on(MEASURES_GOOD_DAYS) }).state).toBe('taken');
    expect(measuresOf({ ...asked, takenOn: on(MEASURES_GOOD_DAYS + 1) }).state).toBe('awaited');
  });
});
