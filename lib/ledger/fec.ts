import type { JournalEntry } from './read-journal';
import {
  type Account,
  type Accounts,
  type CashCount,
  closingContent,
  type InvoiceContent,
  invoiceContent,
  type LedgerEntry,
  receiptContent,
} from './shape';
import { vatOf } from './totals';
import type { LineNature } from './words';

/** Whether money went to a bank or the till, or something was sold. */
type Journal = 'VE' | 'BQ' | 'CA';
const JOURNALS: Readonly<Record<Journal, string>> = { VE: 'Ventes', BQ: 'Banque', CA: 'Caisse' };

/** One line of an accounting entry. Minor units; either debit or credit is nothing. */
export interface FecLine {
  journal: Journal;
  account: Account;
  client?: { id: string; name: string };
  day: string;
  number: string;
  at: string;
  label: string;
  debit: number;
  credit: number;
}

type Posting = Pick<FecLine, 'account' | 'client'> & { amount: number };

/** Postings are positive for debit. One of nothing is none; a negative debit is a credit. */
const post = (base: Pick<FecLine, 'journal' | 'day' | 'number' | 'at' | 'label'>, postings: readonly Posting[]) =>
  postings
    .filter(({ amount }) => amount !== 0)
    .map(({ amount, ...own }) => ({ ...base, ...own, debit: Math.max(0, amount), credit: Math.max(0, -amount) }));

const netOf = (sums: readonly { net: number }[]): number => sums.reduce((sum, { net }) => sum + net, 0);

/** A net sum by the natures of some lines, in proportion to what they come to; the last nature takes what rounding left. */
function apart(sum: number, lines: InvoiceContent['lines']): Map<LineNature, number> {
  const byNature = new Map<LineNature, number>();
  for (const { nature = 'mixed', net } of lines) byNature.set(nature, (byNature.get(nature) ?? 0) + net);
  const all = netOf(lines);
  if (all === 0) return new Map([['mixed', sum]]);
  const natures = [...byNature];
  let left = sum;
  return new Map(
    natures.map(([nature, net], at) => {
      const part = at === natures.length - 1 ? left : Math.round((sum * net) / all);
      left -= part;
      return [nature, part];
    }),
  );
}

/** What an invoice, a deposit invoice or a credit note posts; `counters` is the invoice a credit note counters. */
function ofInvoice(invoice: InvoiceContent, accounts: Accounts, counters: InvoiceContent | undefined): Posting[] {
  const { act, due, lines, rates, deposits, total, order, buyer, whole } = invoice;
  const client = { id: order.number, name: buyer.company ?? buyer.name };
  const owed: Posting = { account: accounts.clients, client, amount: total.amount };
  const tax: Posting = { account: accounts.vat, amount: -vatOf(due) };
  if (act === 'deposit' || (act === 'credit' && counters?.act === 'deposit'))
    return [owed, { account: accounts.deposits, client, amount: -netOf(due) }, tax];
  // A credit note for all that is left of an invoice gives its deposits back to what they were.
  const given = act === 'invoice' ? deposits : whole ? (counters?.deposits ?? []) : [];
  const sign = act === 'invoice' ? 1 : -1;
  const taken = netOf(given.flatMap((one) => one.rates));
  // What is sold, or given back of it: a credit note has no natures of its own, so it is parted as the invoice it counters.
  const sold = apart(
    act === 'invoice' ? netOf(rates) : netOf(due) - taken,
    act === 'invoice' ? lines : (counters?.lines ?? lines),
  );
  return [
    owed,
    ...[...sold].map(([nature, net]) => ({ account: accounts.sales[nature], amount: -net })),
    { account: accounts.deposits, client, amount: sign * taken },
    tax,
  ];
}

/** What a till's closing posts: what was missing or too much, what was taken out, and what was in it when it began. */
function ofTill(
  { difference = 0, counted, left, opening }: CashCount,
  isFirst: boolean,
  accounts: Accounts,
): Posting[] {
  const begun = isFirst ? opening : 0;
  const out = counted === undefined ? 0 : counted - left;
  return [
    { account: accounts.cash, amount: begun },
    { account: accounts.transfers, amount: -begun },
    { account: accounts.cash, amount: difference },
    { account: difference < 0 ? accounts.shortage : accounts.surplus, amount: -difference },
    { account: accounts.cash, amount: -out },
    { account: accounts.transfers, amount: out },
  ];
}

/**
 * The accounting entries of a journal, each balanced. Deposits are posted without their VAT, which is due with them.
 * @param find any invoice by its number: a credit note may counter one of another year
 */
