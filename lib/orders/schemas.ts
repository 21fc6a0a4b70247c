import { z } from 'zod';
import { words } from '../clean-text';
import { LINE_NATURES } from '../ledger/words';
import { money, price } from '../money-schemas';
import { pageQuery } from '../pagination';
import { personName } from '../person-name';
import { anyStage } from '../house/schemas';
import { GOING, ORDER_KINDS } from '../house/stages';
import { day, givenId as id, givenMoment } from '../wire';
import { perField } from './fields';
import {
  AGREED,
  AGREEMENT_WAYS,
  CHANGE_DECISIONS,
  EVENT_TYPES,
  PAPER_KINDS,
  PAYMENT_KINDS,
  PAYMENT_METHODS,
  TASKS_MOVED,
  UNITS,
} from './words';

/** A paper of the order that the conversation shows; `opens` in the place where it was laid down. */
export const orderPaper = z.object({
  kind: z.enum(PAPER_KINDS),
  n: z.number().int().positive(),
  opens: z.boolean(),
});
export type OrderPaper = z.infer<typeof orderPaper>;

/** An event as the conversation tells it; `name` is who did it, as they were called then. */
export const spokenEvent = z.object({
  event: z.enum(EVENT_TYPES),
  name: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  amount: money.optional(),
  paper: orderPaper.optional(),
});
export type SpokenEvent = z.infer<typeof spokenEvent>;

/** A day (`2027-02-13`) or an instant; kept as an instant, a day at midnight UTC. */
const date = z
  .union([day, givenMoment])
  .transform((value) => new Date(value))
  .refine((value) => value.getUTCFullYear() >= 2000 && value.getUTCFullYear() <= 2100);
const text = (max: number) => words().min(1).max(max);
const version = z.number().int().min(1);
/** Why the day is promised although the hours say that it cannot be kept; the atelier's own to read. */
const anywayReason = text(500).optional();
const stage = anyStage;

/** The wishes of an order by name (`fabric`, `train`…): the house's own names are translated, any other is shown as it is. */
const optionKey = words().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} _'’-]{0,39}$/u);
const optionValue = z.union([text(300), z.number(), z.boolean()]);
export type OptionValue = z.output<typeof optionValue>;
const options = z.record(optionKey, optionValue).refine((value) => Object.keys(value).length <= 40);

/** An act that says everything by its address; a field sent along is refused like any unknown one. */
export const noInput = z.strictObject({});

/** An owner gives the order to another couturier. */
export const transferOrderInput = z.strictObject({
  couturierId: id,
  note: text(1000).optional(),
  anywayReason,
  version,
});

/** All a couturier has under way goes to another one. */
export const transferWorkInput = z.strictObject({ couturierId: id, anywayReason });
export type TransferWorkInput = z.output<typeof transferWorkInput>;
export type TransferOrderInput = z.infer<typeof transferOrderInput>;

export const orderParams = z.strictObject({ id: z.string() });
export const orderPartParams = z.strictObject({ id: z.string(), n: z.coerce.number().int().min(1) });

const described = {
  title: text(120),
  garment: text(40),
  description: words().max(4000),
  options,
  referenceFileIds: z.array(id).max(20),
};

export const createOrderInput = z
  .strictObject({
    ...described,
    title: described.title.optional(),
    garment: described.garment.optional(),
    description: described.description.default(''),
    options: options.default({}),
    ...perField((max) => words().max(max).optional(), date.optional()),
    referenceFileIds: described.referenceFileIds.default([]),
    modelId: id.optional(),
    couturierId: id.optional(),
    clientId: id.optional(),
    /** The day it is promised for, where the atelier takes it; a client asks for one. */
    promisedDate: date.optional(),
    anywayReason,
  })
  .superRefine((value, context) => {
    // A model brings its own title and garment; something bespoke must be named.
    if (value.modelId) return;
    for (const path of ['title', 'garment'] as const)
      if (value[path] === undefined)
        context.addIssue({ code: 'custom', path: [path], message: 'fields.required', input: undefined });
  });
export type CreateOrderInput = z.output<typeof createOrderInput>;

/** `null` empties an optional field. */
export const editOrderInput = z.strictObject({
  version,
  title: described.title.optional(),
  garment: described.garment.optional(),
  description: described.description.optional(),
  options: options.optional(),
  ...perField((max) => words().max(max).nullable().optional(), date.nullable().optional()),
  referenceFileIds: described.referenceFileIds.optional(),
  promisedDate: date.nullable().optional(),
  anywayReason,
  couturierId: id.optional(),
  /** Which open tasks go along with a new promised day; absent: none. The atelier's to say. */
  moveTasks: z.enum(TASKS_MOVED).optional(),
});
export type EditOrderInput = z.output<typeof editOrderInput>;

export const moveOrderInput = z.strictObject({
  to: stage,
  note: text(1000).optional(),
  version,
  /** The balance was seen, and the piece leaves all the same. */
  confirm: z.boolean().optional(),
});
export type MoveOrderInput = z.output<typeof moveOrderInput>;

