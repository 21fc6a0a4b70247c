import type { AppointmentDto } from '../appointments/dto';
import type { Unanswered } from '../chat/list-unanswered';
import { askOf, openDefects } from '../orders/asks';
import type { OrderDto } from '../orders/answers';
import { paths } from '../paths';
import type { Waiting } from './schemas';

/** As much of somebody's words as a line shows. */
const WORDS = 160;

/** How pressing each kind is: what holds the work first, then who wrote for the first time, then the others. */
const WEIGHT: Record<Waiting['kind'], number> = {
  change: 0,
  defect: 1,
  conversation: 2,
  message: 3,
  appointment: 4,
  quote: 5,
};

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

/** What they say is wrong with what they have at home. */
const fromDefects = (order: OrderDto): Waiting[] =>
  openDefects(order)
    .slice(0, 1)
    .map(({ text, createdAt }) => ({
      kind: 'defect',
      id: order.id,
      clientName: order.clientName,
      orderTitle: order.title,
      ...(text ? { words: text.slice(0, WORDS) } : {}),
      since: createdAt,
      href: paths.atelier.order(order.id),
    }));

function fromConversation({ conversation, first }: Unanswered): Waiting[] {
  const last = conversation.lastMessage;
  if (!last) return [];
  return [
    {
      kind: first ? 'conversation' : 'message',
      id: conversation.id,
      clientName: conversation.client.name,
      ...(last.content ? { words: last.content.slice(0, WORDS) } : { sent: last.type }),
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
  defective: readonly OrderDto[] = [],
): Waiting[] {
  return [
    ...orders.flatMap(fromOrder),
    ...defective.flatMap(fromDefects),
    ...unanswered.flatMap(fromConversation),
    ...proposed.map(fromAppointment),
  ].sort((a, b) => WEIGHT[a.kind] - WEIGHT[b.kind] || a.since.localeCompare(b.since));
}
