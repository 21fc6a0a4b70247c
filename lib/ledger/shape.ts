import { z } from 'zod';
import { money } from '../money-schemas';
import {
  CLOSED_KINDS,
  ENTRY_KINDS,
  INVOICE_ACTS,
  LINE_NATURES,
  type LineNature,
  ORIGINS,
  RECEIPT_ACTS,
  SPANS,
} from './words';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ precision: 3 });
const minor = z.number().int();
/** Hundredths of a per cent: 20 % is 2000. */
const rate = z.number().int().min(0).max(10_000);
const rateSum = z.strictObject({ rate, net: minor, vat: minor });

/** One entry as it is sealed, stored and exported: the same in all three, so that nothing lies between what is read and what was sealed. */
export const ledgerEntry = z.strictObject({
  /** The version of this very shape. */
  form: z.literal(1),
  kind: z.enum(ENTRY_KINDS),
  year: z.number().int().min(2000).max(9999),
  /** The place in the series of that kind and year, from 1. */
  n: z.number().int().min(1),
  number: z.string(),
  /** When it was written, never before the entry before it. */
  at: instant,
  /** The seal of the entry before it in its series; of the first of a year, that of the last of the year before. */
  before: hash,
  /** Who did it. */
  by: z.strictObject({ id: z.string(), name: z.string() }),
  origin: z.enum(ORIGINS).optional(),
  /** What it records; of a receipt: `receiptContent`. */
  body: z.record(z.string(), z.unknown()),
  hash,
});
export type LedgerEntry = z.infer<typeof ledgerEntry>;

/** Money that came in or went out: everything its paper says, as it was on that day. */
export const receiptContent = z.strictObject({
  act: z.enum(RECEIPT_ACTS),
  /** Positive where the house took it, negative where it gave it back or never had it. */
  amount: money,
  purpose: z.string(),
  method: z.string(),
  paidAt: instant,
  /** The place of the record among the order's payments. */
  payment: z.number().int().min(1),
  order: z.strictObject({ id: z.string(), number: z.string(), title: z.string() }),
  client: z.string(),
  /**
   * The same sum by rate, in proportion to the quote in force, since VAT on deposits and services is due on receipt (CGI, art. 269, 2).
   * Absent where the house has not said how it is taxed, where nothing was priced, and in what was entered before there were closings.
   */
  rates: z.array(rateSum).optional(),
  /** What it corrects or gives back: numbers of receipts. */
  refersTo: z.array(z.string()),
  house: z.strictObject({
    name: z.string(),
    address: z.array(z.string()),
    phone: z.string().optional(),
    email: z.string().optional(),
  }),
  /** The language of its paper. */
  locale: z.string(),
});
export type ReceiptContent = z.infer<typeof receiptContent>;

/** Somebody on an invoice, as they were that day. */
const registered = { name: z.string(), value: z.string() };
const party = {
  name: z.string(),
  address: z.array(z.string()),
  registration: z.strictObject(registered).optional(),
  vatNumber: z.string().optional(),
};

/**
 * An invoice, a deposit invoice or a credit note: everything its paper says, so that the paper is made of nothing else. What an
 * invoice says is asked by CGI, art. 289 and annexe II, art. 242 nonies A, Code de commerce, art. L441-9 and R123-237, and
 * décret 2022-1299 (nature of what is sold, SIREN of a company); a credit note says which invoice it counters (CGI, art. 272).
 */
export const invoiceContent = z.strictObject({
  act: z.enum(INVOICE_ACTS),
  currency: z.string().regex(/^[A-Z]{3}$/),
  lines: z.array(
    z.strictObject({
      label: z.string(),
      nature: z.enum(LINE_NATURES).optional(),
      /** Thousandths. */
      quantity: minor,
      unit: z.string(),
      /** One unit without VAT, to the nearest minor unit: to be read, sums are made of the price with VAT. */
      unitNet: minor,
      rate,
      net: minor,
      vat: minor,
    }),
  ),
  /** What the lines come to, by rate. */
  rates: z.array(rateSum),
  /** Deposit invoices that are taken up, with what stood of each. */
  deposits: z.array(z.strictObject({ number: z.string(), issuedAt: instant, rates: z.array(rateSum) })),
  /** The rates less the deposits: what this entry asks for, or gives back. */
  due: z.array(rateSum),
  /** The same with VAT, all rates together. */
  total: money,
  /** What was paid by then: of a deposit, its own payment. */
  paid: z.array(z.strictObject({ receipt: z.string(), amount: minor, method: z.string(), paidAt: instant })),
  order: z.strictObject({ id: z.string(), number: z.string(), title: z.string() }),
  /** The quote it was agreed by. */
  quote: z.strictObject({ n: z.number().int(), agreedAt: instant }).optional(),
  seller: z.strictObject({
    ...party,
    phone: z.string().optional(),
    email: z.string().optional(),
    legalForm: z.string().optional(),
    capital: z.string().optional(),
    registry: z.string().optional(),
  }),
  buyer: z.strictObject({ ...party, company: z.string().optional() }),
  /** When the piece was handed over. */
  suppliedAt: instant.optional(),
  dueAt: instant,
  /** The invoice a credit note counters. */
  refersTo: z.array(z.string()),
  /** It counters all that is left of it. */
  whole: z.literal(true).optional(),
  reason: z.string().optional(),
  /** Sentences that are printed as they are. */
  mentions: z.array(z.string()),
  locale: z.string(),
});
export type InvoiceContent = z.infer<typeof invoiceContent>;

