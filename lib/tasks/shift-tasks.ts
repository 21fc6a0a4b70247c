import type { ClientSession, ObjectId } from 'mongodb';
import { dayStart, daysLater } from '../calendar';
import type { Database } from '../db/client';
import { dayKey } from '../i18n/format';
import type { TasksMoved } from '../orders/words';
import { tasks } from './documents';
import { OPEN_STATUSES } from './words';
import { workday } from './templates';

/**
 * The day of a task whose order is promised so many days later, or earlier. What was still ahead is never put before today, and
 * nothing is put on a Sunday.
 * @param which `fromToday` leaves what is late already where it is
 */
export function shiftedDay(due: Date, days: number, which: TasksMoved, now: Date): Date {
  const today = dayKey(now);
  const ahead = dayKey(due) >= today;
  if (which === 'none' || (which === 'fromToday' && !ahead)) return due;
  const midnight = new Date(dayStart(today));
  const shifted = workday(daysLater(due, days), midnight);
  return ahead && dayKey(shifted) < today
    ? new Date(dayStart(today) + (due.getTime() - dayStart(dayKey(due))))
    : shifted;
}

/** Moves what is still to do on an order along with its promised day. Runs in the transaction that moves that. */
export async function shiftTasks(
  db: Database,
  orderId: ObjectId,
  { days, which }: { days: number; which: TasksMoved },
  session: ClientSession,
  now = new Date(),
): Promise<void> {
  if (which === 'none') return;
  const open = await tasks(db)
    .find({ orderId, status: { $in: [...OPEN_STATUSES] }, dueDate: { $exists: true } }, { session })
    .toArray();
  for (const { _id, dueDate } of open) {
    const next = dueDate && shiftedDay(dueDate, days, which, now);
    if (!next || next.getTime() === dueDate.getTime()) continue;
    await tasks(db).updateOne({ _id }, { $set: { dueDate: next, updatedAt: now }, $inc: { version: 1 } }, { session });
  }
}
