import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '@/lib/calendar';
import { intervalsOn } from '@/lib/house/rules';
import type { Plan } from '@/lib/planner/plan';
import { remedies } from '@/lib/planner/remedies';
import { earliestDay, verdict } from '@/lib/planner/verdict';
import { DEGREES } from '@/lib/planner/words';
import { anyDay, anyPlan, anyWish, daysAway, HOUSE, TODAY } from './plans';

/** Many of them: a house has many days. A number that is none is no number of hours. */
const RUNS = { numRuns: 400 };
const rank = (plan: Plan, ...rest: [Parameters<typeof verdict>[1], string]): number =>
  DEGREES.indexOf(verdict(plan, ...rest).degree);
const isPlain = (day: string): boolean =>
  intervalsOn(HOUSE, day).length > 0 && !HOUSE.feasts.some(({ from, to }) => from <= day && day <= to);
const change = (
  plan: Plan,
  id: string,
  by: (one: Plan['people'][number]) => Partial<Plan['people'][number]>,
): Plan => ({
  ...plan,
  people: plan.people.map((one) => (one.id === id ? { ...one, ...by(one) } : one)),
});

describe('the planner', () => {
  it('finds a later day never worse', () => {
    fc.assert(
      fc.property(anyPlan, anyWish, anyDay, fc.integer({ min: 0, max: 60 }), (plan, wish, day, days) => {
        const after = addDays(day, days);
        fc.pre(isPlain(day) && isPlain(after));
        expect(rank(plan, wish, after)).toBeLessThanOrEqual(rank(plan, wish, day));
      }),
      RUNS,
    );
  });

  it('finds more hours a week never worse', () => {
    fc.assert(
      fc.property(anyPlan, anyWish, anyDay, fc.integer({ min: 0, max: 40 }), (plan, wish, day, more) => {
        const richer = change(plan, 'a', ({ weeklyHours }) => ({ weeklyHours: weeklyHours + more / 2 }));
        expect(rank(richer, wish, day)).toBeLessThanOrEqual(rank(plan, wish, day));
      }),
      RUNS,
    );
  });

  it('finds more work never better: for the same piece, and for another promise', () => {
    fc.assert(
      fc.property(anyPlan, anyWish, anyDay, anyWish, anyDay, (plan, wish, day, other, due) => {
        const before = rank(plan, wish, day);
        expect(rank(plan, { ...wish, parts: [...wish.parts, ...other.parts] }, day)).toBeGreaterThanOrEqual(before);
        const fuller = { ...plan, work: [...plan.work, { id: 'new', handsId: 'a', due, parts: other.parts }] };
        expect(rank(fuller, wish, day)).toBeGreaterThanOrEqual(before);
      }),
      RUNS,
    );
  });

  it('is never helped by an absence, a closing, a feast or a fitting', () => {
    fc.assert(
      fc.property(anyPlan, anyWish, anyDay, daysAway, (plan, wish, day, away) => {
        const before = rank(plan, wish, day);
        const worse: Plan[] = [
          change(plan, 'a', ({ presence }) => ({ presence: { ...presence, away: [...presence.away, away] } })),
          { ...plan, house: { ...plan.house, closures: [...HOUSE.closures, { ...away, label: { fr: '', en: '' } }] } },
          {
            ...plan,
            house: {
              ...plan.house,
              feasts: [
                ...HOUSE.feasts,
                { ...away, feast: 'weddings', share: 0.5, closesPromises: false, reckoned: false },
              ],
            },
          },
          { ...plan, booked: [...plan.booked, { handsId: 'a', day: away.from, minutes: 90 }] },
        ];
        for (const one of worse) expect(rank(one, wish, day)).toBeGreaterThanOrEqual(before);
      }),
      RUNS,
    );
  });

  it('gives as the earliest day one that holds, and no day before it holds', () => {
    fc.assert(
      fc.property(anyPlan, anyWish, (plan, wish) => {
        const earliest = earliestDay(plan, wish);
        if (earliest === undefined) return;
        expect(rank(plan, wish, earliest)).toBe(0);
        expect(intervalsOn(HOUSE, earliest)).not.toEqual([]);
        // The one before, and every few days back to today.
        for (let day = addDays(earliest, -1); day >= TODAY; day = addDays(day, -5))
          expect(rank(plan, wish, day)).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  it('does not say of a day that holds that anything is against it, and always says why one does not', () => {
    fc.assert(
      fc.property(anyPlan, anyWish, anyDay, (plan, wish, day) => {
        const { degree, reasons, needed, free } = verdict(plan, wish, day);
        expect(reasons.length > 0).toBe(degree !== 'holds');
        expect([needed, free].every((minutes) => minutes >= 0)).toBe(true);
      }),
      RUNS,
    );
  });

  it('proposes only what makes it hold', () => {
    fc.assert(
      fc.property(anyPlan, anyWish, anyDay, (plan, wish, day) => {
        for (const remedy of remedies(plan, wish, day)) {
          if (remedy.kind === 'anotherDay') expect(rank(plan, wish, remedy.day)).toBe(0);
          if (remedy.kind === 'anotherOrder') {
            const moved = plan.work.map((one) => (one.id === remedy.id ? { ...one, due: remedy.to } : one));
            expect(remedy.to > remedy.due).toBe(true);
            expect(rank({ ...plan, work: moved }, wish, day)).toBeLessThan(2);
          }
          if (remedy.kind === 'anotherHand') {
            const given = remedy.shares.reduce((sum, { minutes }) => sum + minutes, 0);
            // The last to begin is what is given away first.
            let left = given;
            const byStart = [...wish.parts].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
            const kept = byStart.map((part) => {
              const gone = Math.min(left, part.minutes);
              left -= gone;
              return { ...part, minutes: part.minutes - gone };
            });
            expect(rank(plan, { ...wish, parts: kept }, day)).toBe(0);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
