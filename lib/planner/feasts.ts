import { addDays, dayStart, daysFrom } from '../calendar';
import { MOON_FEASTS } from '../house/feasts';
import type { BusyWeeks, KnownFeast } from '../house/schemas';
import type { Feast } from '../house/words';
import type { FeastWeek } from './plan';

/** The day of a feast, in our calendar or in the moon's. */
const DAYS: Readonly<Record<Feast, { month: number; day: number }>> = {
  // 1 Shawwal: Korité, Aïd el-Fitr.
  eidAlFitr: { month: 10, day: 1 },
  // 10 Dhu al-Hijja: Tabaski, Aïd el-Adha.
  eidAlAdha: { month: 12, day: 10 },
  christmas: { month: 12, day: 25 },
  // The season's first day.
  weddings: { month: 5, day: 15 },
};

/** An announced day stands for the reckoned one when it is this near: the moon is seen a day or two sooner or later. */
const ANNOUNCED_WITHIN_DAYS = 5;

/** The reckoned calendar of Umm al-Qura: what is announced where the moon is looked for may be a day off. */
const MOON = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'numeric',
});

const isMoonDay = (day: string, on: { month: number; day: number }): boolean => {
  const parts = MOON.formatToParts(dayStart(day));
  const part = (type: 'day' | 'month') => Number(parts.find((one) => one.type === type)?.value);
  return part('month') === on.month && part('day') === on.day;
};

function reckon(feast: Feast, year: number): string[] {
  const on = DAYS[feast];
  if (!MOON_FEASTS.has(feast)) return [new Date(Date.UTC(year, on.month - 1, on.day)).toISOString().slice(0, 10)];
  const first = `${year}-01-01`;
  return Array.from({ length: 366 }, (_, index) => addDays(first, index)).filter(
    (day) => day.startsWith(`${year}`) && isMoonDay(day, on),
  );
}

/** Asking the moon for each day of a year takes longer than everything else that is planned. */
const reckoned = new Map<string, string[]>();

/** The days of a year on which a feast is: one, or two where the shorter year of the moon has it twice, or none. */
export function feastDays(feast: Feast, year: number): string[] {
  const key = `${feast} ${year}`;
  const days = reckoned.get(key) ?? reckon(feast, year);
  reckoned.set(key, days);
  return days;
}

function weeksOf({ feast, before, after, announced, ...rest }: KnownFeast, years: readonly number[]): FeastWeek[] {
  return years
    .flatMap((year) => feastDays(feast, year))
    .map((about) => {
      const said = announced.find((day) => Math.abs(daysFrom(about, day)) <= ANNOUNCED_WITHIN_DAYS);
      const day = said ?? about;
      return {
        feast,
        from: addDays(day, -before),
        to: addDays(day, after),
        share: rest.hoursPercent / 100,
        closesPromises: rest.closesPromises,
        reckoned: said === undefined && MOON_FEASTS.has(feast),
      };
    });
}

/** The weeks a house counts less hours in, of the years from `from` to `to`, earliest first. */
export function feastWeeks(feasts: readonly BusyWeeks[], from: number, to: number): FeastWeek[] {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return feasts
    .flatMap((one): FeastWeek[] => {
      if ('feast' in one) return weeksOf(one, years);
      const { label, hoursPercent, closesPromises } = one;
      return [{ label, from: one.from, to: one.to, share: hoursPercent / 100, closesPromises, reckoned: false }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** Of a year ago, since a season may have begun then, and as far as anything is planned. */
export const feastsAround = (feasts: readonly BusyWeeks[], today: string): FeastWeek[] => {
  const year = Number(today.slice(0, 4));
  return feastWeeks(feasts, year - 1, year + 3);
};

/** The house's days with its feasts dated, as everything that is planned today reads them. */
export const datedHouse = <House extends { feasts: readonly BusyWeeks[] }>(house: House, today: string) => ({
  ...house,
  feasts: feastsAround(house.feasts, today),
});