/** The move that is undone: the one the order itself names. */
export const undoMoveInput = z.strictObject({ move: id });
export type UndoMoveInput = z.output<typeof undoMoveInput>;

export const holdOrderInput = z.strictObject({ reason: text(500), until: date.optional(), version });
export const resumeOrderInput = z.strictObject({ version, note: text(500).optional() });
export type HoldOrderInput = z.output<typeof holdOrderInput>;
export type ResumeOrderInput = z.output<typeof resumeOrderInput>;

/** Up to three decimals (metres of cloth); prices include VAT, as a consumer reads them. */
const quantity = z.number().positive().max(10_000).multipleOf(0.001);
const vatRate = z.number().min(0).max(100).multipleOf(0.01);
export const quoteLineInput = z.strictObject({
  label: text(200),
  quantity,
  unit: z.enum(UNITS).optional(),
  unitPrice: money.extend({ amount: z.number().int().min(-1_000_000_000).max(1_000_000_000) }),
  vatRate: vatRate.optional(),
  /** Absent: what the house says of what is counted so. */
  nature: z.enum(LINE_NATURES).optional(),
});
export const sendQuoteInput = z.strictObject({
  lines: z.array(quoteLineInput).min(1).max(60),
  validUntil: date.optional(),
  /** Absent: what the house usually asks. */
  depositPercent: z.number().int().min(0).max(100).optional(),
  promisedDate: date.optional(),
  anywayReason,
  note: text(2000).optional(),
});
export type SendQuoteInput = z.output<typeof sendQuoteInput>;
/** How the agreement of somebody without an account was given; the house that notes it must say. */
const noted = {
  how: z.enum(AGREEMENT_WAYS).optional(),
  words: text(500).optional(),
  /** Who said yes, where it was somebody else for the client. */
  givenBy: personName(100).optional(),
  givenAt: givenMoment.transform((at) => new Date(at)).optional(),
  /** The photograph of the signed paper; it may come later. */
  paperFileId: id.optional(),
};
export const acceptQuoteInput = z.strictObject(noted);
export type AcceptQuoteInput = z.output<typeof acceptQuoteInput>;

/** A retouche: on a piece that was handed over (`retouchOf`), else on a garment `clientId` came in with. */
export const openRetoucheInput = z
  .strictObject({
    retouchOf: id.optional(),
    clientId: id.optional(),
    /** The garment in words; of a piece made here, its own title where nothing else is said. */
    title: text(120).optional(),
    /** A code of the house's garments, where it is one of them. */
    garment: text(40).optional(),
    /** What is to be done, one job a line: each becomes a task. */
    description: text(2000),
    /** What it is reckoned at; absent: the house's usual minutes. */
    minutes: z.number().int().min(5).max(6000).optional(),
    couturierId: id.optional(),
    promisedDate: date.optional(),
    anywayReason,
    fileIds: z.array(id).max(10).default([]),
    /** Its price; absent: the house asks for nothing. */
    lines: z.array(quoteLineInput).min(1).max(20).optional(),
    /** The price was agreed on at the counter by somebody without an account; absent: it is sent as a quote. */
    agreed: acceptQuoteInput.optional(),
    /** A word for the client. */
    note: text(2000).optional(),
  })
  .superRefine((value, context) => {
    if (value.retouchOf === undefined && value.title === undefined)
      context.addIssue({ code: 'custom', path: ['title'], message: 'fields.required', input: undefined });
    if (value.agreed && !value.lines)
      context.addIssue({ code: 'custom', path: ['lines'], message: 'fields.required', input: undefined });
  });
export type OpenRetoucheInput = z.output<typeof openRetoucheInput>;

export const answerDefectInput = z.strictObject({ note: text(4000) });
export type AnswerDefectInput = z.output<typeof answerDefectInput>;

/** Which noted agreement of the order: that to quote `n`, or to bon à couper `n`. */
const agreement = { to: z.enum(AGREED), n: z.number().int().min(1) };
export const keepPaperInput = z.strictObject({ ...agreement, fileId: id });
export type KeepPaperInput = z.output<typeof keepPaperInput>;
export const denyAgreementInput = z.strictObject({ ...agreement, note: text(1000).optional() });
export type DenyAgreementInput = z.output<typeof denyAgreementInput>;

export const declineQuoteInput = z.strictObject({ note: text(1000).optional() });
export type DeclineQuoteInput = z.output<typeof declineQuoteInput>;

export const recordPaymentInput = z.strictObject({
  kind: z.enum(PAYMENT_KINDS),
  amount: price.refine((value) => value.amount > 0),
  method: z.enum(PAYMENT_METHODS),
  paidAt: date,
  note: text(300).optional(),
});
export type RecordPaymentInput = z.output<typeof recordPaymentInput>;
export const reversePaymentInput = z.strictObject({ note: text(300).optional() });
export type ReversePaymentInput = z.output<typeof reversePaymentInput>;

