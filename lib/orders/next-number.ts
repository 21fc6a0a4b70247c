import type { ClientSession } from 'mongodb';
import { type Database, inTransaction } from '../db/client';
import { dayKey } from '../i18n/format';
import { inTurn } from '../in-turn';
import { counters } from './documents';

const keyOf = (year: string): string => `orders:${year}`;

/** The year of the atelier's calendar: an order of the last evening of December belongs to that year. */
export const orderYear = (now: Date): string => dayKey(now).slice(0, 4);

/** Makes sure the year's counter is there. Outside the transaction: two first orders of a year must not both insert it. */
export async function openCounter(db: Database, year: string): Promise<void> {
  await counters(db).updateOne({ _id: keyOf(year) }, { $setOnInsert: { value: 0 } }, { upsert: true });
}

/**
 * Takes the next number of the year, inside the transaction that writes the order: if that fails, the number was never
 * given; if two run at once, the database lets one wait and try again. So the numbers have no gap and no double.
 */
export async function nextNumber(db: Database, year: string, session: ClientSession): Promise<string> {
  const counter = await counters(db).findOneAndUpdate(
    { _id: keyOf(year) },
    { $inc: { value: 1 } },
    { session, returnDocument: 'after' },
  );
  if (!counter) throw new Error(`the counter of ${year} was not opened`);
  return `FF-${year}-${String(counter.value).padStart(4, '0')}`;
}

/** Writes an order under the next number of its year. All take the year's counter: in turn, they do not make each other's transactions retry. */
export async function withNextNumber<T>(
  db: Database,
  now: Date,
  write: (number: string, session: ClientSession) => Promise<T>,
): Promise<T> {
  const year = orderYear(now);
  await openCounter(db, year);
  return inTurn(`${db.db.databaseName} orders ${year}`, () =>
    inTransaction(db, async (session) => write(await nextNumber(db, year, session), session)),
  );
}
