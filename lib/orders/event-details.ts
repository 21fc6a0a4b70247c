import * as z from 'zod/mini';
import { POINT_CODES } from '../clients/measurement-points';
import { keptFile } from '../files/kept-file';
import { INVOICE_ACTS } from '../ledger/words';
import type { Money } from '../money';
import { REASON_KINDS } from '../planner/words';
import type { ChangeDto } from './answers';
import { AGREED, AGREEMENT_WAYS, PAYMENT_KINDS, PAYMENT_METHODS } from './words';

const money = z.object({ amount: z.int(), currency: z.string() }) satisfies z.ZodMiniType<Money>;
const change = z.object({
  field: z.string(),
  from: z.optional(z.string()),
  to: z.string(),
}) satisfies z.ZodMiniType<ChangeDto>;

/** What an event of the timeline carries beside who, when and from where to where: what its use case wrote into `data`. */
export const eventDetails = z.object({
  n: z.optional(z.number()),
  /** The number of an invoice, what it is, and which one it counters. */
  number: z.optional(z.string()),
  /** The retouche that was opened on the piece, and whether what was created is one. */
  orderId: z.optional(z.string()),
  retouche: z.optional(z.boolean()),
  act: z.optional(z.enum(INVOICE_ACTS)),
  counters: z.optional(z.string()),
  amount: z.optional(money),
  balance: z.optional(money),
  priceDelta: z.optional(money),
  daysDelta: z.optional(z.number()),
  /** The day that is promised by now. */
  promised: z.optional(z.string()),
  points: z.optional(z.number()),
  skipped: z.optional(z.boolean()),
  /** What spoke against a day that was promised all the same. */
  against: z.optional(z.array(z.enum(REASON_KINDS))),
  onBehalf: z.optional(z.boolean()),
  how: z.optional(z.enum(AGREEMENT_WAYS)),
  /** Who said yes for the client, and the photograph of the signed paper. */
  givenBy: z.optional(z.string()),
  paperFileId: z.optional(z.string()),
  /** What an agreement was to. */
  to: z.optional(z.enum(AGREED)),
  kind: z.optional(z.enum(PAYMENT_KINDS)),
  method: z.optional(z.enum(PAYMENT_METHODS)),
  fromName: z.optional(z.string()),
  toName: z.optional(z.string()),
  changes: z.optional(z.array(change)),
  adjustments: z.optional(
    z.array(
      z.object({
        point: z.optional(z.enum(POINT_CODES)),
        label: z.optional(z.string()),
        delta: z.optional(z.number()),
        note: z.optional(z.string()),
      }),
    ),
  ),
  files: z.optional(z.array(keptFile)),
  /** The conversation its pictures were copied from: who had sent them there, and when. */
  cameFrom: z.optional(z.object({ name: z.string(), at: z.string() })),
});
export type EventDetails = z.infer<typeof eventDetails>;
