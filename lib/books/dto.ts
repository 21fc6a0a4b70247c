import type { Database } from '../db/client';
import { entryOf } from '../ledger/copy';
import { type EntryDocument, ledgerEntries } from '../ledger/documents';
import { closingContent, invoiceContent, paperContent, receiptContent } from '../ledger/shape';
import type { EntryDto } from './schemas';

/** By which entries each of these was countered, where it was. */
async function countersOf(db: Database, numbers: readonly string[]): Promise<Map<string, string[]>> {
  const counters = await ledgerEntries(db)
    .find(
      { 'body.refersTo': { $in: [...numbers] }, 'body.act': { $in: ['reversal', 'credit'] } },
      { projection: { 'body.refersTo': 1 } },
    )
    .sort({ _id: 1 })
    .toArray();
  const found = new Map<string, string[]>();
  for (const { _id, body } of counters) {
    const refersTo: unknown = body['refersTo'];
    for (const one of Array.isArray(refersTo) ? refersTo.map(String) : [])
      found.set(one, [...(found.get(one) ?? []), _id]);
  }
  return found;
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
    const { data: issued } = invoiceContent.safeParse(entry.body);
    const { data: paper } = paperContent.safeParse(entry.body);
    const { data: closed } = closingContent.safeParse(entry.body);
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
            counteredBy: counters.get(row._id)?.[0] ?? null,
          }
        : null,
      invoice: issued
        ? {
            act: issued.act,
            total: issued.total,
            due: issued.due.map(({ rate, net, vat }) => ({ rate, net, vat })),
            dueAt: issued.dueAt,
            order: { id: issued.order.id, number: issued.order.number, title: issued.order.title },
            client: issued.buyer.company ?? issued.buyer.name,
            takesUp: issued.deposits.map(({ number }) => number),
            refersTo: issued.refersTo,
            counteredBy: counters.get(row._id) ?? [],
          }
        : null,
      paper: paper ? { of: paper.of, sha256: paper.original.sha256 } : null,
      closing: closed
        ? {
            span: closed.span,
            period: closed.period,
            automatic: closed.automatic ?? false,
            entries: closed.covers.reduce((sum, { count }) => sum + count, 0),
            parts: closed.parts.map(({ number }) => number),
            totals: closed.totals,
            perpetual: closed.perpetual,
            cash: closed.cash ?? null,
          }
        : null,
    };
  });
}
