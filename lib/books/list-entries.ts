import type { Filter } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { cutPage, keysetByName, readPage } from '../db/keyset';
import { AppError } from '../errors';
import { atelierMoment } from '../i18n/atelier-time';
import { type EntryDocument, ledgerEntries } from '../ledger/documents';
import {
  type ClosingContent,
  type InvoiceContent,
  invoiceContent,
  type PaperContent,
  type ReceiptContent,
  receiptContent,
} from '../ledger/shape';
import type { Page } from '../pages';
import { containsWords } from '../text';
import { toEntries } from './dto';
import type { EntriesQuery, EntryDto, ListEntriesQuery, Sum } from './schemas';

const NEWEST = keysetByName<EntryDocument>(['at', -1, 'text']);
const AT_ONCE = 500;
const DAY_MINUTES = 24 * 60;

/** The entries of a question but for its words. Days are the atelier's, both ends included. */
function entriesFilter({ kind, act, method, from, to }: EntriesQuery): Filter<EntryDocument> {
  return {
    // Every entry has its hour; said so that an index is walked and nothing is read whole.
    at: {
      $gte: from ? atelierMoment(from).toISOString() : '',
      ...(to ? { $lt: atelierMoment(to, DAY_MINUTES).toISOString() } : {}),
    },
    ...(kind ? { kind } : {}),
    ...(act ? { 'body.act': act } : {}),
    ...(method ? { 'body.method': method } : {}),
  };
}

/**
 * Whether an entry holds every word that was asked for. It is sealed as it is and has no fields for a search beside it, so its words
 * are read where they stand, within the days that were asked for.
 */
function holdsWords({ _id, body }: EntryDocument, q: string): boolean {
  // A body that somebody took away holds no words.
  const { order, client, buyer, refersTo, of, period } = (body ?? {}) as Partial<
    Pick<ReceiptContent, 'order' | 'client' | 'refersTo'> &
      Pick<PaperContent, 'of'> &
      Pick<InvoiceContent, 'buyer'> &
      Pick<ClosingContent, 'period'>
  >;
  const said = [
    _id,
    of,
    period,
    order?.number,
    order?.title,
    client,
    buyer?.name,
    buyer?.company,
    Array.isArray(refersTo) ? refersTo.join(' ') : '',
  ];
  return containsWords(said.filter(Boolean).join(' '), q);
}

/**
 * The ledger, newest first.
 * @throws AppError forbidden for anyone but an owner, invalid_request for a cursor that is not ours.
 */
export async function listEntries(db: Database, actor: StaffActor, query: ListEntriesQuery): Promise<Page<EntryDto>> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const filter = entriesFilter(query);
  const { q, limit, cursor } = query;
  if (!q) {
    const { rows, nextCursor } = await readPage(ledgerEntries(db), filter, NEWEST, { limit, cursor });
    return { items: await toEntries(db, rows), nextCursor };
  }
  const found: EntryDocument[] = [];
  const walked = ledgerEntries(db)
    .find({ $and: [filter, NEWEST.after(cursor)] })
    .sort(NEWEST.sort)
    .batchSize(AT_ONCE);
  for await (const entry of walked) {
    if (holdsWords(entry, q)) found.push(entry);
    if (found.length > limit) break;
  }
  const { rows, nextCursor } = cutPage(found, NEWEST, limit);
  return { items: await toEntries(db, rows), nextCursor };
}

/**
 * How many entries answer a question, and what they come to in each currency.
 * @throws AppError forbidden for anyone but an owner.
 */
export async function sumEntries(
  db: Database,
  actor: StaffActor,
  query: EntriesQuery,
): Promise<{ found: number; sums: Sum[] }> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const sums = new Map<string, Sum>();
  let found = 0;
  const read = ledgerEntries(db)
    .find(entriesFilter(query), { projection: query.q ? {} : { 'body.act': 1, 'body.amount': 1, 'body.total': 1 } })
    .batchSize(AT_ONCE);
  for await (const entry of read) {
    if (query.q && !holdsWords(entry, query.q)) continue;
    found += 1;
    const { data } = receiptContent.pick({ act: true, amount: true }).loose().safeParse(entry.body);
    const { data: issued } = invoiceContent.pick({ act: true, total: true }).loose().safeParse(entry.body);
    const said = data?.amount ?? issued?.total;
    if (!said) continue;
    const { amount, currency } = said;
    const sum = sums.get(currency) ?? { currency, payment: 0, refund: 0, reversal: 0, total: 0, invoiced: 0 };
    if (data) {
      sum[data.act] += amount;
      sum.total += amount;
    } else sum.invoiced += amount;
    sums.set(currency, sum);
  }
  return { found, sums: [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1)) };
}

/** When the first entry was written; `undefined` while there is none. */
export async function firstEntryAt(db: Database): Promise<string | undefined> {
  const first = await ledgerEntries(db).findOne({}, { sort: { at: 1, _id: 1 }, projection: { at: 1 } });
  return first?.at;
}
