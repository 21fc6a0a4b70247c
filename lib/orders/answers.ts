import { z } from 'zod';
import { fileRefDto } from '../files/schemas';
import { bilingualDto } from '../i18n/bilingual-schemas';
import { money } from '../money-schemas';
import { anyStage } from '../house/schemas';
import { ORDER_KINDS } from '../house/stages';
import { WIRE } from '../wire';
import { orderShape } from './shape';
import { APPROVAL_STATUSES } from './words';

/** What leaves the house about an order: the shapes of the answers, and the types the screens are built on. */

const n = z.number().int();
const { id } = WIRE;
const wire = orderShape(WIRE);
export const personDto = wire.person;
export const paymentDto = wire.payment;
export const invoiceDto = wire.invoice;
export const changeDto = wire.change;
export const changeRequestDto = wire.changeRequest;
export const snapshotDto = wire.snapshot;
export const defectDto = wire.defect;

export const quoteDto = wire.quote.extend({
  /** Open, but past its day. */
  expired: z.boolean(),
  lines: z.array(wire.quoteLine.extend({ total: money })),
  net: money,
  vat: z.array(z.object({ rate: z.number(), amount: money })),
  total: money,
  deposit: z.object({ percent: n, amount: money }),
});

/** What the house usually asks for one unit of a quote's line, and for a model; absent where too few prices tell. */
export const usualPricesDto = z.object({
  piece: money.optional(),
  metre: money.optional(),
  hour: money.optional(),
  model: money.optional(),
});
export type UsualPricesDto = z.infer<typeof usualPricesDto>;

export const cuttingApprovalDto = wire.cuttingApproval.extend({
  /** `awaiting` until both have signed; only the newest counts. */
  status: z.enum(APPROVAL_STATUSES),
});

/** What an order is shown by: its model's drawing, or for a bespoke piece the first picture that was brought. */
export const plateDto = z.object({
  modelId: id.optional(),
  slug: z.string().optional(),
  title: bilingualDto,
  /** First colour of the model: the tint of the plate. */
  hex: z.string().optional(),
  image: z
    .object({
      id,
      alt: bilingualDto,
      width: n,
      height: n,
      placeholder: z.string().optional(),
    })
    .optional(),
});

export const orderDto = wire.order.extend({
  id,
  kind: z.enum(ORDER_KINDS),
  /** The piece a retouche is of, with the defects it answers. */
  piece: z.object({ id, number: z.string(), title: z.string(), defects: z.array(defectDto) }).optional(),
  /** The retouches of a piece that was handed over, the oldest first. */
  retouches: z
    .array(
      z.object({
        id,
        number: z.string(),
        description: z.string(),
        stage: anyStage,
        createdAt: WIRE.moment,
        promisedDate: WIRE.moment.optional(),
      }),
    )
    .optional(),
  clientName: z.string(),
  /** Whether the client can answer and sign from an account. */
  clientHasAccount: z.boolean(),
  couturierName: z.string(),
  plate: plateDto.optional(),
  /** Days past the promised date, while not delivered. */
  daysLate: n.optional(),
  quotes: z.array(quoteDto),
  total: money.optional(),
  paid: money,
  balance: money.optional(),
  cuttingApprovals: z.array(cuttingApprovalDto),
  /** The same files as `referenceFileIds`, with what a reader sees of them. */
  references: z.array(fileRefDto),
  /** The stage from which the client leaves remarks only. */
  lockStage: anyStage,
  locked: z.boolean(),
  /** Stages and actions the caller may take now. */
  allowed: z.array(z.string()),
  /** The move that can still be undone, and nobody outside the atelier knows: the stage before it, until when, seconds left. */
  undo: z.object({ move: id, from: anyStage, until: WIRE.moment, seconds: n }).optional(),
});

export const orderEventDto = wire.event.extend({
  id,
  type: z.string(),
  createdAt: WIRE.moment,
  updatedAt: WIRE.moment,
});

export const orderPageDto = z.object({ items: z.array(orderDto), nextCursor: z.string().nullable() });
export const orderEventPageDto = z.object({ items: z.array(orderEventDto), nextCursor: z.string().nullable() });

export const orderPicturesDto = z.object({ items: z.array(fileRefDto) });

export type OrderPicturesDto = z.infer<typeof orderPicturesDto>;
export type QuoteDto = z.infer<typeof quoteDto>;
export type PaymentDto = z.infer<typeof paymentDto>;
export type InvoiceDto = z.infer<typeof invoiceDto>;
export type ChangeDto = z.infer<typeof changeDto>;
export type ChangeRequestDto = z.infer<typeof changeRequestDto>;
export type DefectDto = z.infer<typeof defectDto>;
export type SnapshotDto = z.infer<typeof snapshotDto>;
export type CuttingApprovalDto = z.infer<typeof cuttingApprovalDto>;
export type PlateDto = z.infer<typeof plateDto>;
export type OrderDto = z.infer<typeof orderDto>;
export type OrderEventDto = z.infer<typeof orderEventDto>;