/** Some bytes, by what they are known again. */
const kept = z.strictObject({ sha256: hash, bytes: z.number().int().min(1) });

/** A paper that was made of an entry, once: its bytes are kept beside the ledger, their SHA-256 is sealed into it. */
export const paperContent = z.strictObject({
  /** The number of the entry it is the paper of. */
  of: z.string(),
  original: kept,
  /** The same paper for whoever asks again. */
  duplicate: kept,
  locale: z.string(),
});
export type PaperContent = z.infer<typeof paperContent>;

/** An entry by what it is found and known again by. */
const mark = z.strictObject({ number: z.string(), hash });
const counted = { count: z.number().int().min(0), amount: minor };

/** What a period comes to in one currency. All sums are minor units, with VAT where nothing else is said. */
export const periodTotals = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** By what receipts did; and all that came and all that went, whatever it did: the two together are what was received. */
  received: z.strictObject({ payment: minor, refund: minor, reversal: minor, in: minor, out: minor }),
  /** The same by means, in the order of their names. */
  means: z.array(z.strictObject({ method: z.string(), ...counted })),
  /** By kind of entry: of receipts what came, of invoices what they ask for. */
  kinds: z.array(z.strictObject({ kind: z.enum(CLOSED_KINDS), ...counted })),
  /** VAT by rate: in what was received, as its receipts say it, and in what was invoiced less what was credited. */
  vat: z.strictObject({ received: z.array(rateSum), invoiced: z.array(rateSum) }),
});
export type PeriodTotals = z.infer<typeof periodTotals>;

/** Everything since the very first entry; never set back to nothing. */
export const perpetual = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** All that came, and all that went: neither ever comes nearer to nothing. */
  in: minor,
  out: minor,
  /** All that was invoiced, and all that was credited (less than nothing). */
  invoiced: minor,
  credited: minor,
});
export type Perpetual = z.infer<typeof perpetual>;

/** What was in the till at the end of a day, and what should have been. Minor units of one currency. */
export const cashCount = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** What was in it in the morning: what the closing before left there. */
  opening: minor,
  /** Cash that came less cash that went, by the receipts. */
  taken: minor,
  /** The two together. */
  expected: minor,
  /** What was counted; absent where nobody did. */
  counted: minor.min(0).optional(),
  /** Counted less expected. */
  difference: minor.optional(),
  /** Why they differ, in the words of who counted. */
  word: z.string().optional(),
  /** Notes and large coins as they were counted: their value, and how many. */
  pieces: z.array(z.strictObject({ value: minor.min(1), count: z.number().int().min(1) })).optional(),
  /** What stays in it for the next day: the counted sum less what was taken out. Where nobody counted, what is expected. */
  left: minor,
});
export type CashCount = z.infer<typeof cashCount>;

/**
 * The closing of a day, a month or a year: what it covers, what that comes to, and what everything comes to since the beginning. CGI,
 * art. 286, I, 3° bis and BOI-TVA-DECLA-30-10-30 (« clôtures »: daily, monthly, yearly, with the total of the period and the
 * perpetual total).
 */
export const closingContent = z.strictObject({
  span: z.enum(SPANS),
  /** `2026-11-28`, `2026-11` or `2026`, on the calendar of the house. */
  period: z.string().regex(/^\d{4}(-\d\d){0,2}$/),
  /** It was left open: the house closed it in the night, or with a later one. */
  automatic: z.literal(true).optional(),
  /**
   * What of each series it covers: how many entries, the first of them, and the end up to which everything is closed with it, which is
   * that of the closing before where nothing was entered. A series without any entry yet is left out.
   */
  covers: z.array(
    z.strictObject({
      kind: z.enum(CLOSED_KINDS),
      count: z.number().int().min(0),
      first: mark.optional(),
      last: mark,
    }),
  ),
  /** The closings it is made of: of a month its days, of a year its months; of a day none. */
  parts: z.array(mark),
  totals: z.array(periodTotals),
  perpetual: z.array(perpetual),
  /** Of a day: its till. */
  cash: cashCount.optional(),
  /** The version of the program that reckoned it. */
  program: z.string(),
});
export type ClosingContent = z.infer<typeof closingContent>;

/** Bodies by the kinds that are written today. */
export interface Bodies {
  receipt: ReceiptContent;
  paper: PaperContent;
  invoice: InvoiceContent;
  depositInvoice: InvoiceContent;
  creditNote: InvoiceContent;
  closing: ClosingContent;
}

/** The end of a series: how far it goes. */
export const ledgerHead = z.strictObject({
  kind: z.enum(ENTRY_KINDS),
  year: z.number().int(),
  n: z.number().int(),
  at: z.string(),
  hash,
  /** Everything that is entered is for trying the house. */
  training: z.literal(true).optional(),
});
export type LedgerHead = z.infer<typeof ledgerHead>;

/** Accounts by what is posted to them, from the file of a country. Numbers and names as its chart of accounts has them. */
export interface Accounts {
  clients: Account;
  deposits: Account;
  sales: Readonly<Record<LineNature, Account>>;
  vat: Account;
  /** Money by its means; one that is not named goes to `other`. */
  means: Readonly<Record<string, Account>>;
  other: Account;
  cash: Account;
  transfers: Account;
  /** What a till lacks, and what it has too much. */
  shortage: Account;
  surplus: Account;
}
export interface Account {
  number: string;
  name: string;
}
