import { z } from 'zod';
import { daysFrom } from '../calendar';
import { words } from '../clean-text';
import { isPeriod } from '../ledger/periods';
import { cashCount, periodTotals, perpetual } from '../ledger/shape';
import { ENTRY_KINDS, FLAWS, INVOICE_ACTS, ORIGINS, RECEIPT_ACTS, SPANS } from '../ledger/words';
import { PRICE_MAX } from '../money';
import { money } from '../money-schemas';
import { PAYMENT_METHODS } from '../orders/words';
import { pageQuery } from '../pagination';
import { day, sentId, sentMoment } from '../wire';

/** Which entries: of what kind, what they did and by which means, on which days of the atelier's calendar, with which words. */
const narrowed = {
  kind: z.enum(ENTRY_KINDS).optional(),
  act: z.enum([...RECEIPT_ACTS, ...INVOICE_ACTS]).optional(),
  method: z.enum(PAYMENT_METHODS).optional(),
  from: day.optional(),
  to: day.optional(),
  /** Words of the client's name, of the piece or of a number. */
  q: words().max(100).optional(),
};
export const listEntriesQuery = pageQuery.extend(narrowed);
export type ListEntriesQuery = z.output<typeof listEntriesQuery>;
/** The same without the page. */
export type EntriesQuery = Omit<ListEntriesQuery, 'limit' | 'cursor'>;

/** A financial year may last longer than one of the calendar: two at most. */
const MOST_DAYS = 732;

const seal = z.string().regex(/^[0-9a-f]{64}$/);

/** What a receipt's entry says. */
const receipt = z.object({
  act: z.enum(RECEIPT_ACTS),
  amount: money,
  purpose: z.string(),
  method: z.string(),
  paidAt: sentMoment,
  payment: z.number().int(),
  order: z.object({ id: sentId, number: z.string(), title: z.string() }),
  client: z.string(),
  refersTo: z.array(z.string()),
  counteredBy: z.string().nullable(),
});

/** What the entry of an invoice, a deposit invoice or a credit note says; sums in minor units. */
const invoice = z.object({
  act: z.enum(INVOICE_ACTS),
  /** What it asks for, with VAT; of a credit note less than nothing. */
  total: money,
  /** The same by rate (hundredths of a per cent). */
  due: z.array(z.object({ rate: z.number().int(), net: z.number().int(), vat: z.number().int() })),
  dueAt: sentMoment,
  order: z.object({ id: sentId, number: z.string(), title: z.string() }),
  client: z.string(),
  takesUp: z.array(z.string()),
  refersTo: z.array(z.string()),
  counteredBy: z.array(z.string()),
});

/** Parts of closings, as they are sealed. */
export const periodTotalsDto = periodTotals;
export const perpetualDto = perpetual;
export const cashCountDto = cashCount;

/** What a closing says; sums in minor units. */
const closing = z.object({
  span: z.enum(SPANS),
  period: z.string(),
  automatic: z.boolean(),
  /** How many entries of money it covers. */
  entries: z.int(),
  parts: z.array(z.string()),
  totals: z.array(periodTotalsDto),
  perpetual: z.array(perpetualDto),
  cash: cashCountDto.nullable(),
});

/** One entry; its id is its number. What only some kinds say is `null` for the others. */
export const entryDto = z.object({
  id: z.string(),
  kind: z.enum(ENTRY_KINDS),
  at: sentMoment,
  by: z.object({ id: z.string(), name: z.string() }),
  origin: z.enum(ORIGINS).nullable(),
  before: seal,
  hash: seal,
  receipt: receipt.nullable(),
  invoice: invoice.nullable(),
  paper: z.object({ of: z.string(), sha256: seal }).nullable(),
  closing: closing.nullable(),
});
export type EntryDto = z.infer<typeof entryDto>;

