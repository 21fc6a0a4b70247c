import type { Database } from '../db/client';
import { entryOf } from '../ledger/copy';
import { type EntryDocument, ledgerEntries } from '../ledger/documents';
import { paperContent, receiptContent } from '../ledger/shape';
import type { EntryDto } from './schemas';

/** By which entry each of these was countered, where it was. */
async function countersOf(db: Database, numbers: readonly string[]): Promise<Map<string, string>> {
  const counters = await ledgerEntries(db)
    .find({ 'body.refersTo': { $in: [...numbers] }, 'body.act': 'reversal' }, { projection: { 'body.refersTo': 1 } })
    .toArray();
  return new Map(
    counters.flatMap(({ _id, body }) => {
      const refersTo: unknown = body['refersTo'];
      return Array.isArray(refersTo) ? refersTo.map((one) => [String(one), _id] as const) : [];
    }),
  );
}

/**
 * Entries as the owner reads them. What somebody wrote into the database and is no entry cannot be shown as one: it is left out
 * here, and named by the verification.
 */
export async function toEntries(db: Database, rows: readonly EntryDocument[]): Promise<EntryDto[]> {
  const counters = await countersOf(
    db,
    rows.map(({ _id }) => _id),
  );
  return rows.flatMap((row) => {
    const entry = entryOf(row);
    if (!entry) return [];
    const { data: said } = receiptContent.safeParse(entry.body);
    const { data: paper } = paperContent.safeParse(entry.body);
    const { kind, at, by, origin, before, hash } = entry;
    return {
      id: row._id,
      kind,
      at,
      by: { id: by.id, name: by.name },
      origin: origin ?? null,
      before,
      hash,
      receipt: said
        ? {
            act: said.act,
            amount: said.amount,
            purpose: said.purpose,
            method: said.method,
            paidAt: said.paidAt,
            payment: said.payment,
            order: { id: said.order.id, number: said.order.number, title: said.order.title },
            client: said.client,
            refersTo: said.refersTo,
            counteredBy: counters.get(row._id) ?? null,
          }
        : null,
      paper: paper ? { of: paper.of, sha256: paper.original.sha256 } : null,
    };
  });
}
