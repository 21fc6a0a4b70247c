import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { keyset, readPage } from '../db/keyset';
import { notFound } from '../errors';
import type { Page } from '../pages';
import { type OrderEventDocument, orderEvents } from './documents';
import { toEvent } from './dto';
import { findOrder, scopeOf } from './repository';
import type { ListEventsQuery } from './schemas';
import type { OrderEventDto } from './answers';
import { toldEvent } from './told-event';

const NEWEST = keyset<OrderEventDocument>(['at', -1, 'date']);

/**
 * The timeline of an order, newest first; a client reads the events meant for both.
 * @throws AppError not_found for an order that is not theirs, invalid_request for a cursor that is not ours.
 */
export async function listEvents(
  db: Database,
  actor: Actor,
  id: string,
  input: ListEventsQuery,
): Promise<Page<OrderEventDto>> {
  const order = await findOrder(db, scopeOf(actor), toId(id));
  if (!order) throw notFound();
  const filter = { orderId: order._id, ...(isStaff(actor) ? {} : { visibility: 'client' as const }) };
  const { rows, nextCursor } = await readPage(orderEvents(db), filter, NEWEST, input);
  return { items: rows.map((row) => toEvent(isStaff(actor) ? row : toldEvent(row))), nextCursor };
}
