import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_HOUSE } from '@/lib/house/defaults';
import { dayOf } from '@/lib/planner/capacity';
import { commitmentsOf, workLeft } from '@/lib/planner/commitments';
import { countryFeasts } from '@/lib/house/countries/presets';
import { proposedFeasts } from '@/lib/house/feasts';
import { feastsAround, feastWeeks } from '@/lib/planner/feasts';
import { minutesByStage, neededFor, partsOf } from '@/lib/planner/hours-left';
import { clothAllowance, paceOf } from '@/lib/planner/learn';
import { loadByWeek } from '@/lib/planner/load';
import { anyPlan, hands, HOUSE, hours, later, planOf, TODAY } from './plans';

const order = (stage: 'confirmed' | 'assembly' | 'delivered', more = {}) => ({
  id: 'dress',
  handsId: 'mathieu',
  garment: 'dress',
  stage,
  promisedDay: later(40),
  ...more,
});

describe('the hours left of an order', () => {
  it('are those of its stage and of the ones to come, by garment', () => {
    expect(minutesByStage(DEFAULT_HOUSE, order('assembly')).map(({ stage }) => stage)).toEqual([
      'assembly',
      'fitting',
      'alterations',
      'finishing',
      'ready',
    ]);
    expect(neededFor(DEFAULT_HOUSE, order('assembly'), undefined)).toBe((12 + 1.5 + 5 + 8 + 1) * 60);
    expect(neededFor(DEFAULT_HOUSE, { ...order('assembly'), garment: 'weddingDress' }, undefined)).toBe(
      (46 + 3 + 10 + 24 + 1) * 60,
    );
    expect(neededFor(DEFAULT_HOUSE, order('delivered'), undefined)).toBe(0);
    expect(neededFor(DEFAULT_HOUSE, order('assembly'), 75)).toBe(75);
  });

  it('are parted by what waits for the cloth', () => {
    expect(partsOf(DEFAULT_HOUSE, order('confirmed'), { clothFrom: later(9) })).toEqual([
      { minutes: (0.5 + 1 + 5 + 4) * 60 },
      { minutes: (3 + 12 + 1.5 + 5 + 8 + 1) * 60, from: later(9) },
    ]);
    expect(partsOf(DEFAULT_HOUSE, order('assembly'), { pace: 1.2 })).toEqual([{ minutes: Math.ceil(27.5 * 60 * 1.2) }]);
  });

  it('are the board’s where there is one, each for who has the task', () => {
    const tasks = [
      { id: '1', orderId: 'dress', handsId: 'mathieu', minutes: 120 },
      { id: '2', orderId: 'dress', handsId: 'ines', minutes: 60 },
      { id: '3', orderId: 'dress', minutes: 30 },
      { id: '4', orderId: 'other', handsId: 'ines', minutes: 500 },
    ];
    const left = workLeft(DEFAULT_HOUSE, order('assembly'), tasks);
    expect(left).toEqual([
      { handsId: 'mathieu', parts: [{ minutes: 150 }] },
      { handsId: 'ines', parts: [{ minutes: 60 }] },
    ]);
  });
});

describe('what the house has to finish', () => {
  it('is what was promised, and the tasks that serve no order', () => {
    const orders = [
      order('assembly'),
      order('delivered', { id: 'gone' }),
      order('confirmed', { id: 'x', promisedDay: undefined }),
    ];
    const tasks = [
      { id: 'a', handsId: 'ines', dueDay: later(2), minutes: 45 },
      { id: 'b', handsId: 'ines', minutes: 45 },
      { id: 'c', orderId: 'gone', handsId: 'ines', dueDay: later(2), minutes: 45 },
    ];
    expect(commitmentsOf(DEFAULT_HOUSE, orders, tasks).map(({ id, handsId, due }) => [id, handsId, due])).toEqual([
      ['dress', 'mathieu', later(40)],
      ['a', 'ines', later(2)],
    ]);
  });
});

describe('the weeks of a person', () => {
  it('fill with what is due first, and show what is too much in the week it is due', () => {
    const work = [{ id: 'faubourg', handsId: 'mathieu', due: later(7), parts: [hours(20)] }];
    const wish = { handsId: 'mathieu', parts: [hours(30)] };
    const [first, second] = loadByWeek(planOf({ work }), 'mathieu', 2, { wish, day: later(7) });
    expect(first).toEqual({ week: TODAY, capacity: 2100, taken: 1200, piece: 900, over: 900 });
    expect(second).toEqual({ week: later(7), capacity: 2100, taken: 0, piece: 900, over: 0 });
  });

  it('never hold more than the hands, fittings apart', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const quiet = { ...plan, booked: [] };
        for (const { capacity, taken, piece } of loadByWeek(quiet, 'a', 20))
          expect(taken + piece).toBeLessThanOrEqual(capacity);
      }),
    );
  });

  it('are closed with the house, and half as long before a feast', () => {
    const loads = loadByWeek(planOf(), 'mathieu', 15);
    const of = (week: string) => loads.find((one) => one.week === week)?.capacity;
    expect(of('2026-12-28')).toBe(0);
    expect(of('2027-01-04')).toBe(2100);
    // Wednesday 3 to Thursday 11 March are Korité's.
    expect(of('2027-03-01')).toBe((2 + 3 / 2) * 7 * 60);
  });
});

