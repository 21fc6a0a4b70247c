import { addDays } from '../calendar';
import type { Span } from './words';

/** What a period is: a day `2026-11-28`, a month `2026-11`, a year `2026`. */
export const spanOf = (period: string): Span => (period.length === 10 ? 'day' : period.length === 7 ? 'month' : 'year');

/** The last day of a period. */
export function lastDayOf(period: string): string {
  if (period.length === 10) return period;
  if (period.length === 4) return `${period}-12-31`;
  return addDays(`${addDays(`${period}-28`, 4).slice(0, 7)}-01`, -1);
}

/** Whether this names a period of the calendar. */
export function isPeriod(period: string, span: Span): boolean {
  if (!/^\d{4}(-\d\d){0,2}$/.test(period) || spanOf(period) !== span) return false;
  if (span === 'year') return true;
  const day = span === 'month' ? `${period}-01` : period;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 10) === day;
}

/** The month of a day, the year of a month: the first of its letters that both have. */
export const periodAround = (period: string, span: 'month' | 'year'): string =>
  period.slice(0, span === 'month' ? 7 : 4);
