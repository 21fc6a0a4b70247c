import { z } from 'zod';
import { POINT_CODES } from '../clients/measurement-points';
import { fileRefDto } from '../files/schemas';
import { INVOICE_ACTS } from '../ledger/words';
import { money } from '../money';
import { REASON_KINDS } from '../planner/words';
import { changeDto } from './answers';
import { AGREED, AGREEMENT_WAYS, PAYMENT_KINDS, PAYMENT_METHODS } from './words';

/** What an event of the timeline carries beside who, when and from where to where: what its use case wrote into `data`. */
export const eventDetails = z.object({
  n: z.number().optional(),
  /** The number of an invoice, what it is, and which one it counters. */
  number: z.string().optional(),
  /** The retouche that was opened on the piece, and whether what was created is one. */
  orderId: z.string().optional(),
  retouche: z.boolean().optional(),
  act: z.enum(INVOICE_ACTS).optional(),
  counters: z.string().optional(),
  amount: money.optional(),
  balance: money.optional(),
  priceDelta: money.optional(),
  daysDelta: z.number().optional(),
  /** The day that is promised by now. */
  promised: z.string().optional(),
  points: z.number().optional(),
  skipped: z.boolean().optional(),
  /** What spoke against a day that was promised all the same. */
  against: z.array(z.enum(REASON_KINDS)).optional(),
  onBehalf: z.boolean().optional(),
  how: z.enum(AGREEMENT_WAYS).optional(),
  /** Who said yes for the client, and the photograph of the signed paper. */
  givenBy: z.string().optional(),
  paperFileId: z.string().optional(),
  /** What an agreement was to. */
  to: z.enum(AGREED).optional(),
  kind: z.enum(PAYMENT_KINDS).optional(),
  method: z.enum(PAYMENT_METHODS).optional(),
  fromName: z.string().optional(),
  toName: z.string().optional(),
  changes: z.array(changeDto).optional(),
  adjustments: z
    .array(
      z.object({
        point: z.enum(POINT_CODES).optional(),
        label: z.string().optional(),
        delta: z.number().optional(),
        note: z.string().optional(),
      }),
    )
    .optional(),
  files: z.array(fileRefDto).optional(),
  /** The conversation its pictures were copied from: who had sent them there, and when. */
  cameFrom: z.object({ name: z.string(), at: z.string() }).optional(),
});
export type EventDetails = z.infer<typeof eventDetails>;
