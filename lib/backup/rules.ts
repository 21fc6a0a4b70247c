import { addDays, mondayOf } from '../calendar';
import { HOUR_MS, MINUTE_MS } from '../calendar';

/** How many of the newest are kept: one a day, one a week, one a month. */
export const KEPT = { days: 14, weeks: 8, months: 12 } as const;

const NAME = /^fashionflow-(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.ffbackup$/;

/** The name of a backup that the house makes by itself; it says when. */
export const fileNameOf = (moment: Date): string =>
  `fashionflow-${moment.toISOString().slice(0, 19).replaceAll(':', '-')}Z.ffbackup`;

/** When a backup was begun, by its name; undefined for what is none of ours. */
export function momentOf(name: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (!year) return undefined;
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** The newest of each group, for so many of the newest groups. */
function newestOf(names: readonly string[], group: (day: string) => string, groups: number): string[] {
  const newest = new Map<string, string>();
  for (const name of [...names].sort().reverse()) {
    const key = group(name.slice('fashionflow-'.length, 'fashionflow-YYYY-MM-DD'.length));
    if (!newest.has(key)) newest.set(key, name);
  }
  return [...newest.values()].slice(0, groups);
}

/**
 * Which backups may go: all but the newest of each of the last days, weeks and months that have one. The count is of backups that
 * are there, so that a house that was closed for a year loses none.
 */
export function superfluous(names: readonly string[]): string[] {
  const ours = names.filter((name) => momentOf(name));
  const kept = new Set([
    ...newestOf(ours, (day) => day, KEPT.days),
    ...newestOf(ours, mondayOf, KEPT.weeks),
    ...newestOf(ours, (day) => day.slice(0, 7), KEPT.months),
  ]);
  return ours.filter((name) => !kept.has(name));
}

/** `HH:MM` as minutes after midnight. */
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** A failed night is tried again after this long. */
export const AGAIN_MS = HOUR_MS;

/**
 * Whether the night's backup is due: its hour is past, and since then none was made. A machine that slept through the hour makes it when
 * it wakes.
 * @param now on the house's clock: the day and the minutes after its midnight
 * @param at when every night, `HH:MM`
 * @param last when the last one was made, and the last attempt that failed
 */
export function isDue(
  now: { moment: Date; minute: number },
  at: string,
  last: { made: Date | undefined; failed: Date | undefined },
): boolean {
  const sinceHour = (now.minute - minutesOf(at) + 24 * 60) % (24 * 60);
  const hour = now.moment.getTime() - sinceHour * MINUTE_MS;
  if (last.failed && now.moment.getTime() - last.failed.getTime() < AGAIN_MS) return false;
  return !last.made || last.made.getTime() < hour - MINUTE_MS;
}

/** The nights shown: those that end today, oldest first. */
export const nightsUpTo = (today: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => addDays(today, index - count + 1));
