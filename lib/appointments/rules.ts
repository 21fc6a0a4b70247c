import { HOUR_MS } from '../calendar';
import type { OpeningInterval } from '../house/schemas';
import type { AppointmentStatus } from './words';

/** A stretch of time; `end` itself is free again. */
export interface Span {
  start: Date;
  minutes: number;
}

export const endOf = (span: Span): Date => new Date(span.start.getTime() + span.minutes * 60_000);

/** Whether two spans share a minute; one may begin when the other ends. */
export const overlaps = (a: Span, b: Span): boolean => a.start < endOf(b) && b.start < endOf(a);

/** An hour that is asked for, agreed or spent is taken; one that was cancelled is free. */
export const HOLDING: readonly AppointmentStatus[] = ['proposed', 'confirmed', 'done'];

/** Only what still lies open can be moved, confirmed or cancelled. */
export const isOpen = (status: AppointmentStatus): boolean => status === 'proposed' || status === 'confirmed';

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/**
 * Whether the whole appointment lies inside one opening interval of its day.
 * @param startClock `HH:MM` on the atelier's clock
 */
export function isWithinOpening(intervals: readonly OpeningInterval[], startClock: string, minutes: number): boolean {
  const from = minutesOf(startClock);
  return intervals.some((open) => minutesOf(open.from) <= from && from + minutes <= minutesOf(open.to));
}

/** Hours before an appointment that people are reminded at, and until when each is still worth saying. */
const REMINDERS = [
  { before: 24, until: 12 },
  { before: 2, until: 0.5 },
] as const;
export const FURTHEST_HOURS = REMINDERS[0].before;

/**
 * The reminder that is due now, by its hours. None for an hour agreed on after it would have been due: both have it fresh in
 * mind.
 */
export function dueReminder(
  { start, settledAt, createdAt }: { start: Date; settledAt?: Date; createdAt: Date },
  now: Date,
): number | undefined {
  const hours = (moment: Date) => (start.getTime() - moment.getTime()) / HOUR_MS;
  const [left, known] = [hours(now), hours(settledAt ?? createdAt)];
  return REMINDERS.find(({ before, until }) => left <= before && left > until && known >= before)?.before;
}