export function fecLines(
  journal: readonly JournalEntry[],
  closings: readonly LedgerEntry[],
  {
    accounts,
    find,
    firstTill,
  }: { accounts: Accounts; find: (number: string) => LedgerEntry | undefined; firstTill?: string },
): FecLine[] {
  const lines: FecLine[] = [];
  for (const { day, entry } of journal) {
    const { number, at, body } = entry;
    const { data: receipt } = receiptContent.safeParse(body);
    const { data: invoice } = invoiceContent.safeParse(body);
    if (receipt) {
      const { method, amount, client: name, order } = receipt;
      const client = { id: order.number, name };
      const isCash = method === 'cash';
      const account = isCash ? accounts.cash : (accounts.means[method] ?? accounts.other);
      const base = { journal: isCash ? 'CA' : 'BQ', day, number, at, label: `${order.number} ${name}` } as const;
      lines.push(
        ...post(base, [
          { account, amount: amount.amount },
          { account: accounts.clients, client, amount: -amount.amount },
        ]),
      );
    } else if (invoice) {
      const [of = ''] = invoice.refersTo;
      const { data: counters } = invoiceContent.safeParse(find(of)?.body);
      const label = `${invoice.order.number} ${invoice.buyer.company ?? invoice.buyer.name}`;
      lines.push(...post({ journal: 'VE', day, number, at, label }, ofInvoice(invoice, accounts, counters)));
    }
  }
  for (const { number, at, body } of closings) {
    const { data } = closingContent.safeParse(body);
    if (!data?.cash) continue;
    const base = { journal: 'CA' as const, day: data.period, number, at, label: data.cash.word ?? 'Caisse' };
    lines.push(...post(base, ofTill(data.cash, number === firstTill, accounts)));
  }
  return lines.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The eighteen columns of article A47 A-1 of the Livre des procédures fiscales, in their order and under their names. */
export const FEC_COLUMNS = [
  'JournalCode',
  'JournalLib',
  'EcritureNum',
  'EcritureDate',
  'CompteNum',
  'CompteLib',
  'CompAuxNum',
  'CompAuxLib',
  'PieceRef',
  'PieceDate',
  'EcritureLib',
  'Debit',
  'Credit',
  'EcritureLet',
  'DateLet',
  'ValidDate',
  'Montantdevise',
  'Idevise',
] as const;

/** A text as a field: no tab, no end of line, and no spaces at its ends. */
const field = (text: string): string => text.replace(/[\t\r\n|]+/g, ' ').trim();
const dayOf = (day: string): string => day.slice(0, 10).replaceAll('-', '');

/** A sum with its decimals after a comma, without grouping. @param decimals those of its currency */
export const fecSum = (amount: number, decimals: number): string => {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${amount < 0 ? '-' : ''}${whole}${decimals > 0 ? `,${digits.slice(-decimals)}` : ',00'}`;
};

/**
 * The file of accounting entries: a tab between fields, a line each, days as YYYYMMDD, decimals after a comma (LPF, art. A47 A-1, VII). Entries are
 * numbered without a gap, in the order of their days; the piece is the entry of the ledger.
 * @param decimals those of the currency @param dayOfHour the day an hour falls on, on the calendar of the house
 */
export function* fecText(
  lines: readonly FecLine[],
  { decimals, dayOfHour }: { decimals: number; dayOfHour: (at: string) => string },
): Generator<string> {
  yield `${FEC_COLUMNS.join('\t')}\r\n`;
  let [n, last] = [0, ''];
  for (const { journal, account, client, day, number, at, label, debit, credit } of lines) {
    if (number !== last) n += 1;
    last = number;
    yield `${[
      journal,
      JOURNALS[journal],
      String(n),
      dayOf(day),
      account.number,
      field(account.name),
      field(client?.id ?? ''),
      field(client?.name ?? ''),
      number,
      dayOf(dayOfHour(at)),
      field(label),
      fecSum(debit, decimals),
      fecSum(credit, decimals),
      '',
      '',
      dayOf(dayOfHour(at)),
      '',
      '',
    ].join('\t')}\r\n`;
  }
}

/** `123456789FEC20261231.txt`: the nine digits of the SIREN, and the last day of the financial year (LPF, art. A47 A-1, IX). */
export const fecName = (registration: string, to: string): string =>
  `${registration.replace(/\D/g, '').slice(0, 9)}FEC${dayOf(to)}.txt`;
