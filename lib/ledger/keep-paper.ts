import { Binary, type ClientSession } from 'mongodb';
import { type Database, inTransaction } from '../db/client';
import { sha256 } from './canonical';
import { ledgerEntries, ledgerPapers, type PaperDocument } from './documents';
import { inSeries, issueEntry, type NewEntry } from './issue-entry';
import { type InvoiceContent, invoiceContent, type LedgerEntry, type ReceiptContent, receiptContent } from './shape';
import { INVOICE_KINDS } from './words';

/** A receipt as it was entered, with all that its paper says. */
export interface EnteredReceipt extends Omit<LedgerEntry, 'body'> {
  body: ReceiptContent;
}

/** Reads a receipt by its number; `undefined` where there is none that can be read as one. */
export async function findReceipt(db: Database, number: string): Promise<EnteredReceipt | undefined> {
  const found = await ledgerEntries(db).findOne({ _id: number, kind: 'receipt' }, { projection: { _id: 0 } });
  const { data: body } = receiptContent.safeParse(found?.body);
  return found && body ? { ...found, body } : undefined;
}

/** Everything that was received for an order, as far as it can be read. */
export async function receiptsOf(db: Database, orderId: string, session: ClientSession): Promise<EnteredReceipt[]> {
  const found = await ledgerEntries(db)
    .find({ 'body.order.id': orderId, kind: 'receipt' }, { session, projection: { _id: 0 } })
    .toArray();
  return found.flatMap((entry) => {
    const { data: body } = receiptContent.safeParse(entry.body);
    return body ? [{ ...entry, body }] : [];
  });
}

/** An invoice of any kind as it was entered. */
export interface EnteredInvoice extends Omit<LedgerEntry, 'body'> {
  body: InvoiceContent;
}

/** Reads an invoice, a deposit invoice or a credit note by its number; `undefined` where there is none that can be read as one. */
export async function findInvoice(db: Database, number: string): Promise<EnteredInvoice | undefined> {
  const kind = { $in: Object.values(INVOICE_KINDS) };
  const found = await ledgerEntries(db).findOne({ _id: number, kind }, { projection: { _id: 0 } });
  const { data: body } = invoiceContent.safeParse(found?.body);
  return found && body ? { ...found, body } : undefined;
}

/** The paper that was made of an entry; `undefined` until somebody asks for it. */
export const findPaper = (db: Database, of: string): Promise<PaperDocument | null> => ledgerPapers(db).findOne({ of });

interface NewPaper extends Pick<NewEntry<'paper'>, 'by' | 'now'> {
  of: string;
  locale: string;
  original: Buffer;
  duplicate: Buffer;
}

const known = (bytes: Buffer) => ({ sha256: sha256(bytes), bytes: bytes.byteLength });

/**
 * Keeps the paper of an entry: its bytes, and in the same transaction an entry that seals their SHA-256. Of two who make one at
 * once, one is kept.
 * @returns the bytes to hand out: the original to the one whose paper was kept, the duplicate to anybody after
 */
export const keepPaper = (db: Database, { of, locale, original, duplicate, by, now }: NewPaper): Promise<Buffer> =>
  inSeries(db, 'paper', () =>
    inTransaction(db, async (session) => {
      const there = await ledgerPapers(db).findOne({ of }, { session });
      if (there) return Buffer.from(there.duplicate.buffer);
      const body = { of, original: known(original), duplicate: known(duplicate), locale };
      const { number } = await issueEntry(db, { kind: 'paper', body, by, now }, session);
      await ledgerPapers(db).insertOne(
        { _id: number, of, original: new Binary(original), duplicate: new Binary(duplicate) },
        { session },
      );
      return original;
    }),
  );
