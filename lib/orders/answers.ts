import { z } from 'zod';
import { fileRefDto } from '../files/schemas';
import { money } from '../money';
import { MEASUREMENT_KINDS } from '../clients/measurement-schemas';
import { STAGES } from '../house/stages';
import {
  APPROVAL_STATUSES,
  CHANGE_DECISIONS,
  CHANGE_STATUSES,
  PAYMENT_KINDS,
  PAYMENT_METHODS,
  QUOTE_STATUSES,
  SIDES,
  UNITS,
  VISIBILITIES,
} from './words';
import { sentMoment } from '../wire';

/** What leaves the house about an order: the shapes of the answers, and the types the screens are built on. */

const n = z.number().int();
const when = sentMoment;
const id = z.string();
export const personDto = z.object({ id, name: z.string() });

export const quoteDto = z.object({
  n,
  status: z.enum(QUOTE_STATUSES),
  /** Open, but past its day. */
  expired: z.boolean(),
  lines: z.array(
    z.object({
      label: z.string(),
      quantity: z.number(),
      unit: z.enum(UNITS),
      unitPrice: money,
      vatRate: z.number().optional(),
      total: money,
      /** The change request that brought this line. */
      changeRequest: n.optional(),
      changedAt: when.optional(),
    }),
  ),
  net: money,
  vat: z.array(z.object({ rate: z.number(), amount: money })),
  total: money,
  deposit: z.object({ percent: n, amount: money }),
  validUntil: when,
  promisedDate: when.optional(),
  note: z.string().optional(),
  createdAt: when,
  createdBy: personDto,
  answeredAt: when.optional(),
  answeredBy: personDto.optional(),
  /** Accepted on paper, typed in by the house for somebody without an account. */
  onBehalf: z.boolean().optional(),
  declineNote: z.string().optional(),
});

export const paymentDto = z.object({
  n,
  kind: z.enum(PAYMENT_KINDS),
  amount: money,
  method: z.enum(PAYMENT_METHODS),
  paidAt: when,
  recordedBy: personDto,
  recordedAt: when,
  note: z.string().optional(),
  reversed: z.object({ at: when, by: personDto, note: z.string().optional() }).optional(),
});

export const changeDto = z.object({
  /** `description`, `desiredDate` or `options.<name>`. */
  field: z.string(),
  from: z.string().optional(),
  to: z.string(),
});
export const changeRequestDto = z.object({
  n,
  status: z.enum(CHANGE_STATUSES),
  changes: z.array(changeDto),
  note: z.string().optional(),
  files: z.array(fileRefDto),
  createdAt: when,
  createdBy: personDto,
  answer: z
    .object({
      decision: z.enum(CHANGE_DECISIONS),
      priceDelta: money.optional(),
      daysDelta: n.optional(),
      note: z.string().optional(),
      changes: z.array(changeDto).optional(),
      at: when,
      by: personDto,
    })
    .optional(),
  settledAt: when.optional(),
  /** The version of the order it made. */
  revision: n.optional(),
});

export const snapshotDto = z.object({
  setId: id.optional(),
  takenAt: when,
  kind: z.enum(MEASUREMENT_KINDS),
  posture: z.string().optional(),
  values: z.record(z.string(), z.number()),
  custom: z.array(z.object({ label: z.string(), value: z.number() })),
  frozenAt: when,
});

export const cuttingApprovalDto = z.object({
  n,
  /** `awaiting` until both have signed; only the newest counts. */
  status: z.enum(APPROVAL_STATUSES),
  /** Says that the sheet is the one that was signed. */
  fingerprint: z.string(),
  sheet: z.object({
    number: z.string(),
    title: z.string(),
    garment: z.string(),
    clientName: z.string(),
    description: z.string(),
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    fabric: z.string().optional(),
    lining: z.string().optional(),
    imageFileId: id.optional(),
    imageSha256: z.string().optional(),
    callouts: z.array(z.object({ x: z.number(), y: z.number(), text: z.string() })),
    note: z.string().optional(),
    price: money.optional(),
    deliveryDate: when.optional(),
    measurements: snapshotDto.optional(),
    revision: n,
  }),
  createdAt: when,
  createdBy: personDto,
  signatures: z.array(z.object({ side: z.enum(SIDES), by: personDto, at: when, onBehalf: z.boolean().optional() })),
});

/** What an order is shown by: its model's drawing, or for a bespoke piece the first picture that was brought. */
export const plateDto = z.object({
  modelId: id.optional(),
  slug: z.string().optional(),
  title: z.object({ fr: z.string(), en: z.string() }),
  /** First colour of the model: the tint of the plate. */
  hex: z.string().optional(),
  image: z
    .object({
      id,
      alt: z.object({ fr: z.string(), en: z.string() }),
      width: n,
      height: n,
      placeholder: z.string().optional(),
    })
    .optional(),
});

export const orderDto = z.object({
  id,
  number: z.string(),
  title: z.string(),
  garment: z.string(),
  description: z.string(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  occasion: z.string().optional(),
  eventDate: when.optional(),
  stage: z.enum(STAGES),
  stageSince: when,
  onHold: z.object({ reason: z.string(), since: when, until: when.optional() }).optional(),
  clientId: id,
  clientName: z.string(),
  /** Whether the client can answer and sign from an account. */
  clientHasAccount: z.boolean(),
  couturierId: id,
  couturierName: z.string(),
  modelId: id.optional(),
  plate: plateDto.optional(),
  desiredDate: when.optional(),
  promisedDate: when.optional(),
  /** Days past the promised date, while not delivered. */
  daysLate: n.optional(),
  deliveredAt: when.optional(),
  /** The version of what was agreed; each accepted change or quote makes a new one. */
  revision: n,
  quotes: z.array(quoteDto),
  total: money.optional(),
  paid: money,
  balance: money.optional(),
  payments: z.array(paymentDto),
  changeRequests: z.array(changeRequestDto),
  cuttingApprovals: z.array(cuttingApprovalDto),
  measurementSnapshot: snapshotDto.optional(),
  referenceFileIds: z.array(id),
  /** The same files, with what a reader sees of them. */
  references: z.array(fileRefDto),
  /** The stage from which the client leaves remarks only. */
  lockStage: z.enum(STAGES),
  locked: z.boolean(),
  /** Stages and actions the caller may take now. */
  allowed: z.array(z.string()),
  version: n,
  createdAt: when,
  updatedAt: when,
});

export const orderEventDto = z.object({
  id,
  orderId: id,
  type: z.string(),
  actorId: id,
  actorName: z.string(),
  at: when,
  from: z.string().optional(),
  to: z.string().optional(),
  note: z.string().optional(),
  data: z.record(z.string(), z.unknown()),
  visibility: z.enum(VISIBILITIES),
  createdAt: when,
  updatedAt: when,
});

export const orderPageDto = z.object({ items: z.array(orderDto), nextCursor: z.string().nullable() });
export const orderEventPageDto = z.object({ items: z.array(orderEventDto), nextCursor: z.string().nullable() });

export type PersonDto = z.infer<typeof personDto>;
export type QuoteDto = z.infer<typeof quoteDto>;
export type PaymentDto = z.infer<typeof paymentDto>;
export type ChangeDto = z.infer<typeof changeDto>;
export type ChangeRequestDto = z.infer<typeof changeRequestDto>;
export type SnapshotDto = z.infer<typeof snapshotDto>;
export type CuttingApprovalDto = z.infer<typeof cuttingApprovalDto>;
export type PlateDto = z.infer<typeof plateDto>;
export type OrderDto = z.infer<typeof orderDto>;
export type OrderEventDto = z.infer<typeof orderEventDto>;
