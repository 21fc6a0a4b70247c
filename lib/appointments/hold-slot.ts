import type { ClientSession, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import { daysLater } from '../calendar';
import { findPresences } from '../auth/find-presence';
import { isAtWork } from '../auth/rules';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { getHouse } from '../house/get-house';
import { intervalsOn } from '../house/rules';
import { dayKey, TIME_ZONE } from '../i18n/format';
import { HOUSE_HORIZON_DAYS, NOTED_AFTER_DAYS } from '../limits';
import { appointments } from './documents';
import { HOLDING, isWithinOpening, overlaps, type Span } from './rules';
import { LONGEST_MINUTES } from './words';

/** The two who meet. */
interface Meeting extends Span {
  couturierId: ObjectId;
  clientId: ObjectId;
  /** The appointment that moves: it is not in its own way. */
  except?: ObjectId;
}

/** Who holds it knows that no hour of this couturier is booked meanwhile. */
export const agendaLock = (couturierId: ObjectId): string => `appointments:${couturierId.toHexString()}`;

/**
 * One lock per couturier, and one that a client shares with a few others: two bookings of one person are made one after the other, of
 * two people nearly always side by side. A lock of a client's own would be a trace of them.
 */
export const slotLocks = ({ couturierId, clientId }: Pick<Meeting, 'couturierId' | 'clientId'>): string[] => [
  agendaLock(couturierId),
  `appointments:clients:${clientId.toHexString().slice(-2)}`,
];

/**
 * Makes sure that both are free: nobody is in two places. Call it under `slotLocks`, in the transaction that writes the appointment.
 * @throws AppError slot_taken where the couturier is not free, client_busy where the client is not.
 */
export async function assertFree(db: Database, meeting: Meeting, session: ClientSession): Promise<void> {
  const { couturierId, clientId } = meeting;
  if (await isBusy(db, { couturierId }, meeting, session)) throw new AppError('slot_taken');
  if (await isBusy(db, { clientId }, meeting, session)) throw new AppError('client_busy');
}

/**
 * A client books nobody who is not there that day; the house may agree on an hour of its own. Call it under `slotLocks`, in the
 * transaction that writes the appointment.
 * @throws AppError couturier_not_there.
 */
export async function assertThere(
  db: Database,
  actor: Actor,
  { couturierId, start }: Pick<Meeting, 'couturierId' | 'start'>,
  session: ClientSession,
): Promise<void> {
  if (isStaff(actor)) return;
  const presence = (await findPresences(db, [couturierId], session)).get(couturierId.toHexString());
  if (!presence || !isAtWork(presence, dayKey(start))) throw new AppError('couturier_not_there');
}

/** Whether an appointment of this person holds a part of the time. */
async function isBusy(
  db: Database,
  who: { couturierId: ObjectId } | { clientId: ObjectId },
  slot: Meeting,
  session: ClientSession,
): Promise<boolean> {
  const near = await appointments(db)
    .find(
      {
        ...who,
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
  return near.some((other) => overlaps(other, slot));
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const clockOf = (at: Date): string => CLOCK.format(at);

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