const sum = z.int().min(0).max(PRICE_MAX);
/** What was counted in the till, in minor units of the house's currency. */
const counted = z
  .strictObject({
    /** What was in it in the morning; asked at the first count only. */
    opening: sum.optional(),
    counted: sum,
    /** What stays in it for the next day. */
    left: sum,
    /** Why it differs from what was expected. */
    word: words().min(1).max(200).optional(),
    pieces: z
      .array(z.strictObject({ value: sum.min(1), count: z.int().min(1).max(100_000) }))
      .max(20)
      .optional(),
  })
  .refine(({ left, counted: all }) => left <= all, { message: 'fields.tillLeft', path: ['left'] })
  .refine(
    ({ pieces, counted: all }) => (pieces ?? []).reduce((sum, { value, count }) => sum + value * count, 0) <= all,
    { message: 'fields.invalid', path: ['pieces'] },
  );
/** POST /api/ledger/closings: a day with its till, a month, or a year. */
export const closePeriodInput = z
  .strictObject({ span: z.enum(SPANS), period: z.string().max(10), cash: counted.optional() })
  .refine(({ span, period }) => isPeriod(period, span), { message: 'fields.invalid', path: ['period'] });
export type ClosePeriodInput = z.output<typeof closePeriodInput>;
export const closedDto = z.object({ closings: z.array(z.object({ id: z.string(), period: z.string() })) });
export type ClosedDto = z.infer<typeof closedDto>;

/** What the closing of the day would say now. */
export const nextClosingDto = z.object({
  day,
  /** The day is closed already, by this entry. */
  closed: z.object({ id: z.string(), at: sentMoment, by: z.string() }).nullable(),
  /** Days before it that were left open and are closed with it. */
  earlier: z.array(day),
  entries: z.int(),
  totals: z.array(periodTotalsDto),
  perpetual: z.array(perpetualDto),
  cash: z.object({ currency: z.string(), opening: z.int().nullable(), taken: z.int() }),
  /** Notes to count one by one, in minor units. */
  pieces: z.array(z.int()),
  /** The number it will bear, and the seal it follows where that is known. */
  number: z.string(),
  follows: seal.nullable(),
});
export type NextClosingDto = z.infer<typeof nextClosingDto>;

/** Days of the house's calendar, both included. */
export const periodQuery = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to && daysFrom(from, to) <= MOST_DAYS, {
    message: 'fields.interval',
    path: ['to'],
  });
export type PeriodQuery = z.output<typeof periodQuery>;
/** What is taken away, and of which days; an archive is of everything, whatever days are said. */
export const booksQuery = z
  .strictObject({ format: z.enum(['csv', 'fec', 'archive']), from: day, to: day })
  .refine(({ from, to }) => from <= to && daysFrom(from, to) <= MOST_DAYS, {
    message: 'fields.interval',
    path: ['to'],
  });
export type BooksQuery = z.output<typeof booksQuery>;

const rateSums = z.array(z.object({ rate: z.int(), net: z.int(), vat: z.int() }));
/** The VAT that fell due on some days; sums in minor units, rates in hundredths of a per cent. */
export const vatDto = z.object({
  from: day,
  to: day,
  /** Some of these days are not closed yet. */
  isOpen: z.boolean(),
  sums: z.array(
    z.object({
      currency: z.string(),
      rates: rateSums,
      /** What came of which no rate is known. */
      unsaid: z.int(),
    }),
  ),
  lines: z.array(
    z.object({
      id: z.string(),
      day,
      cause: z.enum(['received', 'invoiced', 'credited']),
      client: z.string(),
      currency: z.string(),
      due: rateSums,
      unsaid: z.int(),
    }),
  ),
});
export type VatDto = z.infer<typeof vatDto>;

/** What reading the whole ledger found. `findings` are the first hundred of them. */
export const verificationDto = z.object({
  whole: z.boolean(),
  entries: z.number().int(),
  /** When the first entry was written. */
  since: sentMoment.nullable(),
  /** Everything that is entered is for trying the house. */
  training: z.boolean(),
  verifiedAt: sentMoment,
  flaws: z.number().int(),
  findings: z.array(z.object({ flaw: z.enum(FLAWS), at: z.string(), message: z.string() })),
});
export type VerificationDto = z.infer<typeof verificationDto>;

/** What some entries come to in one currency: what was taken, given back, countered, and all of it together, in minor units. */
export interface Sum {
  currency: string;
  payment: number;
  refund: number;
  reversal: number;
  total: number;
  /** What was invoiced, less what was credited. */
  invoiced: number;
}
