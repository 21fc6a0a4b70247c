import { type Filter, ObjectId } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { decodeCursor, type Page, toPage } from '../pagination';
import { type OrderEventDocument, orderEvents } from './documents';
import { toEvent } from './dto';
import { findOrder, scopeOf } from './repository';
import type { ListEventsQuery, OrderEventDto } from './schemas';

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
  const filters: Filter<OrderEventDocument>[] = [{ orderId: order._id }];
  if (!isStaff(actor)) filters.push({ visibility: 'client' });
  if (input.cursor !== undefined) {
    const [time, last] = decodeCursor(input.cursor) ?? [];
    if (typeof time !== 'number' || typeof last !== 'string' || !ObjectId.isValid(last))
      throw new AppError('invalid_request');
    const at = new Date(time);
    filters.push({ $or: [{ at: { $lt: at } }, { at, _id: { $lt: new ObjectId(last) } }] });
  }
  const rows = await orderEvents(db)
    .find({ $and: filters })
    .sort({ at: -1, _id: -1 })
    .limit(input.limit + 1)
    .toArray();
  return toPage(rows, input.limit, toEvent, (row) => [row.at.getTime(), row._id.toHexString()]);
}
