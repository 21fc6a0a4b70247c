import type { ClientSession, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import { daysLater } from '../calendar';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { getHouse } from '../house/get-house';
import { intervalsOn } from '../house/rules';
import { dayKey, TIME_ZONE } from '../i18n/format';
import { HOUSE_HORIZON_DAYS, NOTED_AFTER_DAYS } from '../limits';
import { appointments } from './documents';
import { HOLDING, isWithinOpening, overlaps, type Span } from './rules';
import { LONGEST_MINUTES } from './schemas';

/** One lock per couturier: two bookings of one person are made one after the other, of two people side by side. */
export const slotLock = (couturierId: ObjectId): string => `appointments:${couturierId.toHexString()}`;

/**
 * Makes sure that the couturier is free. Call it under `slotLock`, in the transaction that writes the appointment.
 * @throws AppError slot_taken.
 */
export async function assertFree(
  db: Database,
  slot: Span & { couturierId: ObjectId; except?: ObjectId },
  session: ClientSession,
): Promise<void> {
  const near = await appointments(db)
    .find(
      {
        couturierId: slot.couturierId,
        status: { $in: [...HOLDING] },
        start: {
          $gt: new Date(slot.start.getTime() - LONGEST_MINUTES * 60_000),
          $lt: new Date(slot.start.getTime() + slot.minutes * 60_000),
        },
        ...(slot.except ? { _id: { $ne: slot.except } } : {}),
      },
      { session },
    )
    .toArray();
  if (near.some((other) => overlaps(other, slot))) throw new AppError('slot_taken');
}

const clockOf = (at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', hour12: false }).format(
    at,
  );

/**
 * Makes sure that an hour lies where one of a house can lie: neither in 2001 nor in 9999.
 * @throws AppError appointment_day.
 */
export function assertDayThatCanBe(start: Date, now: Date): void {
  if (start < daysLater(now, -NOTED_AFTER_DAYS) || start > daysLater(now, HOUSE_HORIZON_DAYS))
    throw new AppError('appointment_day');
}

/**
 * A client books inside opening hours and not in the past; a couturier may stay late.
 * @throws AppError outside_opening_hours.
 */
export async function assertBookable(db: Database, actor: Actor, slot: Span, now: Date): Promise<void> {
  if (isStaff(actor)) return;
  const house = await getHouse(db);
  const intervals = intervalsOn(house, dayKey(slot.start));
  if (slot.start <= now || !isWithinOpening(intervals, clockOf(slot.start), slot.minutes))
    throw new AppError('outside_opening_hours');
}
