import fc from 'fast-check';
import type { Days } from '@/lib/auth/rules';
import { addDays } from '@/lib/calendar';
import { DEFAULT_HOUSE } from '@/lib/house/defaults';
import { proposedFeasts } from '@/lib/house/feasts';
import { feastWeeks } from '@/lib/planner/feasts';
import type { Commitment, Hands, HouseDays, Part, Plan, Wish } from '@/lib/planner/plan';

/** A Monday. */
export const TODAY = '2026-11-30';
export const later = (days: number): string => addDays(TODAY, days);

export const HOUSE: HouseDays = {
  openingHours: DEFAULT_HOUSE.openingHours,
  closures: [{ from: '2026-12-24', to: '2027-01-02', label: { fr: 'Noël', en: 'Christmas' } }],
  feasts: feastWeeks(proposedFeasts(['christmas', 'eidAlFitr']), 2026, 2027),
};

export const hands = (id: string, { away = [], ...more }: Partial<Hands> & { away?: Days[] } = {}): Hands => ({
  id,
  weeklyHours: 35,
  presence: { available: true, away, workingDays: [1, 2, 3, 4, 5] },
  weeks: [],
  ...more,
});

export const hours = (many: number, from?: string): Part => ({ minutes: many * 60, from });

export const planOf = (more: Partial<Plan> = {}): Plan => ({
  today: TODAY,
  house: HOUSE,
  people: [hands('mathieu')],
  work: [],
  booked: [],
  ...more,
});

const day = (most: number) => fc.integer({ min: 0, max: most }).map(later);
const parts = fc.array(
  fc.record({ minutes: fc.integer({ min: 0, max: 2000 }), from: fc.option(day(40), { nil: undefined }) }),
  { minLength: 1, maxLength: 3 },
);
export const daysAway = fc.tuple(day(60), fc.integer({ min: 0, max: 14 })).map(([from, many]) => ({
  from,
  to: addDays(from, many),
}));
const commitment = (people: readonly string[]): fc.Arbitrary<Commitment> =>
  fc.record({
    id: fc.integer({ min: 0, max: 999 }).map((n) => `order-${n}`),
    handsId: fc.constantFrom(...people),
    due: fc.integer({ min: -5, max: 90 }).map(later),
    parts,
  });
const person = (id: string): fc.Arbitrary<Hands> =>
  fc.record({
    id: fc.constant(id),
    weeklyHours: fc.integer({ min: 1, max: 120 }).map((halves) => halves / 2),
    presence: fc.record({
      available: fc.constant(true),
      away: fc.array(daysAway, { maxLength: 3 }),
      workingDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    }),
    weeks: fc.constant([]),
  });

/** Any house on any day of its life: two people, what they promised, what they booked, when they are away. */
export const anyPlan: fc.Arbitrary<Plan> = fc.record({
  today: fc.constant(TODAY),
  house: fc.constant(HOUSE),
  people: fc.tuple(person('a'), person('b')),
  work: fc.uniqueArray(commitment(['a', 'b']), { maxLength: 10, selector: ({ id }) => id }),
  booked: fc.array(
    fc.record({ handsId: fc.constantFrom('a', 'b'), day: day(60), minutes: fc.integer({ min: 15, max: 180 }) }),
    { maxLength: 8 },
  ),
});
export const anyWish: fc.Arbitrary<Wish> = fc.record({ handsId: fc.constant('a'), parts });
export const anyDay = fc.integer({ min: -3, max: 120 }).map(later);
