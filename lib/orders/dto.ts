import type { ObjectId } from 'mongodb';
import type { Role } from '../actor';
import type { FileRefDto } from '../files/schemas';
import { endedEarly } from '../house/stages';
import { daysBetween } from '../i18n/format';
import type { Money } from '../money';
import type {
  ChangeRequest,
  CuttingApproval,
  MeasurementSnapshot,
  OrderDocument,
  OrderEventDocument,
  Payment,
  Quote,
  Signed,
} from './documents';
import {
  acceptedQuote,
  allowedFor,
  depositOf,
  isExpired,
  newestApproval,
  openQuote,
  paidAmount,
  quoteTotals,
} from './rules';
import {
  type ChangeRequestDto,
  type CuttingApprovalDto,
  isLocked,
  isOver,
  type LockStage,
  type OrderDto,
  type OrderEventDto,
  type PaymentDto,
  type PlateDto,
  type QuoteDto,
  type SnapshotDto,
} from './schemas';

/** What an order document alone does not say: names, the model's drawing, the house's rules and money. */
export interface OrderSurroundings {
  clients: ReadonlyMap<string, { name: string; hasAccount: boolean }>;
  staff: ReadonlyMap<string, string>;
  plates: ReadonlyMap<string, PlateDto>;
  files: ReadonlyMap<string, FileRefDto>;
  lockStage: LockStage;
  currency: string;
  now: Date;
}

const iso = (date: Date | undefined): string | undefined => date?.toISOString();
const hex = (id: ObjectId): string => id.toHexString();
const person = (signed: Signed) => ({ id: hex(signed.id), name: signed.name });
const personOf = (signed: Signed | undefined) => (signed ? person(signed) : undefined);
/** Leaves out what is not there, so that an answer has no `undefined` and a client of the API no surprise. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

export function toQuote(quote: Quote, currency: string, now: Date): QuoteDto {
  const money = (amount: number): Money => ({ amount, currency });
  const totals = quoteTotals(quote.lines);
  return present({
    n: quote.n,
    status: quote.status,
    expired: quote.status === 'open' && isExpired(quote, now),
    lines: quote.lines.map((line, index) =>
      present({
        label: line.label,
        quantity: line.quantity,
        unit: line.unit,
        unitPrice: line.unitPrice,
        vatRate: line.vatRate,
        total: money(totals.lines[index] ?? 0),
        changeRequest: line.changeRequest,
        changedAt: iso(line.changedAt),
      }),
    ),
    net: money(totals.net),
    vat: totals.vat.map(({ rate, amount }) => ({ rate, amount: money(amount) })),
    total: money(totals.total),
    deposit: { percent: quote.depositPercent, amount: money(depositOf(totals.total, quote.depositPercent)) },
    validUntil: quote.validUntil.toISOString(),
    promisedDate: iso(quote.promisedDate),
    note: quote.note,
    createdAt: quote.createdAt.toISOString(),
    createdBy: person(quote.createdBy),
    answeredAt: iso(quote.answeredAt),
    answeredBy: personOf(quote.answeredBy),
    onBehalf: quote.onBehalf,
    declineNote: quote.declineNote,
  });
}

const toPayment = (payment: Payment): PaymentDto =>
  present({
    n: payment.n,
    kind: payment.kind,
    amount: payment.amount,
    method: payment.method,
    paidAt: payment.paidAt.toISOString(),
    recordedBy: person(payment.recordedBy),
    recordedAt: payment.recordedAt.toISOString(),
    note: payment.note,
    reversed:
      payment.reversed &&
      present({
        at: payment.reversed.at.toISOString(),
        by: person(payment.reversed.by),
        note: payment.reversed.note,
      }),
  });

const toChangeRequest = (request: ChangeRequest): ChangeRequestDto =>
  present({
    n: request.n,
    status: request.status,
    changes: request.changes.map(({ field, from, to }) => present({ field, from, to })),
    note: request.note,
    files: request.files,
    createdAt: request.createdAt.toISOString(),
    createdBy: person(request.createdBy),
    answer:
      request.answer &&
      present({
        decision: request.answer.decision,
        priceDelta: request.answer.priceDelta,
        daysDelta: request.answer.daysDelta,
        note: request.answer.note,
        changes: request.answer.changes?.map(({ field, from, to }) => present({ field, from, to })),
        at: request.answer.at.toISOString(),
        by: person(request.answer.by),
      }),
    settledAt: iso(request.settledAt),
    revision: request.revision,
  });

const toSnapshot = (snapshot: MeasurementSnapshot): SnapshotDto =>
  present({
    setId: snapshot.setId && hex(snapshot.setId),
    takenAt: snapshot.takenAt.toISOString(),
    kind: snapshot.kind,
    posture: snapshot.posture,
    values: snapshot.values,
    custom: snapshot.custom.map(({ label, value }) => ({ label, value })),
    frozenAt: snapshot.frozenAt.toISOString(),
  });

function toApproval(approval: CuttingApproval, newest: boolean): CuttingApprovalDto {
  const { sheet } = approval;
  const signed = new Set(approval.signatures.map(({ side }) => side)).size === 2;
  return {
    n: approval.n,
    status: newest ? (signed ? 'signed' : 'awaiting') : 'superseded',
    fingerprint: approval.fingerprint,
    sheet: present({
      number: sheet.number,
      title: sheet.title,
      garment: sheet.garment,
      clientName: sheet.clientName,
      description: sheet.description,
      options: sheet.options,
      fabric: sheet.fabric,
      lining: sheet.lining,
      imageFileId: sheet.imageFileId && hex(sheet.imageFileId),
      imageSha256: sheet.imageSha256,
      callouts: sheet.callouts.map(({ x, y, text }) => ({ x, y, text })),
      note: sheet.note,
      price: sheet.price,
      deliveryDate: iso(sheet.deliveryDate),
      measurements: sheet.measurements && toSnapshot(sheet.measurements),
      revision: sheet.revision,
    }),
    createdAt: approval.createdAt.toISOString(),
    createdBy: person(approval.createdBy),
    signatures: approval.signatures.map(({ side, by, at, onBehalf }) =>
      present({ side, by: person(by), at: at.toISOString(), onBehalf }),
    ),
  };
}

/** What the order costs: the accepted quote, else the one that waits for an answer. */
export function priceOf(order: OrderDocument): number | undefined {
  const quote = acceptedQuote(order) ?? openQuote(order);
  return quote && quoteTotals(quote.lines).total;
}

