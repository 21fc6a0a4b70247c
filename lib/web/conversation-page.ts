import 'server-only';
import { type Actor, isStaff } from '../actor';
import type { AppointmentDto } from '../appointments/dto';
import { listAppointments } from '../appointments/list-appointments';
import { getConversation } from '../chat/get-conversation';
import { listMessages } from '../chat/list-messages';
import type { ConversationDto, MessagePageDto } from '../chat/schemas';
import type { ClientDto } from '../clients/dto';
import { readClient } from '../clients/find-client';
import { appDatabase } from '../db/client';
import { findOrderFor } from '../orders/find-order';
import type { OrderDto } from '../orders/answers';
import { orNotFound } from './or-not-found';

/** What a thread opens with: its newest page, and what is known of the order and the person beside it. */
export interface ConversationPage {
  conversation: ConversationDto;
  messages: MessagePageDto;
  order?: OrderDto;
  /** The orders whose papers lie in the newest page. */
  papers: OrderDto[];
  /** The client's file; for couturiers. */
  file?: ClientDto;
  next?: AppointmentDto;
}

const FIRST_PAGE = 40;

/** Reads one conversation with everything its page shows; what is not the reader's is the page's 404. */
export async function conversationPage(actor: Actor, id: string): Promise<ConversationPage> {
  const db = appDatabase();
  const conversation = await orNotFound(getConversation(db, actor, id));
  const { order, clientId, couturierId } = conversation;
  const [messages, orderRead, file, coming] = await Promise.all([
    orNotFound(listMessages(db, actor, id, { limit: FIRST_PAGE })),
    order && findOrderFor(db, actor, order.id),
    isStaff(actor) ? readClient(db, actor, clientId) : undefined,
    listAppointments(db, actor, { from: new Date(), clientId, couturierId, limit: 10 }),
  ]);
  const next = coming.items.find(({ status }) => status === 'confirmed' || status === 'proposed');
  const shown = messages.items.flatMap(({ system, orderId }) => (system?.paper?.opens && orderId ? [orderId] : []));
  // What cannot be read here is asked for again by the card itself, which says so.
  const read = await Promise.allSettled([...new Set(shown)].map((one) => findOrderFor(db, actor, one)));
  const papers = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return { conversation, messages, order: orderRead, papers, file, next };
}
