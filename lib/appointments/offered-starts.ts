import { isAtWork, type Presence } from '../auth/rules';
import { addDays } from '../calendar';
import { intervalsOn } from '../house/rules';
import type { HouseDto } from '../house/schemas';
import { atelierMoment, clockMinutes } from '../i18n/atelier-time';
import { dayKey } from '../i18n/format';
import { BOOKING_HORIZON_DAYS } from '../limits';
import { endOf, overlaps } from './rules';
import type { Taken } from './schemas';

/** What the offer of hours is read from. */
export type Hours = Pick<HouseDto, 'openingHours' | 'closures'>;

interface Wish {
  day: string;
  minutes: number;
  couturierId: string;
  /** When the couturier is there; who is not known to be there is offered to nobody. */
  presence: Presence | undefined;
}

const STEP = 30;

/** The hours of a day (`YYYY-MM-DD`) a client may ask for: in opening hours, ahead of now, when the couturier is at work and free. */
export function offeredStarts(hours: Hours, wish: Wish, taken: readonly Taken[], now: string): string[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wish.day)) return [];
  if (!wish.presence || !isAtWork(wish.presence, wish.day)) return [];
  const busy = taken
    .filter((one) => one.couturierId === wish.couturierId)
    .map((one) => ({ start: new Date(one.start), minutes: one.minutes }));
  const starts: Date[] = [];
  for (const open of intervalsOn(hours, wish.day)) {
    const last = clockMinutes(open.to) - wish.minutes;
    for (let minute = clockMinutes(open.from); minute <= last; minute += STEP)
      starts.push(atelierMoment(wish.day, minute));
  }
  return starts
    .map((start) => ({ start, minutes: wish.minutes }))
    .filter((span) => span.start > new Date(now) && endOf(span) > span.start)
    .filter((span) => !busy.some((other) => overlaps(other, span)))
    .map((span) => span.start.toISOString());
}

export interface FreeDay {
  /** `YYYY-MM-DD` on the atelier's calendar. */
  day: string;
  /** ISO moments, none when the day is full. */
  starts: string[];
}

const AFTERNOON = 14 * 60;

/**
 * A couturier's next open days from tomorrow on, each with the first hour of its morning and the first of its afternoon
 * that somebody may still ask for.
 * @param minutes how long the appointment would last
 */
export function freeDays(
  hours: Hours,
  wish: Omit<Wish, 'day'> & { days: number },
  taken: readonly Taken[],
  now: Date,
): FreeDay[] {
  const today = dayKey(now);
  const found: FreeDay[] = [];
  for (let ahead = 1; ahead < BOOKING_HORIZON_DAYS && found.length < wish.days; ahead += 1) {
    const day = addDays(today, ahead);
    if (intervalsOn(hours, day).length === 0 || !wish.presence || !isAtWork(wish.presence, day)) continue;
    const starts = offeredStarts(hours, { ...wish, day }, taken, now.toISOString());
    const noon = atelierMoment(day, AFTERNOON).toISOString();
    const halves = [starts.find((start) => start < noon), starts.find((start) => start >= noon)];
    found.push({ day, starts: halves.filter((start) => start !== undefined) });
  }
  return found;
}