/** An invoice to be issued: of a deposit (absent amount: what the quote asks, or what is left), or of the whole. */
export const issueInvoiceInput = z.strictObject({
  act: z.enum(['deposit', 'invoice']),
  amount: price.refine((value) => value.amount > 0).optional(),
  /** Why lines bear no VAT where the house charges it: the words of the law, printed as they are. */
  exemption: text(200).optional(),
  /** The invoice that stands is countered whole in the same act. */
  replace: z.boolean().optional(),
});
export type IssueInvoiceInput = z.output<typeof issueInvoiceInput>;
/** Counters an invoice, all that is left of it without an amount. */
export const creditInvoiceInput = z.strictObject({
  amount: price.refine((value) => value.amount > 0).optional(),
  reason: text(300),
});
export type CreditInvoiceInput = z.output<typeof creditInvoiceInput>;
export const invoiceParams = z.strictObject({ id: z.string(), number: z.string().max(40) });

/** `description`, `desiredDate`, or `options.<name>`; what it was before is read from the order, never trusted. */
const changeField = z.union([
  z.enum(['description', 'desiredDate']),
  z.templateLiteral(['options.', z.string().min(1).max(40)]),
]);
export const changeInput = z.strictObject({ field: changeField, to: words().max(2000) });
const changes = z
  .array(changeInput)
  .max(20)
  .refine((all) => new Set(all.map((one) => one.field)).size === all.length)
  .refine((all) => all.every((one) => one.field !== 'desiredDate' || day.safeParse(one.to).success))
  .refine((all) =>
    all.every((one) => !one.field.startsWith('options.') || optionKey.safeParse(one.field.slice(8)).success),
  );
export const requestChangeInput = z.strictObject({
  changes: changes.min(1),
  note: text(2000).optional(),
  fileIds: z.array(id).max(10).default([]),
});
export type RequestChangeInput = z.output<typeof requestChangeInput>;

export const answerChangeInput = z
  .strictObject({
    decision: z.enum(CHANGE_DECISIONS),
    priceDelta: money.extend({ amount: z.number().int().min(-1_000_000_000).max(1_000_000_000) }).optional(),
    daysDelta: z.number().int().min(-365).max(365).optional(),
    anywayReason,
    note: text(2000).optional(),
    /** Which open tasks go along with the new day; absent: none. */
    moveTasks: z.enum(TASKS_MOVED).optional(),
    /** What the couturier proposes instead; only with `counter`. */
    changes: changes.min(1).optional(),
  })
  .refine((value) => value.changes === undefined || value.decision === 'counter', { path: ['changes'] });
export type AnswerChangeInput = z.output<typeof answerChangeInput>;

export const createApprovalInput = z.strictObject({
  fabric: text(200).optional(),
  lining: text(200).optional(),
  /** A sketch or photo of this order, or its model's drawing; it must be said where the order has pictures of its own. */
  imageFileId: id.optional(),
  /** Numbered marks on the picture, as fractions of its width and height. */
  callouts: z
    .array(z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1), text: text(160) }))
    .max(12)
    .default([]),
  note: text(1000).optional(),
});
export type CreateApprovalInput = z.output<typeof createApprovalInput>;
/** The sheet that was read: signing another one than the newest is a conflict. */
export const signApprovalInput = z.strictObject({ n: z.number().int().min(1).optional(), ...noted });
export type SignApprovalInput = z.output<typeof signApprovalInput>;

export const addRemarkInput = z.strictObject({
  text: text(4000),
  kind: z.enum(['remark', 'defect', 'note']).optional(),
  fileIds: z.array(id).max(10).default([]),
});
export type AddRemarkInput = z.output<typeof addRemarkInput>;

export const DUE_WINDOWS = ['late', 'week', 'month', 'none'] as const;
export const listOrdersQuery = pageQuery.extend({
  /** One stage, several separated by commas, or `active` for all that are not over. */
  stage: z
    .string()
    .transform((value) => value.split(',').flatMap((one) => (one === 'active' ? GOING : [one])))
    .pipe(z.array(stage))
    .optional(),
  clientId: id.optional(),
  couturierId: id.optional(),
  /** Promised late, within 7 or 30 days, not promised yet, or until a day. */
  due: z.union([z.enum(DUE_WINDOWS), day]).optional(),
  /** Something that counts was paid from this day on, or until that one, on the atelier's calendar. */
  paidFrom: day.optional(),
  paidTo: day.optional(),
  /** Pieces, or retouches. */
  kind: z.enum(ORDER_KINDS).optional(),
  /** Those with a defect that nobody has answered. */
  defect: z.literal('open').optional(),
  q: words().max(100).optional(),
});
export type ListOrdersQuery = z.output<typeof listOrdersQuery>;
export const listEventsQuery = pageQuery;
export type ListEventsQuery = z.output<typeof listEventsQuery>;
