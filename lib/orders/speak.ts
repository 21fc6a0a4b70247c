import type { ObjectId } from 'mongodb';
import { money } from '../money-schemas';
import type { OrderEventDocument } from './documents';
import type { OrderEventType } from './words';
import type { OrderPaper, SpokenEvent } from './schemas';

/** The paper an event is about. */
const PAPERS: Partial<Record<OrderEventType, OrderPaper['kind']>> = {
  quoteSent: 'quote',
  quoteAccepted: 'quote',
  quoteDeclined: 'quote',
  changeRequested: 'change',
  changeAnswered: 'change',
  changeApplied: 'change',
  changeWithdrawn: 'change',
  approvalSigned: 'approval',
};

/** The notification group of one paper: the next act on the same paper marks its earlier ones as read. */
export const paperGroup = (orderId: ObjectId, { kind, n }: Pick<OrderPaper, 'kind' | 'n'>): string =>
  `order:${orderId.toHexString()}:${kind}:${n}`;

/** The group of what needs no paper: of one order and one kind of thing, the newest that is unread stands for those before it. */
export const eventGroup = (orderId: ObjectId, type: OrderEventType): string => `order:${orderId.toHexString()}:${type}`;

/** What is said in the conversation without being about a paper. */
const PLAIN: ReadonlySet<OrderEventType> = new Set(['stageMoved', 'held', 'resumed', 'transferred']);

/** With these the paper lies on the table: the conversation shows it in their place. */
const opensPaper = ({ type, data }: OrderEventDocument): boolean =>
  type === 'quoteSent' || type === 'changeRequested' || (type === 'approvalSigned' && data['complete'] === false);

/** What the conversation of the two people is told of an event; `undefined` for what only the timeline keeps. */
export function spokenOf(event: OrderEventDocument): SpokenEvent | undefined {
  const kind = PAPERS[event.type];
  if (event.visibility !== 'client' || !(kind || PLAIN.has(event.type))) return undefined;
  const { n, fromName, toName } = event.data;
  // People are told by their names, as they were then.
  const handed = event.type === 'transferred';
  const from = handed ? String(fromName ?? '') : event.from;
  const to = handed ? String(toName ?? '') : event.to;
  const amount = money.safeParse(event.data['amount']);
  return {
    event: event.type,
    name: event.actorName,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(amount.success ? { amount: amount.data } : {}),
    ...(kind && typeof n === 'number' ? { paper: { kind, n, opens: opensPaper(event) } } : {}),
  };
}
