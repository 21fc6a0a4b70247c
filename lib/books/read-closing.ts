import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { AppError, notFound } from '../errors';
import { ledgerEntries } from '../ledger/documents';
import { lastDayOf } from '../ledger/periods';
import { readJournal } from '../ledger/read-journal';
import { asRefusal } from './close-period';
import { toEntries } from './dto';
import type { EntryDto } from './schemas';

/** The first day of a month or year; a day is its own. */
const firstDayOf = (period: string): string => `${period}-01-01`.slice(0, 10);

/**
 * A closing with the entries it covers, in the order of their days and hours: the journal of its period.
 * @throws AppError forbidden for anyone but an owner, not_found, ledger_unreadable.
 */
export async function readClosing(
  db: Database,
  actor: StaffActor,
  number: string,
): Promise<{ closing: EntryDto; entries: EntryDto[] }> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const found = await ledgerEntries(db).findOne({ _id: number, kind: 'closing' });
  const [closing] = found ? await toEntries(db, [found]) : [];
  if (!closing?.closing) throw notFound();
  const { period } = closing.closing;
  const journal = await readJournal(db, firstDayOf(period), lastDayOf(period)).catch((error: unknown) => {
    throw asRefusal(error, actor.locale);
  });
  const covered = journal.flatMap((one) => (one.closing === undefined ? [] : { _id: one.entry.number, ...one.entry }));
  return { closing, entries: await toEntries(db, covered) };
}
