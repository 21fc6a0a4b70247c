import type { OpeningHours } from '../house/schemas';
import { WEEKDAYS } from '../house/schemas';
import { clockMinutes } from '../i18n/atelier-time';

const openMinutes = (hours: OpeningHours, weekday: number): number => {
  const name = WEEKDAYS[weekday - 1];
  return name ? hours[name].reduce((sum, one) => sum + clockMinutes(one.to) - clockMinutes(one.from), 0) : 0;
};

/**
 * What one person can do on a weekday (1 Monday to 7): the week's hours shared over the days they work, in proportion to
 * how long the house is open, so that a short Saturday holds less. To the nearest half hour.
 */
export function capacityOn(
  person: { weeklyHours: number; workingDays: readonly number[] },
  hours: OpeningHours,
  weekday: number,
): number {
  if (!person.workingDays.includes(weekday)) return 0;
  const open = person.workingDays.reduce((sum, day) => sum + openMinutes(hours, day), 0);
  if (open === 0) return 0;
  const share = (person.weeklyHours * 60 * openMinutes(hours, weekday)) / open;
  return Math.round(share / 30) * 30;
}

/** The hours a day's tape shows: whole hours around the opening, wider where somebody comes earlier or stays later. */
export function tapeOf(
  intervals: readonly { from: string; to: string }[],
  spans: readonly { from: number; to: number }[],
): { from: number; to: number } {
  const opening = intervals.map((one) => ({ from: clockMinutes(one.from), to: clockMinutes(one.to) }));
  const all = [...(opening.length > 0 ? opening : [{ from: 9 * 60, to: 19 * 60 }]), ...spans];
  const from = Math.min(...all.map((one) => one.from));
  const to = Math.max(...all.map((one) => one.to));
  return { from: Math.floor(from / 60) * 60, to: Math.min(24 * 60, Math.ceil(to / 60) * 60) };
}

/** Minutes left of the opening after `now`, less what is already given to appointments from then on. */
export function freeMinutes(
  intervals: readonly { from: string; to: string }[],
  now: number,
  taken: readonly { from: number; to: number }[],
): number {
  const left = (span: { from: number; to: number }) => Math.max(0, span.to - Math.max(span.from, now));
  const open = intervals.reduce(
    (sum, one) => sum + left({ from: clockMinutes(one.from), to: clockMinutes(one.to) }),
    0,
  );
  return Math.max(0, open - taken.reduce((sum, one) => sum + left(one), 0));
}

/** From what part of the hands on a promise is tight: a day of illness in a week and it falls. */
const TIGHT_FROM = 0.85;

/** How a promise stands: its day is past; the hands left before it do not suffice; just suffice; or it can be kept. */
export function promiseState(promisedDay: string, today: string, needed: number, free: number) {
  if (promisedDay < today) return 'late' as const;
  if (needed > free) return 'untenable' as const;
  return needed > free * TIGHT_FROM ? ('tight' as const) : ('onTime' as const);
}
