import type { AppointmentDto } from '../appointments/dto';
import type { Unanswered } from '../chat/list-unanswered';
import { askOf } from '../orders/asks';
import type { OrderDto } from '../orders/answers';
import { paths } from '../paths';
import type { Waiting } from './schemas';

/** How pressing each kind is: what holds the work first, then who wrote for the first time, then the others. */
const WEIGHT: Record<Waiting['kind'], number> = { change: 0, conversation: 1, message: 2, appointment: 3, quote: 4 };

function fromOrder(order: OrderDto): Waiting[] {
  const base = {
    id: order.id,
    clientName: order.clientName,
    orderTitle: order.title,
    href: paths.atelier.order(order.id),
  };
  const change = order.changeRequests.find(({ status }) => status === 'open');
  if (change) {
    const changes = change.changes.map(({ field, to }) => ({ field, to }));
    return [{ ...base, kind: 'change', changes, since: change.createdAt }];
  }
  return askOf(order, 'staff') === 'quoteToSend' ? [{ ...base, kind: 'quote', since: order.stageSince }] : [];
}

function fromConversation({ conversation, first }: Unanswered): Waiting[] {
  const last = conversation.lastMessage;
  if (!last) return [];
  return [
    {
      kind: first ? 'conversation' : 'message',
      id: conversation.id,
      clientName: conversation.client.name,
      ...(last.content ? { words: last.content.slice(0, 160) } : { sent: last.type }),
      ...(conversation.order ? { orderTitle: conversation.order.title } : {}),
      since: last.createdAt,
      href: paths.atelier.conversation(conversation.id),
    },
  ];
}

const fromAppointment = (one: AppointmentDto): Waiting => ({
  kind: 'appointment',
  id: one.id,
  clientName: one.clientName,
  ...(one.order ? { orderTitle: one.order.title } : {}),
  at: one.start,
  since: one.updatedAt,
  href: paths.atelier.appointment(one.id),
});

/** Who waits for the couturier, the most pressing kind first and the longest wait before the others of its kind. */
export function listWaiting(
  orders: readonly OrderDto[],
  unanswered: readonly Unanswered[],
  proposed: readonly AppointmentDto[],
): Waiting[] {
  return [...orders.flatMap(fromOrder), ...unanswered.flatMap(fromConversation), ...proposed.map(fromAppointment)].sort(
    (a, b) => WEIGHT[a.kind] - WEIGHT[b.kind] || a.since.localeCompare(b.since),
  );
}
