import type { Database } from '../db/client';
import { inTransaction } from '../db/client';
import { type EntryDocument, type HeadDocument, ledgerEntries, ledgerHeads } from './documents';
import { type LedgerEntry, ledgerEntry } from './shape';

/** A ledger as somebody found it: nothing of it is believed before it was verified. */
export interface LedgerCopy {
  heads: unknown[];
  entries: unknown[];
}

const withoutId = ({ _id: _, ...entry }: EntryDocument) => entry;
/** An entry as it was sealed; `undefined` for what somebody wrote there and is none. */
export const entryOf = (document: EntryDocument): LedgerEntry | undefined =>
  ledgerEntry.safeParse(withoutId(document)).data;

const headOf = ({ _id, ...head }: HeadDocument) => ({ kind: _id, ...head });

/** The whole ledger as it is at one moment, in the order of its series. `also` is read at that very moment. */
export const readLedger = <T>(
  db: Database,
  also: (session: Parameters<Parameters<typeof inTransaction>[1]>[0]) => Promise<T>,
): Promise<LedgerCopy & { also: T }> =>
  inTransaction(db, async (session) => {
    const heads = await ledgerHeads(db).find({}, { session }).sort({ _id: 1 }).toArray();
    const entries = await ledgerEntries(db).find({}, { session }).sort({ kind: 1, year: 1, n: 1 }).toArray();
    return { heads: heads.map(headOf), entries: entries.map(withoutId), also: await also(session) };
  });
