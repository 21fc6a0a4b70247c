import type { Role } from '../actor';
import type { ErrorCode } from '../errors';
import { dayKey } from '../i18n/format';
import {
  endedEarly,
  isLocked,
  isOver,
  leftOut,
  type LockStage,
  ORDER_KINDS,
  type OrderKind,
  PATHS,
  type Stage,
  STAGES,
  stageIndex,
} from '../house/stages';
import type { ChangeStatus, OrderAction, QuoteStatus, Side } from './words';

/** What the house noted in a client's name. */
interface Noted {
  onBehalf?: boolean;
  paper?: unknown;
  denied?: unknown;
}

/** What the rules need to know of an order; a document and its DTO both fit. */
export interface OrderState {
  /** Absent: a piece. */
  kind?: OrderKind;
  stage: Stage;
  onHold?: unknown;
  revision: number;
  quotes: readonly ({ status: QuoteStatus; validUntil: Date | string } & Noted)[];
  payments: readonly { reversed?: unknown }[];
  changeRequests: readonly { status: ChangeStatus }[];
  cuttingApprovals: readonly { sheet: { revision: number }; signatures: readonly ({ side: Side } & Noted)[] }[];
  defects?: readonly { answer?: unknown }[];
}

export interface RuleContext {
  role: Role;
  lockStage: LockStage;
  /** Without an account nobody can click: the house types in what was agreed on paper. */
  clientHasAccount: boolean;
  now: Date;
}

/** Where an order may go by a move; sending and accepting a quote are acts of their own. */
function targets(stage: Stage, staff: boolean, kind: OrderKind): Stage[] {
  // A piece that was not handed over after all is ready as before; a defect is another matter, and no stage.
  if (stage === 'delivered' && staff) return ['ready'];
  if (isOver(stage)) return [];
  // The stage table: a client cancels a request or a confirmed order; a quote is accepted or refused instead.
  if (!staff) return stage === 'requested' || stage === 'confirmed' ? ['cancelled'] : [];
  if (stage === 'requested' || stage === 'quoted') return ['declined', 'cancelled'];
  // Not behind the acceptance: what was agreed is not taken back by a move.
  return [...PATHS[kind].filter((to) => to !== stage && stageIndex(to) >= stageIndex('confirmed')), 'cancelled'];
}

type Transitions = Record<Stage, { client: Stage[]; staff: Stage[] }>;

/** Every move of the stage table, by what the order is and by who makes it. */
export const TRANSITIONS = Object.fromEntries(
  ORDER_KINDS.map((kind) => [
    kind,
    Object.fromEntries(
      STAGES.map((stage) => [stage, { client: targets(stage, false, kind), staff: targets(stage, true, kind) }]),
    ) as Transitions,
  ]),
) as Record<OrderKind, Transitions>;

const movesOf = ({ kind = 'piece', stage }: OrderState, role: Role): Stage[] =>
  TRANSITIONS[kind][stage][role === 'client' ? 'client' : 'staff'];

/** A stage is left out on the way: the timeline must say why. */
export const isSkip = (from: Stage, to: Stage, kind?: OrderKind): boolean => leftOut(from, to, kind).length > 0;

/** The order is taken back to an earlier stage, for a reason its client reads. That fittings repeat is the way of the work. */
export const isBack = (from: Stage, to: Stage): boolean =>
  stageIndex(to) >= 0 && stageIndex(to) < stageIndex(from) && !(from === 'alterations' && to === 'fitting');

/** The sheet that counts: the newest one. */
export const newestApproval = <T>(order: { cuttingApprovals: readonly T[] }): T | undefined =>
  order.cuttingApprovals.at(-1);

const hasSigned = (approval: OrderState['cuttingApprovals'][number] | undefined, side: Side) =>
  approval?.signatures.some((signature) => signature.side === side) ?? false;

/** Both have signed the newest sheet, and nothing agreed has changed since. */
function mayCut(order: OrderState): boolean {
  const approval = newestApproval(order);
  return (
    approval !== undefined &&
    approval.sheet.revision === order.revision &&
    hasSigned(approval, 'house') &&
    // What its client says she never signed releases nothing.
    approval.signatures.some(({ side, denied }) => side === 'client' && !denied)
  );
}

/** A quote may be accepted until the end of its last day, by the atelier's calendar. */
export const isExpired = (quote: { validUntil: Date | string }, now: Date): boolean =>
  dayKey(quote.validUntil) < dayKey(now);

export const openQuote = <T extends { status: QuoteStatus }>(order: { quotes: readonly T[] }): T | undefined =>
  order.quotes.find((quote) => quote.status === 'open');
export const acceptedQuote = <T extends { status: QuoteStatus }>(order: { quotes: readonly T[] }): T | undefined =>
  order.quotes.find((quote) => quote.status === 'accepted');

/** It is made here, not altered: only that is cut. */
const isPiece = ({ kind = 'piece' }: OrderState): boolean => kind === 'piece';

const waiting = (order: OrderState) =>
  order.changeRequests.filter(({ status }) => status === 'open' || status === 'answered');

/**
 * Why an order may not make this move; `undefined` when it may. The balance is asked separately, since it can be confirmed.
 * @param note why, asked for when a stage is skipped or the order is taken back
 */