/** What is still to pay, in minor units: derived from the accepted quote and the payments, never stored. */
export function balanceOf(order: Pick<OrderDocument, 'stage' | 'quotes' | 'payments'>): number | undefined {
  const quote = acceptedQuote(order);
  if (!quote || endedEarly(order.stage)) return undefined;
  return quoteTotals(quote.lines).total - paidAmount(order.payments);
}

/** The currency an order is kept in: that of its quotes, else the house's. */
export const currencyOf = (order: OrderDocument, fallback: string): string =>
  order.quotes.at(-1)?.lines[0]?.unitPrice.currency ?? fallback;

/** An order as `role` may read it; the caller has already checked that it is theirs. */
export function toOrder(order: OrderDocument, role: Role, around: OrderSurroundings): OrderDto {
  const client = around.clients.get(hex(order.clientId));
  const clientHasAccount = client?.hasAccount ?? false;
  const currency = currencyOf(order, around.currency);
  const total = priceOf(order);
  const balance = balanceOf(order);
  const newest = newestApproval(order);
  const late =
    order.promisedDate && !isOver(order.stage) ? Math.max(0, daysBetween(order.promisedDate, around.now)) : 0;
  return present({
    id: hex(order._id),
    number: order.number,
    title: order.title,
    garment: order.garment,
    description: order.description,
    options: order.options,
    occasion: order.occasion,
    eventDate: iso(order.eventDate),
    stage: order.stage,
    stageSince: order.stageSince.toISOString(),
    onHold:
      order.onHold &&
      present({
        reason: order.onHold.reason,
        since: order.onHold.since.toISOString(),
        until: iso(order.onHold.until),
      }),
    clientId: hex(order.clientId),
    clientName: client?.name ?? '',
    clientHasAccount,
    couturierId: hex(order.couturierId),
    couturierName: around.staff.get(hex(order.couturierId)) ?? '',
    modelId: order.modelId && hex(order.modelId),
    plate: around.plates.get(hex(order._id)),
    desiredDate: iso(order.desiredDate),
    promisedDate: iso(order.promisedDate),
    daysLate: late > 0 ? late : undefined,
    deliveredAt: iso(order.deliveredAt),
    revision: order.revision,
    quotes: order.quotes.map((quote) => toQuote(quote, currency, around.now)),
    total: total === undefined ? undefined : { amount: total, currency },
    paid: { amount: paidAmount(order.payments), currency },
    balance: balance === undefined ? undefined : { amount: balance, currency },
    payments: order.payments.map(toPayment),
    changeRequests: order.changeRequests.map(toChangeRequest),
    cuttingApprovals: order.cuttingApprovals.map((approval) => toApproval(approval, approval === newest)),
    measurementSnapshot: order.measurementSnapshot && toSnapshot(order.measurementSnapshot),
    referenceFileIds: order.referenceFileIds.map(hex),
    references: order.referenceFileIds.flatMap((id) => around.files.get(hex(id)) ?? []),
    lockStage: around.lockStage,
    locked: isLocked(order.stage, around.lockStage),
    allowed: allowedFor(order, { role, lockStage: around.lockStage, clientHasAccount, now: around.now }),
    version: order.version,
    createdAt: order.createdAt.toISOString(),
    updatedAt: order.updatedAt.toISOString(),
  });
}

export const toEvent = (event: OrderEventDocument): OrderEventDto =>
  present({
    id: hex(event._id),
    orderId: hex(event.orderId),
    type: event.type,
    actorId: hex(event.actorId),
    actorName: event.actorName,
    at: event.at.toISOString(),
    from: event.from,
    to: event.to,
    note: event.note,
    data: event.data,
    visibility: event.visibility,
    createdAt: event.at.toISOString(),
    updatedAt: event.at.toISOString(),
  });
