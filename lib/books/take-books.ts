import Papa from 'papaparse';
import type { Locale, StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import { asWords } from '../clients/csv-text';
import type { Database } from '../db/client';
import { inTransaction } from '../db/client';
import { env } from '../env';
import { AppError } from '../errors';
import { countryTax } from '../house/countries/presets';
import { getHouse } from '../house/get-house';
import { languageOf } from '../i18n/config';
import { dayKey } from '../i18n/format';
import { translator } from '../i18n/translate';
import { archiveKey, archiveLines, fingerprintOf, publicText } from '../ledger/archive';
import { readLedger } from '../ledger/copy';
import { ledgerEntries } from '../ledger/documents';
import { fecLines, fecName, fecText } from '../ledger/fec';
import { type JournalEntry, readJournal, readOrders } from '../ledger/read-journal';
import { entryOf } from '../ledger/copy';
import { invoiceContent, receiptContent } from '../ledger/shape';
import type { RateSum } from '../ledger/totals';
import { decimalsOf } from '../money';
import { PROGRAM_VERSION } from '../program-version';
import { signingKey } from '../secrets';
import { asRefusal } from './close-period';
import { describeEntry } from './describe-entry';
import { toEntries } from './dto';
import type { BooksQuery } from './schemas';

/** A file as it leaves. */
export interface Taken {
  name: string;
  type: string;
  lines: Iterable<string>;
}

/** The mark by which Excel knows UTF-8. */
const BOM = '\uFEFF';

const signedKey = async () => archiveKey((await signingKey(env().AUTH_SECRET ?? '', 'archive')).bytes);

/** What the house's archives are signed with, as one compares it: the beginning of the SHA-256 of its public key. */
export const archiveFingerprint = async (): Promise<string> => fingerprintOf(publicText(await signedKey()));

/** A sum as a spreadsheet of this language takes it. */
const plain = (amount: number, currency: string, locale: Locale): string => {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const mark = languageOf(locale).columns === ';' ? ',' : '.';
  return `${amount < 0 ? '-' : ''}${whole}${decimals > 0 ? `${mark}${digits.slice(-decimals)}` : ''}`;
};

/** A table for an accountant: a line for each entry and rate, so that its columns of sums add up. */
async function table(db: Database, journal: readonly JournalEntry[], locale: Locale): Promise<string[]> {
  const t = translator(locale, 'ledger');
  const orders = translator(locale, 'orders');
  const csv = (cells: readonly (readonly string[])[]) =>
    `${Papa.unparse(cells as string[][], { quotes: true, delimiter: languageOf(locale).columns })}\r\n`;
  const columns = [
    'day',
    'number',
    'what',
    'order',
    'client',
    'means',
    'refersTo',
    'currency',
    'received',
    'invoiced',
    'rate',
    'net',
    'vat',
    'closing',
    'training',
  ] as const;
  const lines = [BOM + csv([columns.map((one) => t(`books.columns.${one}`))])];
  for (const { day, entry, closing } of journal) {
    const [said] = await toEntries(db, [{ _id: entry.number, ...entry }]);
    const { data: receipt } = receiptContent.safeParse(entry.body);
    const { data: invoice } = invoiceContent.safeParse(entry.body);
    const own = receipt ?? invoice;
    if (!said || !own) continue;
    const { what, means } = describeEntry(said, locale);
    const currency = receipt?.amount.currency ?? invoice?.currency ?? '';
    const all = receipt?.amount.amount ?? invoice?.total.amount ?? 0;
    const rates: (RateSum | undefined)[] = (receipt ? receipt.rates : invoice?.due) ?? [];
    for (const rate of rates.length > 0 ? rates : [undefined]) {
      const gross = plain(rate ? rate.net + rate.vat : all, currency, locale);
      const cells = [
        day,
        entry.number,
        invoice ? orders(`invoices.act.${invoice.act}`) : what,
        own.order.number,
        receipt?.client ?? invoice?.buyer.company ?? invoice?.buyer.name ?? '',
        receipt ? means : '',
        own.refersTo.join(' '),
        currency,
        receipt ? gross : '',
        invoice ? gross : '',
        rate ? plain(rate.rate, 'EUR', locale) : '',
        rate ? plain(rate.net, currency, locale) : '',
        rate ? plain(rate.vat, currency, locale) : '',
        closing ?? '',
        entry.origin === 'training' ? t('books.training') : '',
      ];
      lines.push(csv([cells.map((cell, at) => (at >= 8 && at <= 12 ? cell : asWords(cell)))]));
    }
  }
  return lines;
}

/** What an accountant or the tax office takes away, of some days or of everything. */
async function filesOf(db: Database, query: BooksQuery, locale: Locale, now: Date): Promise<Taken & { count: number }> {
  const house = await getHouse(db);
  const { format, from, to } = query;
  if (format === 'archive') {
    const { heads, entries } = await readLedger(db, () => Promise.resolve());
    const training = heads.some((head) => (head as { training?: unknown }).training === true);
    const head = {
      house: house.name,
      registration: house.tax.registration,
      program: PROGRAM_VERSION,
      ...(training ? { training: true as const } : {}),
    };
    const lines = archiveLines({ heads, entries }, head, await signedKey(), now);
    const name = `${training ? 'training-' : ''}archive-${dayKey(now)}.jsonl`;
    return { name, type: 'application/x-ndjson; charset=utf-8', lines, count: entries.length };
  }
  const { journal, orders, closings, firstTill } = await inTransaction(db, async (session) => {
    const read = await readJournal(db, from, to, session);
    const ids = read.flatMap(({ entry }) => invoiceContent.safeParse(entry.body).data?.order.id ?? []);
    const tills = (until: string) =>
      ledgerEntries(db)
        .find({ 'body.span': 'day', 'body.period': { $gte: until, $lte: to } }, { session })
        .sort({ 'body.span': 1, 'body.period': 1 })
        .toArray();
    const first = (await tills('')).find(({ body }) => body['cash'] !== undefined);
    return {
      journal: read,
      orders: format === 'fec' ? await readOrders(db, [...new Set(ids)], session) : [],
      closings: format === 'fec' ? (await tills(from)).flatMap((one) => entryOf(one) ?? []) : [],
      firstTill: first?._id,
    };
  });
  const training = journal.some(({ entry }) => entry.origin === 'training') ? 'training-' : '';
  if (format === 'csv')
    return {
      name: `${training}ledger-${from}-${to}.csv`,
      type: 'text/csv; charset=utf-8',
      lines: await table(db, journal, locale),
      count: journal.length,
    };
  const law = countryTax(house.tax.country)?.books;
  if (law?.format !== 'fec' || !house.tax.registration) throw new AppError('fec_country');
  const byNumber = new Map(orders.map((entry) => [entry.number, entry]));
  const lines = fecLines(journal, closings, {
    accounts: law.accounts,
    find: (number) => byNumber.get(number),
    firstTill,
  });
  return {
    name: `${training}${fecName(house.tax.registration, to)}`,
    type: 'text/plain; charset=utf-8',
    lines: fecText(lines, { decimals: decimalsOf(house.currency), dayOfHour: dayKey }),
    count: lines.length,
  };
}

/**
 * A table for an accountant, the file of accounting entries of French law, or the signed archive of the whole ledger. What is for trying the house
 * says so in its name and in its lines. Taking one away is a line of the journal.
 * @throws AppError forbidden for anyone but an owner, fec_country (no country whose law knows such a file, or no number of registration),
 *   ledger_unreadable.
 */
export async function takeBooks(
  db: Database,
  actor: StaffActor,
  query: BooksQuery,
  locale: Locale,
  now = new Date(),
): Promise<Taken> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  try {
    const { count, ...taken } = await filesOf(db, query, locale, now);
    await recordAct(db, { kind: 'ledgerExported', by: actor.id, detail: { count } });
    return taken;
  } catch (error) {
    throw asRefusal(error, actor.locale);
  }
}