export function moveRefusal(order: OrderState, to: Stage, context: RuleContext, note?: string): ErrorCode | undefined {
  if (!movesOf(order, context.role).includes(to)) return 'transition_not_allowed';
  if (endedEarly(to)) return undefined;
  if (order.onHold) return 'order_on_hold';
  const crosses = (stage: Stage) => stageIndex(order.stage) < stageIndex(stage) && stageIndex(to) >= stageIndex(stage);
  if (crosses(context.lockStage) && waiting(order).length > 0) return 'change_request_open';
  // A garment that is there was cut already.
  if (isPiece(order) && crosses('cutting') && !mayCut(order)) return 'cutting_approval_required';
  if (isBack(order.stage, to) && !note) return 'back_note_required';
  if (isSkip(order.stage, to, order.kind) && !note) return 'skip_note_required';
  return undefined;
}

/** Whether what was ordered may be edited directly, and if not, what to say. */
export function editRefusal(order: OrderState, context: RuleContext): ErrorCode | undefined {
  if (isOver(order.stage)) return 'order_not_editable';
  if (isLocked(order.stage, context.lockStage)) return 'order_locked';
  if (context.role === 'client' && stageIndex(order.stage) >= stageIndex('confirmed')) return 'order_not_editable';
  return undefined;
}

/** A change may be asked for between the acceptance and the lock stage. */
export function changeRefusal(order: OrderState, context: RuleContext): ErrorCode | undefined {
  if (isOver(order.stage) || stageIndex(order.stage) < stageIndex('confirmed')) return 'action_not_allowed';
  return isLocked(order.stage, context.lockStage) ? 'order_locked' : undefined;
}

type ActionRule = (order: OrderState, context: RuleContext) => boolean;

const from =
  (first: Stage, last: Stage): ActionRule =>
  ({ stage }) =>
    stageIndex(stage) >= stageIndex(first) && stageIndex(stage) <= stageIndex(last);
const client: ActionRule = (_, { role }) => role === 'client';
const staff: ActionRule = (_, { role }) => role !== 'client';
const going: ActionRule = ({ stage }) => !isOver(stage);
/** The client, or the house for a client who has no account. */
const clientSide: ActionRule = (_, { role, clientHasAccount }) => role === 'client' || !clientHasAccount;
const hasChange =
  (...statuses: ChangeStatus[]): ActionRule =>
  ({ changeRequests }) =>
    changeRequests.some(({ status }) => statuses.includes(status));
const mayAnswerQuote: ActionRule = (order) => openQuote(order) !== undefined;

/** What the house noted for the client of this order, quotes and sheets alike. */
const notedOf = ({ quotes, cuttingApprovals }: OrderState): Noted[] =>
  [
    ...quotes.filter(({ status }) => status !== 'declined'),
    ...cuttingApprovals.flatMap(({ signatures }) => signatures),
  ].filter(({ onBehalf }) => onBehalf);

/** Each action with everything that must be true; exhaustively tested, stage by stage and role by role. */
const ACTIONS: Record<OrderAction, ActionRule[]> = {
  edit: [(order, context) => editRefusal(order, context) === undefined],
  schedule: [staff, going],
  transfer: [going, (_, { role }) => role === 'owner'],
  acceptQuote: [
    going,
    clientSide,
    (order, { now }) => {
      const quote = openQuote(order);
      return quote !== undefined && !isExpired(quote, now);
    },
  ],
  declineQuote: [going, clientSide, mayAnswerQuote],
  requestChange: [client, (order, context) => changeRefusal(order, context) === undefined],
  answerChange: [staff, going, hasChange('open', 'answered')],
  confirmChange: [going, clientSide, hasChange('answered')],
  withdrawChange: [going, client, hasChange('open', 'answered')],
  signApproval: [
    isPiece,
    from('confirmed', 'toile'),
    (order, { role, clientHasAccount }) => {
      const approval = newestApproval(order);
      if (!approval || approval.sheet.revision !== order.revision) return false;
      if (role === 'client') return !hasSigned(approval, 'client');
      return !hasSigned(approval, 'house') || (!clientHasAccount && !hasSigned(approval, 'client'));
    },
  ],
  keepPaper: [staff, (order) => notedOf(order).some(({ paper }) => !paper)],
  denyAgreement: [client, (order) => notedOf(order).some(({ denied }) => !denied)],
  createApproval: [isPiece, staff, from('confirmed', 'toile')],
  sendQuote: [staff, from('requested', 'finishing')],
  // A cancelled order may still give a deposit back.
  recordPayment: [staff, (order) => order.stage === 'cancelled' || stageIndex(order.stage) >= stageIndex('confirmed')],
  reversePayment: [staff, ({ payments }) => payments.some(({ reversed }) => reversed === undefined)],
  hold: [staff, going, ({ onHold }) => !onHold],
  resume: [staff, going, ({ onHold }) => onHold !== undefined && onHold !== null],
  remark: [({ stage }, { role }) => role !== 'client' || !isOver(stage)],
  reportDefect: [client, ({ stage }) => stage === 'delivered'],
  answerDefect: [staff, ({ defects = [] }) => defects.some(({ answer }) => !answer)],
  openRetouche: [staff, ({ stage }) => stage === 'delivered'],
  note: [staff],
  bookPickup: [client, ({ stage }) => stage === 'ready'],
};

/** Whether this person may do this now. */
export const mayAct = (order: OrderState, action: OrderAction, context: RuleContext): boolean =>
  ACTIONS[action].every((rule) => rule(order, context));

/** The stages one may move the order to (a skip still asks for its note) and the actions one may take, now. */
export function allowedFor(order: OrderState, context: RuleContext): (Stage | OrderAction)[] {
  const moves = movesOf(order, context.role);
  return [
    ...moves.filter((to) => moveRefusal(order, to, context, 'given when asked') === undefined),
    ...(Object.keys(ACTIONS) as OrderAction[]).filter((action) => mayAct(order, action, context)),
  ];
}
