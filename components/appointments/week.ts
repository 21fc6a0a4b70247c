import { addDays, mondayOf } from '@/lib/i18n/atelier-time';

/** Pixels of an hour on the calendar; its style sheet has the same. */
export const HOUR_PX = 66;

/** ISO week number: the week of the year's first Thursday is the first. */
export function weekNumber(day: string): number {
  const thursday = addDays(mondayOf(day), 3);
  const first = Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`);
  return Math.floor((Date.parse(`${thursday}T00:00:00Z`) - first) / (7 * 86_400_000)) + 1;
}
