import type { ObjectId } from 'mongodb';
import type { Role } from '../actor';
import { leaving } from '../db/leaves';
import type { FileRefDto } from '../files/schemas';
import { endedEarly } from '../house/stages';
import { daysBetween } from '../i18n/format';
import type { Money } from '../money';
import { type CuttingApproval, type OrderDocument, type OrderEventDocument, type Quote, stored } from './documents';
import { asTold, undoable } from './untold';
import { withoutWork } from './without-work';
import { acceptedQuote, allowedFor, isExpired, newestApproval, openQuote } from './rules';
import type { Relatives } from './relatives';
import { depositOf, paidAmount, quoteTotals } from './totals';
import type { CuttingApprovalDto, OrderDto, OrderEventDto, PlateDto, QuoteDto } from './answers';
import { isLocked, isOver, type LockStage } from '../house/stages';

/** What an order document alone does not say: names, the model's drawing, the house's rules and money. */
export interface OrderSurroundings {
  clients: ReadonlyMap<string, { name: string; hasAccount: boolean }>;
  staff: ReadonlyMap<string, string>;
  plates: ReadonlyMap<string, PlateDto>;
  files: ReadonlyMap<string, FileRefDto>;
  relatives: Relatives;
  lockStage: LockStage;
  currency: string;
  now: Date;
}

const writeQuote = leaving(stored.quote);
const writeApproval = leaving(stored.cuttingApproval);
const writeOrder = leaving(stored.order);
const writeEvent = leaving(stored.event);
const writeDefect = leaving(stored.defect);

const hex = (id: ObjectId): string => id.toHexString();
/** Leaves out what is not there, so that an answer has no `undefined` and a client of the API no surprise. */
const present = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;

function toQuote(quote: Quote, currency: string, now: Date): QuoteDto {
  const money = (amount: number): Money => ({ amount, currency });
  const totals = quoteTotals(quote.lines);
  const { lines, depositPercent, ...own } = writeQuote(quote);
  return {
    ...own,
    expired: quote.status === 'open' && isExpired(quote, now),
    lines: lines.map(({ label, quantity, unit, unitPrice, vatRate, nature, changeRequest, changedAt }, index) =>
      present({
        label,
        quantity,
        unit,
        unitPrice,
        vatRate,
        nature,
        changeRequest,
        changedAt,
        total: money(totals.lines[index] ?? 0),
      }),
    ),
    net: money(totals.net),
    vat: totals.vat.map(({ rate, amount }) => ({ rate, amount: money(amount) })),
    total: money(totals.total),
    deposit: { percent: depositPercent, amount: money(depositOf(totals.total, depositPercent)) },
  };
}

function toApproval(approval: CuttingApproval, newest: boolean): CuttingApprovalDto {
  const signed = new Set(approval.signatures.map(({ side }) => side)).size === 2;
  return {
    ...writeApproval(approval),
    status: newest ? (signed ? 'signed' : 'awaiting') : 'superseded',
  };
}

/** What the order costs: the accepted quote, else the one that waits for an answer. */
export function priceOf(order: Pick<OrderDocument, 'quotes'>): number | undefined {
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
export const currencyOf = (order: Pick<OrderDocument, 'quotes'>, fallback: string): string =>
  order.quotes.at(-1)?.lines[0]?.unitPrice.currency ?? fallback;

/** An order as `role` may read it; the caller has already checked that it is theirs. */
export function toOrder(now: OrderDocument, role: Role, around: OrderSurroundings): OrderDto {
  const order = role === 'client' ? withoutWork(asTold(now)) : now;
  const client = around.clients.get(hex(order.clientId));
  const clientHasAccount = client?.hasAccount ?? false;
  const currency = currencyOf(order, around.currency);
  const total = priceOf(order);
  const balance = balanceOf(order);
  const newest = newestApproval(order);
  // What the client is offered is true of the order as they know it, and as it is.
  const allowed = (one: OrderDocument) =>
    allowedFor(one, { role, lockStage: around.lockStage, clientHasAccount, now: around.now });
  const late =
    order.promisedDate && !isOver(order.stage) ? Math.max(0, daysBetween(order.promisedDate, around.now)) : 0;
  return present({
    ...writeOrder(order),
    id: hex(order._id),
    kind: order.kind ?? 'piece',
    piece: pieceOf(order, around.relatives),
    retouches: retouchesOf(order, around.relatives, role),
    clientName: client?.name ?? '',
    clientHasAccount,
    couturierName: around.staff.get(hex(order.couturierId)) ?? '',
    plate: around.plates.get(hex(order._id)),
    daysLate: late > 0 ? late : undefined,
    quotes: order.quotes.map((quote) => toQuote(quote, currency, around.now)),
    total: total === undefined ? undefined : { amount: total, currency },
    paid: { amount: paidAmount(order.payments), currency },
    balance: balance === undefined ? undefined : { amount: balance, currency },
    cuttingApprovals: order.cuttingApprovals.map((approval) => toApproval(approval, approval === newest)),
    references: order.referenceFileIds.flatMap((id) => around.files.get(hex(id)) ?? []),
    lockStage: around.lockStage,
    locked: isLocked(order.stage, around.lockStage),
    allowed: allowed(order).filter((one) => order === now || allowed(now).includes(one)),
    undo: role === 'client' ? undefined : undoOf(now, around.now),
  });
}

/** The piece a retouche is of, with what was reported of it that this retouche answers. */
function pieceOf(order: OrderDocument, { pieces }: Relatives): OrderDto['piece'] {
  const piece = order.retouchOf && pieces.get(hex(order.retouchOf));
  if (!piece) return undefined;
  const answered = piece.defects?.filter(({ answer }) => answer?.retouche?.equals(order._id)) ?? [];
  return { id: hex(piece._id), number: piece.number, title: piece.title, defects: answered.map(writeDefect) };
}

/** The retouches of a piece, each at the stage its reader knows. */
const retouchesOf = (order: OrderDocument, { retouches }: Relatives, role: Role): OrderDto['retouches'] =>
  retouches.get(hex(order._id))?.map(({ _id, number, description, stage, untold, createdAt, promisedDate }) =>
    present({
      id: hex(_id),
      number,
      description,
      stage: role === 'client' ? (untold?.stage ?? stage) : stage,
      createdAt: createdAt.toISOString(),
      promisedDate: promisedDate?.toISOString(),
    }),
  );

/** The move that can still be undone, as the atelier sees it. */
function undoOf(order: OrderDocument, now: Date): OrderDto['undo'] {
  const move = undoable(order, now);
  if (!move || !order.untold) return undefined;
  const { tellAt } = order.untold;
  const seconds = Math.ceil((tellAt.getTime() - now.getTime()) / 1000);
  return { move: hex(move.id), from: move.before.stage, until: tellAt.toISOString(), seconds };
}

export const toEvent = (event: OrderEventDocument): OrderEventDto =>
  present({
    ...writeEvent(event),
    id: hex(event._id),
    type: event.type,
    createdAt: event.at.toISOString(),
    updatedAt: event.at.toISOString(),
  });
