import { type Filter, ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import { fold } from '../clients/fold';
import { findClientIdsByName } from '../clients/find-client';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { addDays, atelierMoment } from '../i18n/atelier-time';
import { dayKey } from '../i18n/format';
import { decodeCursor, type Page, toPage } from '../pagination';
import { type OrderDocument, orders } from './documents';
import { toOrder } from './dto';
import { scopeOf } from './repository';
import { type ListOrdersQuery, type OrderDto, PATH } from './schemas';
import { surroundingsOf } from './surroundings';

const DAY = 86_400_000;
const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Only orders that are not delivered yet can be due; `late` is a promise of before today, by the atelier's calendar. */
function dueFilter(due: NonNullable<ListOrdersQuery['due']>, now: Date): Filter<OrderDocument> {
  const going = { stage: { $in: PATH.filter((stage) => stage !== 'delivered') } };
  const today = Date.parse(`${dayKey(now)}T00:00:00Z`);
  if (due === 'none') return { ...going, promisedDate: { $exists: false } };
  if (due === 'late') return { ...going, promisedDate: { $lt: new Date(today) } };
  const end =
    due === 'week' ? today + 8 * DAY : due === 'month' ? today + 31 * DAY : Date.parse(`${due}T00:00:00Z`) + DAY;
  return { ...going, promisedDate: { $lt: new Date(end) } };
}

/** Orders with a payment of these days that was not reversed. */
function paidFilter(from: string | undefined, to: string | undefined): Filter<OrderDocument> {
  const paidAt = {
    ...(from ? { $gte: atelierMoment(from) } : {}),
    ...(to ? { $lt: atelierMoment(addDays(to, 1)) } : {}),
  };
  return { payments: { $elemMatch: { paidAt, reversed: { $exists: false } } } };
}

/** An id that cannot be one matches nothing, as an unknown one does. */
const idFilter = (value: string): ObjectId | { $in: [] } =>
  /^[0-9a-f]{24}$/i.test(value) ? new ObjectId(value) : { $in: [] };

function after(cursor: string | undefined): Filter<OrderDocument>[] {
  if (cursor === undefined) return [];
  const [time, id] = decodeCursor(cursor) ?? [];
  if (typeof time !== 'number' || typeof id !== 'string' || !ObjectId.isValid(id))
    throw new AppError('invalid_request');
  const createdAt = new Date(time);
  return [{ $or: [{ createdAt: { $lt: createdAt } }, { createdAt, _id: { $lt: new ObjectId(id) } }] }];
}

/**
 * Orders in scope, newest first.
 * @throws AppError invalid_request for a cursor that is not ours.
 */
export async function listOrders(db: Database, actor: Actor, input: ListOrdersQuery): Promise<Page<OrderDto>> {
  const filters: Filter<OrderDocument>[] = [scopeOf(actor), ...after(input.cursor)];
  if (input.stage) filters.push({ stage: { $in: input.stage } });
  if (input.clientId !== undefined) filters.push({ clientId: idFilter(input.clientId) });
  if (input.couturierId !== undefined) filters.push({ couturierId: idFilter(input.couturierId) });
  if (input.due) filters.push(dueFilter(input.due, new Date()));
  if (input.paidFrom ?? input.paidTo) filters.push(paidFilter(input.paidFrom, input.paidTo));
  if (input.q) {
    const words = fold(input.q);
    filters.push({
      $or: [{ searchText: { $regex: escape(words) } }, { clientId: { $in: await findClientIdsByName(db, words) } }],
    });
  }
  const rows = await orders(db)
    .find({ $and: filters })
    .sort({ createdAt: -1, _id: -1 })
    .limit(input.limit + 1)
    .toArray();
  const around = await surroundingsOf(db, rows);
  return toPage(
    rows,
    input.limit,
    (row) => toOrder(row, actor.role, around),
    (row) => [row.createdAt.getTime(), row._id.toHexString()],
  );
}
