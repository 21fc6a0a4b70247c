import type { OrderDto } from '../orders/answers';
import { endedEarly, stageIndex } from '../house/stages';
import { paths } from '../paths';
import type { TaskDto } from '../tasks/dto';
import type { Awaited, RemindClientInput } from './schemas';
import type { Side } from '../orders/words';

/** What an order waits for from its client, in the order of the work; each may be reminded of. */
export function awaitedOf(order: OrderDto): (Awaited & { kind: RemindClientInput['about'] })[] {
  if (endedEarly(order.stage)) return [];
  const base = {
    id: order.id,
    clientName: order.clientName,
    title: order.title,
    href: paths.atelier.order(order.id),
    remindable: order.clientHasAccount,
    ...(order.promisedDate ? { promisedDate: order.promisedDate } : {}),
  };
  const { balance, stageSince: since } = order;
  const owes = balance !== undefined && balance.amount > 0;
  // Finished or handed over, nothing but its money is waited for.
  if (order.stage === 'ready' || order.stage === 'delivered')
    return owes ? [{ ...base, kind: 'balance', amount: balance, since }] : [];
  const found: (Awaited & { kind: RemindClientInput['about'] })[] = [];
  const sheet = order.cuttingApprovals.at(-1);
  const signed = (side: Side) => sheet?.signatures.some((one) => one.side === side) ?? false;
  if (sheet?.status === 'awaiting' && signed('house') && !signed('client'))
    found.push({ ...base, kind: 'approval', since: sheet.createdAt });
  const change = order.changeRequests.find(({ status }) => status === 'answered');
  if (change) found.push({ ...base, kind: 'change', since: change.answer?.at ?? change.createdAt });
  const open = order.quotes.find(({ status }) => status === 'open');
  if (open && order.stage === 'quoted')
    found.push({ ...base, kind: 'quote', amount: open.total, since: open.createdAt });
  const accepted = order.quotes.find(({ status }) => status === 'accepted');
  const missing = (accepted?.deposit.amount.amount ?? 0) - order.paid.amount;
  if (accepted && missing > 0 && stageIndex(order.stage) >= stageIndex('confirmed'))
    found.push({
      ...base,
      kind: 'deposit',
      amount: { amount: missing, currency: accepted.total.currency },
      since: accepted.answeredAt ?? accepted.createdAt,
    });
  return found;
}

const ofTask = (task: TaskDto): Awaited => ({
  kind: 'task',
  id: task.id,
  title: task.title,
  since: task.updatedAt,
  href: `${paths.atelier.tasks}?task=${task.id}`,
  remindable: false,
  ...(task.clientName ? { clientName: task.clientName } : {}),
  ...(task.blockedReason ? { reason: task.blockedReason } : {}),
});

const WEIGHT: Record<Awaited['kind'], number> = { approval: 0, change: 1, deposit: 2, quote: 3, balance: 4, task: 5 };

/** What is waited for: the gravest kind first, the longest wait before the others of its kind. */
export const listAwaited = (orders: readonly OrderDto[], blocked: readonly TaskDto[] = []): Awaited[] =>
  [...orders.flatMap(awaitedOf), ...blocked.map(ofTask)].sort(
    (a, b) => WEIGHT[a.kind] - WEIGHT[b.kind] || a.since.localeCompare(b.since),
  );
