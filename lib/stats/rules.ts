import { DAY_MS, addDays, dayStart, mondayOf } from '../calendar';

/** A span of whole days on the atelier's calendar, both ends in it (`YYYY-MM-DD`). */
export interface Days {
  from: string;
  to: string;
}

/** The lengths a period may be looked at in, in months. */
export const UNITS = { month: 1, quarter: 3, year: 12 } as const;
export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as Unit[];

/** Up to so many days a period is told week by week, a longer one month by month. */
const WEEKLY_DAYS = 100;
/** Three years and a day of grace: what one answer may hold. */
export const MAX_DAYS = 1097;

const pad = (value: number): string => String(value).padStart(2, '0');
const utc = (day: string): Date => new Date(dayStart(day));
const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

export const monthOf = (day: string): string => day.slice(0, 7);
export const firstDay = (month: string): string => `${month}-01`;
export const lastDay = (month: string): string =>
  `${month}-${pad(lastOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)) - 1))}`;
/** Days a span holds. */
export const lengthOf = ({ from, to }: Days): number =>
  Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MS) + 1;

/** The same day so many months later (earlier, when negative); the end of a month stays within its month. */
export function addMonths(day: string, months: number): string {
  const date = utc(day);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const [year, month] = [Math.floor(index / 12), ((index % 12) + 12) % 12];
  return `${year}-${pad(month + 1)}-${pad(Math.min(date.getUTCDate(), lastOf(year, month)))}`;
}

/** The period of this unit that ends with a month (`YYYY-MM`). */
export const periodOf = (unit: Unit, endMonth: string): Days => ({
  from: addMonths(firstDay(endMonth), 1 - UNITS[unit]),
  to: lastDay(endMonth),
});

/** Whole months of a span, or 0 when it begins or ends inside one. */
function wholeMonths({ from, to }: Days): number {
  if (from !== firstDay(monthOf(from)) || to !== lastDay(monthOf(to))) return 0;
  const index = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return index(to) - index(from) + 1;
}

/** What a page looks at, read from its address; whatever that does not say (or says wrongly) is the year up to this month. */
export function readPeriod(
  get: (name: string) => string | null | undefined,
  today: string,
): { unit: Unit; end: string } {
  const end = get('end') ?? '';
  return {
    unit: UNIT_NAMES.find((name) => name === get('unit')) ?? 'year',
    end: /^20\d\d-(0[1-9]|1[0-2])$/.test(end) && end <= monthOf(today) ? end : monthOf(today),
  };
}

/** The months a period of this unit may end with: from this one back to the house's first, a whole period apart. */
export function endsOf(unit: Unit, today: string, since: string | undefined): string[] {
  const step = -UNITS[unit];
  const first = monthOf(since ?? today);
  const ends: string[] = [];
  for (let end = firstDay(monthOf(today)); ends.length === 0 || monthOf(end) >= first; end = addMonths(end, step))
    ends.push(monthOf(end));
  return ends;
}

/** The period of the same length just before: so many months where it is made of months, else so many days. */
export function previousOf(days: Days): Days {
  const months = wholeMonths(days);
  if (months === 0) return { from: addDays(days.from, -lengthOf(days)), to: addDays(days.from, -1) };
  return { from: addMonths(days.from, -months), to: addDays(days.from, -1) };
}

/**
 * What a period that still runs is fairly compared with: as much of the one before as has gone by of this one.
 * @param today a period that is over is compared whole
 */
export function comparedWith(days: Days, today: string): Days {
  const before = previousOf(days);
  if (today >= days.to || today < days.from) return before;
  const gone = addDays(before.from, lengthOf({ from: days.from, to: today }) - 1);
  return { from: before.from, to: gone < before.to ? gone : before.to };
}

/** The last month of a period, as far as it has come and as far as the period holds it. */
export function latestOf({ from, to }: Days, today: string): Days {
  const end = today < from ? from : today < to ? today : to;
  const start = firstDay(monthOf(end));
  return { from: start > from ? start : from, to: end };
}

/** The same days one month earlier; the end of a month answers to the end of a month. */
export function monthBefore({ from, to }: Days): Days {
  const end = to === lastDay(monthOf(to)) ? lastDay(monthOf(addMonths(firstDay(monthOf(to)), -1))) : addMonths(to, -1);
  return { from: addMonths(from, -1), to: end };
}

const isWeekly = (days: Days): boolean => lengthOf(days) <= WEEKLY_DAYS;

function cut(days: Days, weekly: boolean): Days[] {
  const next = (day: string) => (weekly ? addDays(mondayOf(day), 7) : addMonths(firstDay(monthOf(day)), 1));
  const buckets: Days[] = [];
  for (let from = days.from; from <= days.to; from = next(from)) {
    const end = addDays(next(from), -1);
    buckets.push({ from, to: end < days.to ? end : days.to });
  }
  return buckets;
}

/** A period cut into weeks (from their Mondays) or months; the first and the last may be shorter. */
export const bucketsOf = (days: Days): Days[] => cut(days, isWeekly(days));

/** So many steps of the same kind that follow a period. */
export function bucketsAfter(days: Days, count: number): Days[] {
  const weekly = isWeekly(days);
  const from = addDays(days.to, 1);
  const to = weekly
    ? addDays(mondayOf(from), 7 * count - 1)
    : lastDay(monthOf(addMonths(firstDay(monthOf(from)), count - 1)));
  return cut({ from, to }, weekly);
}

/** The middle value; of an even number, the mean of the two, rounded to a whole. Nothing has no middle. */
export function median(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 ? upper : Math.round(((sorted[half - 1] ?? upper) + upper) / 2);
}

/** By how much a sum changed, in whole per cent; `undefined` where there is nothing to compare with. */
export const changePercent = (now: number, before: number): number | undefined =>
  before > 0 ? Math.round(((now - before) / before) * 100) : undefined;

export const VERDICTS = ['empty', 'keeps', 'slips', 'misses', 'grows', 'slows', 'holds'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** From here a period keeps its word; below the second, it does not. */
const KEEPS = 0.9;
const MISSES = 0.7;
/** A change of revenue below this is none. */
const STEADY_PERCENT = 5;

/**
 * The one word on a period. A couture house is judged by its word first: promises kept, where pieces were handed over;
 * by what came in, where none was.
 */
export function judge(facts: { kept: number; promised: number; revenue: number; before: number }): Verdict {
  const { kept, promised, revenue, before } = facts;
  if (promised > 0) {
    const share = kept / promised;
    return share >= KEEPS ? 'keeps' : share >= MISSES ? 'slips' : 'misses';
  }
  if (revenue === 0 && before === 0) return 'empty';
  const change = changePercent(revenue, before);
  if (change === undefined) return revenue > 0 ? 'grows' : 'holds';
  return change >= STEADY_PERCENT ? 'grows' : change <= -STEADY_PERCENT ? 'slows' : 'holds';
}
