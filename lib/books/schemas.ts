import { z } from 'zod';
import { words } from '../clean-text';
import { ENTRY_KINDS, FLAWS, INVOICE_ACTS, ORIGINS, RECEIPT_ACTS } from '../ledger/words';
import { money } from '../money';
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
});
export type EntryDto = z.infer<typeof entryDto>;

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
