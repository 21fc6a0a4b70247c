import { addDays, dayStart } from '../calendar';
import { COUNTRY_PRESETS } from '../house/countries/presets';
import type { Feast } from '../house/words';
import type { FeastWeek } from './plan';

/** When a feast is: a day of our calendar or of the moon's, with its year's first and last day around it. */
interface FeastRule {
  on: { calendar: 'solar' | 'moon'; month: number; day: number };
  /** Days before and after the feast itself that belong to it. */
  before: number;
  after: number;
  share: number;
  closesPromises: boolean;
}

/**
 * What a house counts with, a proposal its owner changes. In the week before a feast everybody comes for what was promised
 * earlier: half of the hours go to the counter, pick-ups and last hems, and a piece that is promised anew has no day after it,
 * for it is for the feast. So the house promises nothing new for these days, and what it does count is half.
 * The season of weddings is long: it closes nothing, a tenth of the hours goes to fittings that move and dresses that come back.
 */
const RULES: Readonly<Record<Feast, FeastRule>> = {
  // 1 Shawwal: Korité, Aïd el-Fitr.
  eidAlFitr: { on: { calendar: 'moon', month: 10, day: 1 }, before: 6, after: 2, share: 0.5, closesPromises: true },
  // 10 Dhu al-Hijja: Tabaski, Aïd el-Adha. Families leave for the villages: the days after it are empty.
  eidAlAdha: { on: { calendar: 'moon', month: 12, day: 10 }, before: 6, after: 4, share: 0.5, closesPromises: true },
  christmas: { on: { calendar: 'solar', month: 12, day: 25 }, before: 6, after: 1, share: 0.5, closesPromises: true },
  // From the middle of May to the middle of September.
  weddings: { on: { calendar: 'solar', month: 5, day: 15 }, before: 0, after: 123, share: 0.9, closesPromises: false },
};

/** The reckoned calendar of Umm al-Qura: what is announced where the moon is looked for may be a day off. */
const MOON = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'numeric',
});

const isMoonDay = (day: string, { month, day: date }: FeastRule['on']): boolean => {
  const parts = MOON.formatToParts(dayStart(day));
  const part = (type: 'day' | 'month') => Number(parts.find((one) => one.type === type)?.value);
  return part('month') === month && part('day') === date;
};

/** The days of a year on which a feast is: one, or two where the shorter year of the moon has it twice, or none. */
function daysIn(year: number, on: FeastRule['on']): string[] {
  if (on.calendar === 'solar') return [new Date(Date.UTC(year, on.month - 1, on.day)).toISOString().slice(0, 10)];
  const first = `${year}-01-01`;
  return Array.from({ length: 366 }, (_, index) => addDays(first, index)).filter(
    (day) => day.startsWith(`${year}`) && isMoonDay(day, on),
  );
}

/** The weeks of these feasts that share a day with the years from `from` to `to`, earliest first. */
export function feastWeeks(feasts: readonly Feast[], from: number, to: number): FeastWeek[] {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return feasts
    .flatMap((feast) => {
      const { on, before, after, share, closesPromises } = RULES[feast];
      return years.flatMap((year) =>
        daysIn(year, on).map((day) => ({
          feast,
          from: addDays(day, -before),
          to: addDays(day, after),
          share,
          closesPromises,
          reckoned: on.calendar === 'moon',
        })),
      );
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** What a country (ISO 3166-1) proposes for these years; none for a country the house has no table of. */
export const countryFeasts = (country: string, from: number, to: number): FeastWeek[] =>
  feastWeeks(COUNTRY_PRESETS.find((preset) => preset.country === country)?.feasts ?? [], from, to);
