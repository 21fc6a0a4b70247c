import { describe, expect, it } from 'vitest';
import { choiceQuery, daysOf, neighboursOf, periodsOf, readChoice } from '@/lib/books/rules';

const TODAY = '2026-11-30';
const asked = (query: Record<string, string>) => readChoice((name) => query[name], TODAY);

describe('what the page of the ledger is asked for', () => {
  it('is this month, and what it does not know it leaves out', () => {
    expect(asked({})).toEqual({ period: '2026-11' });
    expect(asked({ period: '2026-13', act: 'theft', method: 'shells', q: '  ' })).toEqual({ period: '2026-11' });
  });

  it.each<Record<string, string>>([
    { period: '2025' },
    { period: 'all', q: 'R-2026-0001' },
    { period: '2026-02', act: 'reversal', method: 'cash', cursor: 'x' },
    {},
  ])('goes back into an address as it came: %j', (query) => {
    expect(choiceQuery(asked(query), TODAY)).toEqual(query);
  });

  it.each([
    ['2026-11', { from: '2026-11-01', to: '2026-11-30' }],
    ['2026-12', { from: '2026-12-01', to: '2026-12-31' }],
    ['2028-02', { from: '2028-02-01', to: '2028-02-29' }],
    ['2026', { from: '2026-01-01', to: '2026-12-31' }],
    ['all', {}],
  ])('%s has its days', (period, days) => {
    expect(daysOf(period)).toEqual(days);
  });

  it.each([
    ['2026-11', { before: '2026-10' }],
    ['2026-01', { before: '2025-12', after: '2026-02' }],
    ['2025-12', { after: '2026-01' }],
    ['2026', { before: '2025' }],
    ['2025', { after: '2026' }],
    ['all', {}],
  ])('%s has what comes before and after it, within the ledger', (period, neighbours) => {
    expect(neighboursOf(period, '2025-12-04', TODAY)).toEqual(neighbours);
  });

  it('offers every month and year of the ledger, and the one that is shown', () => {
    expect(periodsOf('2026-10-02', TODAY, '2026-11')).toEqual({ months: ['2026-11', '2026-10'], years: ['2026'] });
    expect(periodsOf('2026-10-02', TODAY, '2024-03').months).toEqual(['2026-11', '2026-10', '2024-03']);
    expect(periodsOf('2026-10-02', TODAY, '2024').years).toEqual(['2026', '2024']);
  });
});
