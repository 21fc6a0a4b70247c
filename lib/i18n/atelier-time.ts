import { dayStart } from '../calendar';
import { TIME_ZONE } from './format';

/** Minutes of a day's clock, from `HH:MM`. */
export const clockMinutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

/** Milliseconds the atelier's clock is ahead of UTC at that moment. */
function aheadAt(moment: number): number {
  const found = parts.formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(found.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wall - Math.floor(moment / 60_000) * 60_000;
}

/**
 * The moment the atelier's clock shows this day (`YYYY-MM-DD`) and this many minutes after midnight, wherever the code
 * runs. Asked twice, because the first guess may lie on the other side of a change of hour.
 */
export function atelierMoment(day: string, minutes = 0): Date {
  const wall = dayStart(day) + minutes * 60_000;
  return new Date(wall - aheadAt(wall - aheadAt(wall)));
}

/** Minutes since midnight on the atelier's clock. */
export function minuteOfDay(value: Date | string): number {
  const moment = typeof value === 'string' ? Date.parse(value) : value.getTime();
  const wall = new Date(moment + aheadAt(moment));
  return wall.getUTCHours() * 60 + wall.getUTCMinutes();
}
