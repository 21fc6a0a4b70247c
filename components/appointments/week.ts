import { DAY_MS, addDays, dayStart, mondayOf } from '@/lib/calendar';

/** Pixels of an hour on the calendar; its style sheet has the same. */
export const HOUR_PX = 66;

/** ISO week number: the week of the year's first Thursday is the first. */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  const first = dayStart(`${thursday.slice(0, 4)}-01-01`);
  return Math.floor((dayStart(thursday) - first) / (7 * DAY_MS)) + 1;
}