describe('the feasts', () => {
  it.each([
    ['eidAlFitr', 2027, '2027-03-03', '2027-03-11'],
    ['eidAlAdha', 2027, '2027-05-10', '2027-05-20'],
    ['eidAlFitr', 2028, '2028-02-20', '2028-02-28'],
    ['eidAlAdha', 2028, '2028-04-29', '2028-05-09'],
    ['christmas', 2026, '2026-12-19', '2026-12-26'],
  ] as const)('%s of %i is from %s to %s', (feast, year, from, to) => {
    expect(feastWeeks(proposedFeasts([feast]), year, year)).toMatchObject([{ feast, from, to, closesPromises: true }]);
  });

  it('are those of the country, which knows all it names', () => {
    const of = (country: string) => feastWeeks(countryFeasts(country), 2027, 2027).map(({ feast }) => feast);
    expect(of('SN')).toEqual(['eidAlFitr', 'eidAlAdha', 'christmas']);
    expect(of('FR')).toEqual(['weddings', 'christmas']);
    expect(of('ZZ')).toEqual([]);
  });

  it('of the moon are reckoned, and come twice in a year of ours that has room for two', () => {
    expect(feastWeeks(proposedFeasts(['eidAlFitr']), 2033, 2033).map(({ reckoned }) => reckoned)).toEqual([true, true]);
  });

  it('are on the announced day where one was announced, and only in that year', () => {
    const [tabaski] = proposedFeasts(['eidAlAdha']);
    if (!tabaski) throw new Error('no feast');
    const weeks = feastWeeks([{ ...tabaski, announced: ['2027-05-17'] }], 2027, 2028);
    expect(weeks).toMatchObject([
      { from: '2027-05-11', to: '2027-05-21', reckoned: false },
      { from: '2028-04-29', to: '2028-05-09', reckoned: true },
    ]);
  });

  it('are also days of the owner’s own, counted as they say', () => {
    const label = { fr: 'Magal de Touba', en: 'Magal of Touba' };
    const magal = { label, from: '2027-07-20', to: '2027-07-25', hoursPercent: 0, closesPromises: true };
    expect(feastWeeks([magal], 2026, 2028)).toEqual([
      { label, from: '2027-07-20', to: '2027-07-25', share: 0, closesPromises: true, reckoned: false },
    ]);
  });

  it('reach back to a season that began last year, and on as far as a house promises', () => {
    const days = feastsAround(proposedFeasts(['christmas']), '2027-01-01').map(({ from }) => from);
    expect(days).toEqual(['2026', '2027', '2028', '2029', '2030'].map((year) => `${year}-12-19`));
  });
});

describe('what the house learns', () => {
  it('is how long its pieces really take, and little from few of them', () => {
    const piece = { estimated: 40 * 60, spent: 50 * 60 };
    expect(paceOf([])).toBe(1);
    expect(paceOf([piece])).toBeCloseTo(85 / 75);
    expect(paceOf(Array.from({ length: 30 }, () => piece))).toBeGreaterThan(1.23);
    // A clock that was forgotten teaches nothing.
    expect(paceOf([{ estimated: 60, spent: 60_000 }])).toBe(1);
  });

  it('is how late its cloth comes, and a week as long as it has seen little', () => {
    expect(clothAllowance([])).toBe(7);
    expect(clothAllowance([0, 12])).toBe(12);
    expect(clothAllowance([0, 0, 0, 0, 0, 0, 0, 0, 3, 9])).toBe(3);
    expect(clothAllowance(Array.from({ length: 20 }, () => -2))).toBe(0);
  });
});

it('knows nobody who is not there', () => {
  expect(loadByWeek(planOf({ people: [hands('ines')] }), 'mathieu', 3)).toEqual([]);
});

describe('the hours of a person', () => {
  it('follow the week that was agreed on, from its day on', () => {
    const weeks = [{ from: later(7), weeklyHours: 20, workingDays: [1, 2] }];
    const minutesOn = dayOf(hands('mathieu', { weeks }), { ...HOUSE, closures: [], feasts: [] });
    const week = (first: number) => Array.from({ length: 7 }, (_, index) => minutesOn(later(first + index)));
    const total = (minutes: number[]) => minutes.reduce((sum, one) => sum + one, 0) / 60;
    expect(week(0)[4]).toBeGreaterThan(0);
    expect(total(week(0))).toBe(35);
    expect(week(7).map((minutes) => minutes > 0)).toEqual([true, true, false, false, false, false, false]);
    expect(total(week(7))).toBe(20);
  });

  it('are none in an absence that is planned', () => {
    const away = [{ from: later(1), to: later(2) }];
    const minutesOn = dayOf(hands('mathieu', { away }), { ...HOUSE, closures: [], feasts: [] });
    expect([0, 1, 2, 3].map((index) => minutesOn(later(index)) > 0)).toEqual([true, false, false, true]);
  });
});
