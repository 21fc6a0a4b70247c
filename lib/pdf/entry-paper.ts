import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { findPaper, keepPaper } from '../ledger/keep-paper';
import type { LedgerEntry } from '../ledger/shape';
import type { Paper } from './order-papers';
import type { PaperJob } from './paper-job';
import { printPaper } from './print-paper';

/**
 * The paper of an entry: made when it is first asked for, of the entry alone, and kept; whoever asks again has the duplicate that was
 * made with it.
 * @param job the same paper as the original, and marked as a duplicate
 */
export async function entryPaper(
  db: Database,
  actor: Actor,
  { number, body }: Pick<LedgerEntry, 'number'> & { body: { locale: string } },
  name: string,
  job: (duplicate: boolean) => PaperJob,
  now: Date,
): Promise<Paper> {
  const kept = await findPaper(db, number);
  if (kept) return { name, bytes: Buffer.from(kept.duplicate.buffer) };
  const original = await printPaper(async () => job(false));
  const duplicate = await printPaper(async () => job(true));
  const by = { id: actor.id.toHexString(), name: actor.name };
  return { name, bytes: await keepPaper(db, { of: number, locale: body.locale, original, duplicate, by, now }) };
}
