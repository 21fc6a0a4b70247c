import { endOf, overlaps } from '@/lib/appointments/rules';
import type { Taken } from '@/lib/appointments/schemas';
import { intervalsOn } from '@/lib/house/rules';
import type { House } from '@/lib/house/schemas';
import { atelierMoment, clockMinutes } from '@/lib/i18n/atelier-time';

/** What the offer of hours is read from. */
export type Hours = Pick<House, 'openingHours' | 'closures'>;

interface Wish {
  day: string;
  minutes: number;
  couturierId: string;
}

const STEP = 30;

/** The hours of a day (`YYYY-MM-DD`) a client may ask for: in opening hours, ahead of now, when the couturier is free. */
export function offeredStarts(hours: Hours, wish: Wish, taken: readonly Taken[], now: string): string[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wish.day)) return [];
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
