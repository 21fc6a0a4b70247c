import type { ClientSession } from 'mongodb';
import type { Database } from '../db/client';
import { isDuplicateKey } from '../db/duplicate-key';
import { dayKey } from '../i18n/format';
import { inTurn } from '../in-turn';
import { canonicalOf, NOTHING_BEFORE, numberOf, sealOf } from './canonical';
import { ledgerEntries, ledgerHeads } from './documents';
import type { Bodies, LedgerEntry } from './shape';
import { ENTRY_KINDS } from './words';

/** Something to be entered. */
export interface NewEntry<Kind extends keyof Bodies> {
  kind: Kind;
  body: Bodies[Kind];
  by: { id: string; name: string };
  now: Date;
}

/**
 * Makes sure that a series has an end to go on from. Before the transaction: two first entries must not both insert it.
 * @param inTraining everything of this kind is for trying the house; so is every kind of a house where one is
 */
export async function openSeries(db: Database, kind: keyof Bodies, inTraining?: true): Promise<void> {
  const heads = await ledgerHeads(db)
    .find({ $or: [{ _id: kind }, { training: true }] })
    .toArray();
  if (heads.some(({ _id }) => _id === kind)) return;
  const training = inTraining ?? (heads.length > 0 ? true : undefined);
  const begun = { year: 0, n: 0, at: '', hash: NOTHING_BEFORE, ...(training ? { training } : {}) };
  await ledgerHeads(db)
    .updateOne({ _id: kind }, { $setOnInsert: begun }, { upsert: true })
    .catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
}

/** Runs a work whose transaction enters something of this kind; after the one before it, since both would meet at the series' end. */
export async function inSeries<T>(db: Database, kind: keyof Bodies, work: () => Promise<T>): Promise<T> {
  await openSeries(db, kind);
  return inTurn(`${db.db.databaseName} ledger ${kind}`, work);
}

/** The same for a work that may enter several kinds; always in one order, so that no two wait for each other. */
export const inSeriesOf = <T>(db: Database, kinds: readonly (keyof Bodies)[], work: () => Promise<T>): Promise<T> =>
  ENTRY_KINDS.filter((kind): kind is keyof Bodies => kinds.some((one) => one === kind)).reduceRight<() => Promise<T>>(
    (inner, kind) => () => inSeries(db, kind, inner),
    work,
  )();

/**
 * Enters something, inside the transaction that does it: neither is there without the other, and a number is taken by what
 * was done and by nothing else. Two at once meet at the end of the series: one of them is begun again by the database.
 * An entry is never dated before the one before it; where the clock was set back, the hour and the year stand still.
 */
export async function issueEntry<Kind extends keyof Bodies>(
  db: Database,
  { kind, body, by, now }: NewEntry<Kind>,
  session: ClientSession,
): Promise<LedgerEntry> {
  const head = await ledgerHeads(db).findOne({ _id: kind }, { session });
  if (!head) throw new Error(`the series ${kind} was not opened`);
  const clock = now.toISOString();
  const at = clock < head.at ? head.at : clock;
  const year = Number(dayKey(at).slice(0, 4));
  const n = year === head.year ? head.n + 1 : 1;
  const number = numberOf(kind, year, n);
  // As it will be read: without fields that are not there.
  const words = JSON.parse(canonicalOf(body)) as Record<string, unknown>;
  const origin = head.training ? ({ origin: 'training' } as const) : {};
  const draft = { form: 1 as const, kind, year, n, number, at, before: head.hash, by, ...origin, body: words };
  const entry: LedgerEntry = { ...draft, hash: sealOf(draft) };
  const { matchedCount } = await ledgerHeads(db).updateOne(
    { _id: kind, hash: head.hash },
    { $set: { year, n, at, hash: entry.hash } },
    { session },
  );
  if (matchedCount !== 1) throw new Error(`the series ${kind} moved under its transaction`);
  await ledgerEntries(db).insertOne({ _id: number, ...entry }, { session });
  return entry;
}
