import { z } from 'zod';
import { money } from '../money';
import { ENTRY_KINDS, ORIGINS, RECEIPT_ACTS } from './words';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const instant = z.iso.datetime({ precision: 3 });

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

/** Bodies by the kinds that are written today. */
export interface Bodies {
  receipt: ReceiptContent;
  paper: PaperContent;
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
