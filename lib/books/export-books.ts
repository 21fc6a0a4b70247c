import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { readLedger } from '../ledger/copy';
import { exportLines } from '../ledger/export-ledger';

/**
 * The whole ledger as the lines of JSON that docs/ledger.md describes. Taking it away is a line of the journal.
 * @throws AppError forbidden for anyone but an owner.
 */
export async function exportBooks(
  db: Database,
  actor: StaffActor,
  now = new Date(),
): Promise<ReadableStream<Uint8Array>> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const { heads, entries } = await readLedger(db, () => Promise.resolve());
  await recordAct(db, { kind: 'ledgerExported', by: actor.id, detail: { count: entries.length } });
  const lines = exportLines({ heads, entries }, now);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = lines.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
}
