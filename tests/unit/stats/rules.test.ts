import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/calendar';
import {
  addMonths,
  bucketsAfter,
  bucketsOf,
  changePercent,
  comparedWith,
  type Days,
  judge,
  latestOf,
  lengthOf,
  median,
  monthBefore,
  periodOf,
  previousOf,
} from '@/lib/stats/rules';

const span = fc
  .record({ start: fc.integer({ min: 0, max: 3000 }), length: fc.integer({ min: 1, max: 1097 }) })
  .map(({ start, length }): Days => {
    const from = addDays('2022-01-01', start);
    return { from, to: addDays(from, length - 1) };
  });

/** Spans that follow one another day to day. */
function expectUnbroken(spans: readonly Days[]): void {
  for (const [index, { from, to }] of spans.entries()) {
    expect(from <= to).toBe(true);
    const next = spans[index + 1];
    if (next) expect(next.from).toBe(addDays(to, 1));
  }
}

describe('periods', () => {
  it('end with the month asked for', () => {
    expect(periodOf('year', '2026-11')).toEqual({ from: '2025-12-01', to: '2026-11-30' });
    expect(periodOf('quarter', '2026-02')).toEqual({ from: '2025-12-01', to: '2026-02-28' });
    expect(periodOf('month', '2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  });

  it('are cut without a gap, and go on without one', () =>
    fc.assert(
      fc.property(span, (days) => {
        const buckets = bucketsOf(days);
        expectUnbroken([...buckets, ...bucketsAfter(days, 3)]);
        expect([buckets[0]?.from, buckets.at(-1)?.to]).toEqual([days.from, days.to]);
        expect(bucketsAfter(days, 3)).toHaveLength(3);
      }),
    ));

  it('follow the one they are compared with, of the same length', () =>
    fc.assert(
      fc.property(span, (days) => {
        const before = previousOf(days);
        expect(before.to).toBe(addDays(days.from, -1));
        if (lengthOf(before) !== lengthOf(days)) expect(days.from.slice(8)).toBe('01');
      }),
    ));

  it('compare months with months, and as much as has gone by', () => {
    expect(previousOf({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    const november = { from: '2026-11-01', to: '2026-11-30' };
    expect(comparedWith(november, '2026-11-23')).toEqual({ from: '2026-10-01', to: '2026-10-23' });
    expect(comparedWith(november, '2026-12-01')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(comparedWith({ from: '2026-03-01', to: '2026-03-31' }, '2026-03-30')).toEqual({
      from: '2026-02-01',
      to: '2026-02-28',
    });
  });

  it('name their last month as far as it has come, beside the same days of the one before', () => {
    const year = periodOf('year', '2026-11');
    expect(latestOf(year, '2026-11-23')).toEqual({ from: '2026-11-01', to: '2026-11-23' });
    expect(latestOf(year, '2027-04-02')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(monthBefore({ from: '2026-11-01', to: '2026-11-23' })).toEqual({ from: '2026-10-01', to: '2026-10-23' });
    expect(monthBefore({ from: '2026-11-01', to: '2026-11-30' })).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(monthBefore({ from: '2026-03-01', to: '2026-03-30' })).toEqual({ from: '2026-02-01', to: '2026-02-28' });
  });

  it('keep a month’s end within its month', () => {
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2028-02-29', -12)).toBe('2027-02-28');
    expect(addMonths('2026-01-15', -13)).toBe('2024-12-15');
  });
});

describe('the middle', () => {
  it('has as many values below as above', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1 }), (values) => {
        const middle = median(values) ?? NaN;
        expect(values.filter((one) => one < Math.floor(middle)).length).toBeLessThanOrEqual(values.length / 2);
        expect(values.filter((one) => one > Math.ceil(middle)).length).toBeLessThanOrEqual(values.length / 2);
      }),
    ));
  it('is nothing of nothing', () => expect(median([])).toBeUndefined());
});

describe('the verdict', () => {
  const facts = { kept: 0, promised: 0, revenue: 0, before: 0 };
  it.each([
    ['keeps', { promised: 34, kept: 31 }],
    ['slips', { promised: 10, kept: 8 }],
    ['misses', { promised: 10, kept: 6 }],
    ['empty', {}],
    ['grows', { revenue: 110, before: 100 }],
    ['grows', { revenue: 1 }],
    ['slows', { revenue: 90, before: 100 }],
    ['holds', { revenue: 104, before: 100 }],
    ['holds', { revenue: -5 }],
  ])('%s', (word, some) => expect(judge({ ...facts, ...some })).toBe(word));

  it('compares with what was there', () => {
    expect(changePercent(112, 100)).toBe(12);
    expect(changePercent(112, 0)).toBeUndefined();
  });
});
