import type { Days } from '@/lib/auth/rules';
import { addDays, weekdayNumber } from '@/lib/calendar';
import { DEFAULT_HOUSE } from '@/lib/house/defaults';
import { countryFeasts } from '@/lib/house/countries/presets';
import { feastWeeks } from '@/lib/planner/feasts';
import type { Booking, HouseDays } from '@/lib/planner/plan';

/** The sixty days whose promises are counted, in Dakar: Korité (9 March 2027) is among them. */
export const COUNTED = { from: '2027-02-01', days: 60 };
/** The house is at work before them and goes on taking orders after them: it neither begins nor ends empty. */
const BEFORE = 60;
const AFTER = 150;
export const FIRST = addDays(COUNTED.from, -BEFORE);
export const LENGTH = BEFORE + COUNTED.days + AFTER;
/** So many days later whatever is still not done counts as late. */
export const END = LENGTH + 250;

export const HOUSE: HouseDays & Pick<typeof DEFAULT_HOUSE, 'stageHours' | 'garmentHours'> = {
  openingHours: DEFAULT_HOUSE.openingHours,
  stageHours: DEFAULT_HOUSE.stageHours,
  garmentHours: DEFAULT_HOUSE.garmentHours,
  closures: [{ from: '2026-12-24', to: '2027-01-02', label: { fr: 'Fin d’année', en: 'End of the year' } }],
  feasts: feastWeeks(countryFeasts('SN'), 2026, 2028),
};

/** The hands of a house of four. */
export const PEOPLE = [
  { id: 'a', weeklyHours: 36, workingDays: [1, 2, 3, 4, 5, 6] },
  { id: 'b', weeklyHours: 36, workingDays: [1, 2, 3, 4, 5, 6] },
  { id: 'c', weeklyHours: 32, workingDays: [2, 3, 4, 5, 6] },
  { id: 'd', weeklyHours: 28, workingDays: [1, 2, 4, 5] },
] as const;

/** What is asked for, how often, and the lead time a model of it bears on its page. */
const ASKED = [
  { garment: 'dress', often: 0.35, leadDays: 42 },
  { garment: 'boubou', often: 0.25, leadDays: 35 },
  { garment: 'skirt', often: 0.2, leadDays: 21 },
  { garment: 'suit', often: 0.12, leadDays: 49 },
  { garment: 'menSuit', often: 0.08, leadDays: 56 },
] as const;

/** An order as it comes in, and what nobody knows of it yet. */
export interface Arrival {
  day: number;
  garment: string;
  leadDays: number;
  /** The day the client would like, from today; not everybody has one. */
  wishDays?: number;
  /** Days until the cloth is said to be there, and until it is. */
  clothSaid: number;
  clothIs: number;
  /** What it takes over what the house says of such a piece. */
  factor: number;
}

/** Days away, and the day on which the house hears of it. */
interface Away extends Days {
  known: number;
}

export interface World {
  arrivals: Arrival[];
  leaves: Record<string, Away[]>;
  sick: Record<string, Away[]>;
  booked: (Booking & { known: number })[];
  /** What part of a day is really worked in a feast week. */
  feastShare: number[];
}

/** Mulberry32: small, seeded, the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How hard the world is on a house. */
export interface Weather {
  /** Orders on a day the house is open. */
  orders: number;
  /** Beginning of an illness on a day: with the lengths below 5 to 6 days of a hundred, as Apicil counted in France in 2022 (5.8). */
  illness: number;
  /** Cloth that comes later than said. */
  lateCloth: number;
}
export const USUAL: Weather = { orders: 0.45, illness: 0.012, lateCloth: 0.25 };

/** Everything that will happen to a house, whatever it promises. */
export function worldOf(seed: number, weather: Weather = USUAL): World {
  const random = randomOf(seed);
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const dayOf = (index: number): string => addDays(FIRST, index);
  // Every house is wrong about its own hours in its own way; single pieces are wrong about the house's.
  const bias = 0.95 + random() * 0.25;

  const arrivals: Arrival[] = [];
  for (let day = 0; day < LENGTH; day += 1) {
    if (weekdayNumber(dayOf(day)) === 7 || random() >= weather.orders) continue;
    let roll = random();
    const asked = ASKED.find(({ often }) => (roll -= often) < 0) ?? ASKED[0];
    const clothSaid = between(3, 14);
    arrivals.push({
      day,
      garment: asked.garment,
      leadDays: asked.leadDays,
      wishDays: random() < 0.4 ? between(15, 75) : undefined,
      clothSaid,
      clothIs:
        clothSaid + (random() < weather.lateCloth ? Math.min(25, 1 + Math.floor(-5 * Math.log(1 - random()))) : 0),
      factor: bias * Math.exp(0.18 * normal() - 0.18 ** 2 / 2),
    });
  }

  const leaves: World['leaves'] = {};
  const sick: World['sick'] = {};
  for (const { id } of PEOPLE) {
    const own: { leaves: Away[]; sick: Away[] } = { leaves: [], sick: [] };
    for (let day = 0; day < END; day += 1) {
      const chance = random();
      // A week of leave three times a year, said three weeks before; a day off now and then, said three days before.
      if (chance < 3 / 365) own.leaves.push({ from: dayOf(day + 21), to: dayOf(day + 27), known: day });
      else if (chance < 9 / 365) own.leaves.push({ from: dayOf(day + 3), to: dayOf(day + 3), known: day });
      if (random() < weather.illness) {
        const kind = random();
        const length = kind < 0.6 ? between(1, 3) : kind < 0.9 ? between(4, 10) : between(11, 20);
        own.sick.push({ from: dayOf(day), to: dayOf(day + length - 1), known: day });
      }
    }
    leaves[id] = own.leaves;
    sick[id] = own.sick;
  }

  const booked: World['booked'] = [];
  for (let day = 0; day < END; day += 1)
    for (const { id } of PEOPLE)
      if (random() < 0.3) booked.push({ handsId: id, day: dayOf(day + 7), minutes: 60, known: day });

  return { arrivals, leaves, sick, booked, feastShare: Array.from({ length: END }, () => 0.35 + random() * 0.3) };
}
