import * as v from 'valibot';
import { POINT_CODES } from '../clients/measurement-points';
import { keptFile } from '../files/kept-file';
import { INVOICE_ACTS } from '../ledger/words';
import type { Money } from '../money';
import { REASON_KINDS } from '../planner/words';
import type { ChangeDto } from './answers';
import { AGREED, AGREEMENT_WAYS, PAYMENT_KINDS, PAYMENT_METHODS } from './words';

const money = v.object({ amount: v.pipe(v.number(), v.integer()), currency: v.string() }) satisfies v.GenericSchema<
  unknown,
  Money
>;
const change = v.object({
  field: v.string(),
  from: v.optional(v.string()),
  to: v.string(),
}) satisfies v.GenericSchema<unknown, ChangeDto>;

/** What an event of the timeline carries beside who, when and from where to where: what its use case wrote into `data`. */
export const eventDetails = v.object({
  n: v.optional(v.number()),
  /** The number of an invoice, what it is, and which one it counters. */
  number: v.optional(v.string()),
  /** The retouche that was opened on the piece, and whether what was created is one. */
  orderId: v.optional(v.string()),
  retouche: v.optional(v.boolean()),
  act: v.optional(v.picklist(INVOICE_ACTS)),
  counters: v.optional(v.string()),
  amount: v.optional(money),
  balance: v.optional(money),
  priceDelta: v.optional(money),
  daysDelta: v.optional(v.number()),
  /** The day that is promised by now. */
  promised: v.optional(v.string()),
  points: v.optional(v.number()),
  skipped: v.optional(v.boolean()),
  /** What spoke against a day that was promised all the same. */
  against: v.optional(v.array(v.picklist(REASON_KINDS))),
  onBehalf: v.optional(v.boolean()),
  how: v.optional(v.picklist(AGREEMENT_WAYS)),
  /** Who said yes for the client, and the photograph of the signed paper. */
  givenBy: v.optional(v.string()),
  paperFileId: v.optional(v.string()),
  /** What an agreement was to. */
  to: v.optional(v.picklist(AGREED)),
  kind: v.optional(v.picklist(PAYMENT_KINDS)),
  method: v.optional(v.picklist(PAYMENT_METHODS)),
  fromName: v.optional(v.string()),
  toName: v.optional(v.string()),
  changes: v.optional(v.array(change)),
  adjustments: v.optional(
    v.array(
      v.object({
        point: v.optional(v.picklist(POINT_CODES)),
        label: v.optional(v.string()),
        delta: v.optional(v.number()),
        note: v.optional(v.string()),
      }),
    ),
  ),
  files: v.optional(v.array(keptFile)),
  /** The conversation its pictures were copied from: who had sent them there, and when. */
  cameFrom: v.optional(v.object({ name: v.string(), at: v.string() })),
});
export type EventDetails = v.InferOutput<typeof eventDetails>;
