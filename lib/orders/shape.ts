import { z } from 'zod';
import { MEASUREMENT_KINDS } from '../clients/measurement-schemas';
import { fileRefDto } from '../files/schemas';
import { anyStage } from '../house/schemas';
import { ORDER_KINDS } from '../house/stages';
import { INVOICE_ACTS, LINE_NATURES } from '../ledger/words';
import { money } from '../money-schemas';
import type { Leaves } from '../wire';
import { perField } from './fields';
import {
  AGREEMENT_WAYS,
  CHANGE_DECISIONS,
  CHANGE_STATUSES,
  PAYMENT_KINDS,
  PAYMENT_METHODS,
  QUOTE_STATUSES,
  SIDES,
  TASKS_MOVED,
  UNITS,
  VISIBILITIES,
} from './words';

const n = z.number().int();
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * Everything that is kept of an order and also leaves, written once. With the leaves of the wire it is what is answered, with those of
 * the database what is stored; what is derived, and what only one of the two has, is added in `answers.ts` and `documents.ts`.
 */
export function orderShape<Id extends z.ZodType, Moment extends z.ZodType>({ id, moment }: Leaves<Id, Moment>) {
  /** Who did it, with the name they had then: an event is never rewritten when a person changes theirs. */
  const person = z.object({ id, name: z.string() });

  /** How an agreement was given that the house noted: in which words, by whom where it was not the client, and when. */
  const noted = z.object({
    how: z.enum(AGREEMENT_WAYS),
    words: z.string().optional(),
    givenBy: z.string().optional(),
    givenAt: moment.optional(),
  });

  /** An agreement away from the screen, noted by the house for somebody without an account. */
  const behalf = {
    onBehalf: z.boolean().optional(),
    noted: noted.optional(),
    /** The photograph of the signed paper, frozen with the SHA-256 of its bytes. */
    paper: z.object({ fileId: id, sha256: z.string(), at: moment, by: person }).optional(),
    /** The client says from her own account that it is not hers. */
    denied: z.object({ at: moment, by: person, note: z.string().optional() }).optional(),
  };

  const quoteLine = z.object({
    label: z.string(),
    quantity: z.number(),
    unit: z.enum(UNITS),
    unitPrice: money,
    vatRate: z.number().optional(),
    /** Goods, service or both; absent: what the house says of what is counted so. */
    nature: z.enum(LINE_NATURES).optional(),
    /** The change request that brought this line. */
    changeRequest: n.optional(),
    changedAt: moment.optional(),
  });

  const quote = z.object({
    n,
    status: z.enum(QUOTE_STATUSES),
    lines: z.array(quoteLine),
    validUntil: moment,
    /** The date this quote promises; the order takes it when the quote is accepted. */
    promisedDate: moment.optional(),
    note: z.string().optional(),
    /** The version of the house’s terms of sale that goes with it. */
    conditions: n.optional(),
    createdAt: moment,
    createdBy: person,
    answeredAt: moment.optional(),
    answeredBy: person.optional(),
    ...behalf,
    declineNote: z.string().optional(),
  });

  const payment = z.object({
    n,
    kind: z.enum(PAYMENT_KINDS),
    amount: money,
    method: z.enum(PAYMENT_METHODS),
    paidAt: moment,
    recordedBy: person,
    recordedAt: moment,
    note: z.string().optional(),
    /** The number of its entry in the ledger, and of its paper. */
    receipt: z.string(),
    /** A wrong record is reversed with a name and an hour, and by an entry of its own; it is never erased. */
    reversed: z.object({ at: moment, by: person, note: z.string().optional(), receipt: z.string() }).optional(),
  });

  /** An invoice, a deposit invoice or a credit note, as the order knows it; all it says is in its entry of the ledger. */
  const invoice = z.object({
    /** The number of its entry, and of its paper. */
    number: z.string(),
    act: z.enum(INVOICE_ACTS),
    /** What it asks for by rate (hundredths of a per cent), net and VAT in minor units; of a credit note less than nothing. */
    due: z.array(z.object({ rate: n, net: n, vat: n })),
    /** The same with VAT. */
    total: money,
    /** The quote an invoice is of. */
    quote: n.optional(),
    /** The deposit invoices an invoice takes up. */
    takesUp: z.array(z.string()),
    /** The invoice a credit note counters, and whether it counters all that was left of it. */
    refersTo: z.string().optional(),
    whole: z.boolean().optional(),
    /** The payment a deposit invoice was issued for. */
    payment: n.optional(),
    dueAt: moment,
    issuedAt: moment,
    issuedBy: person,
  });

  const change = z.object({
    /** `description`, `desiredDate` or `options.<name>`. */
    field: z.string(),
    from: z.string().optional(),
    to: z.string(),
  });

  const changeRequest = z.object({
    n,
    status: z.enum(CHANGE_STATUSES),
    changes: z.array(change),
    note: z.string().optional(),
    files: z.array(fileRefDto),
    createdAt: moment,
    createdBy: person,
    answer: z
      .object({
        decision: z.enum(CHANGE_DECISIONS),
        priceDelta: money.optional(),
        daysDelta: n.optional(),
        note: z.string().optional(),
        changes: z.array(change).optional(),
        /** Which open tasks go along with the new day. */
        moveTasks: z.enum(TASKS_MOVED).optional(),
        at: moment,
        by: person,
      })
      .optional(),
    settledAt: moment.optional(),
    /** The version of the order it made. */
    revision: n.optional(),
  });

  const snapshot = z.object({
    setId: id.optional(),
    takenAt: moment,
    kind: z.enum(MEASUREMENT_KINDS),
    posture: z.string().optional(),
    values: z.record(z.string(), z.number()),
    custom: z.array(z.object({ label: z.string(), value: z.number() })),
    frozenAt: moment,
  });

  const cuttingSheet = z.object({
    number: z.string(),
    title: z.string(),
    garment: z.string(),
    clientName: z.string(),
    description: z.string(),
    options,
    fabric: z.string().optional(),
    lining: z.string().optional(),
    imageFileId: id.optional(),
    /** SHA-256 of the picture's bytes, in hex: the fingerprint covers what was seen, not only which file it was. */
    imageSha256: z.string().optional(),
    callouts: z.array(z.object({ x: z.number(), y: z.number(), text: z.string() })),
    note: z.string().optional(),
    price: money.optional(),
    deliveryDate: moment.optional(),
    measurements: snapshot.optional(),
    revision: n,
  });

  const cuttingApproval = z.object({
    n,
    /** Says that the sheet is the one that was signed. */
    fingerprint: z.string(),
    /** Written once. */
    sheet: cuttingSheet,
    createdAt: moment,
    createdBy: person,
    signatures: z.array(
      z.object({
        side: z.enum(SIDES),
        by: person,
        at: moment,
        ...behalf,
      }),
    ),
  });

  /** What a client said is wrong with a piece that was handed over, until the house has answered and after. */
  const defect = z.object({
    n,
    text: z.string(),
    files: z.array(fileRefDto),
    createdAt: moment,
    createdBy: person,
    /** Absent while nobody has answered: in words, or by a retouche that was opened. */
    answer: z.object({ note: z.string().optional(), retouche: id.optional(), at: moment, by: person }).optional(),
  });

  const order = z.object({
    /** `FF-2026-0001`. */
    number: z.string(),
    /** Absent: a piece that is made. */
    kind: z.enum(ORDER_KINDS).optional(),
    /** The piece that was handed over and is altered; absent for a garment that was not made here. */
    retouchOf: id.optional(),
    /** Minutes a retouche is reckoned at. */
    workMinutes: n.optional(),
    defects: z.array(defect).optional(),
    /** Of a retouche, the garment in words; its description is what is to be done. */
    title: z.string(),
    /** A code of the house's garments; empty for a garment nobody classed. */
    garment: z.string(),
    description: z.string(),
    options,
    ...perField(() => z.string().optional(), moment.optional()),
    stage: anyStage,
    stageSince: moment,
    onHold: z.object({ reason: z.string(), since: moment, until: moment.optional() }).optional(),
    clientId: id,
    couturierId: id,
    modelId: id.optional(),
    promisedDate: moment.optional(),
    deliveredAt: moment.optional(),
    /** The version of what was agreed; each accepted change or quote makes a new one. */
    revision: n,
    payments: z.array(payment),
    invoices: z.array(invoice),
    changeRequests: z.array(changeRequest),
    measurementSnapshot: snapshot.optional(),
    referenceFileIds: z.array(id),
    version: n,
    createdAt: moment,
    updatedAt: moment,
  });

  /** One thing that happened; written once, never changed. */
  const event = z.object({
    orderId: id,
    actorId: id,
    actorName: z.string(),
    at: moment,
    from: z.string().optional(),
    to: z.string().optional(),
    note: z.string().optional(),
    data: z.record(z.string(), z.unknown()),
    visibility: z.enum(VISIBILITIES),
  });

  return {
    person,
    quoteLine,
    quote,
    payment,
    invoice,
    change,
    changeRequest,
    snapshot,
    cuttingApproval,
    defect,
    order,
    event,
  };
}
