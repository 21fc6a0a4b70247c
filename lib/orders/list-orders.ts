import type { Filter } from 'mongodb';
import { type Actor, isStaff } from '../actor';
import { addDays, DAY_MS, dayStart } from '../calendar';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { GOING, type Stage } from '../house/stages';
import { atelierMoment } from '../i18n/atelier-time';
import { dayKey } from '../i18n/format';
import type { Page } from '../pages';
import type { OrderDocument } from './documents';
import { toOrder } from './dto';
import { scopeOf } from './repository';
import type { ListOrdersQuery } from './schemas';
import type { OrderDto } from './answers';
import { searchOrders } from './search-orders';
import { surroundingsOf } from './surroundings';

/** Only orders that are not delivered yet can be due; `late` is a promise of before today, by the atelier's calendar. */
function dueFilter(due: NonNullable<ListOrdersQuery['due']>, now: Date): Filter<OrderDocument> {
  const going = { stage: { $in: [...GOING] } };
  const today = dayStart(dayKey(now));
  if (due === 'none') return { ...going, promisedDate: { $exists: false } };
  if (due === 'late') return { ...going, promisedDate: { $lt: new Date(today) } };
  const end = due === 'week' ? today + 8 * DAY_MS : due === 'month' ? today + 31 * DAY_MS : dayStart(due) + DAY_MS;
  return { ...going, promisedDate: { $lt: new Date(end) } };
}

/** Orders that their client knows to be at one of these stages: of a move of the last minute nobody told them. */
const knownAt = (stages: readonly Stage[]): Filter<OrderDocument> => ({
  $or: [{ untold: { $exists: false }, stage: { $in: [...stages] } }, { 'untold.stage': { $in: [...stages] } }],
});

/** Orders with a payment of these days that was not reversed. */
function paidFilter(from: string | undefined, to: string | undefined): Filter<OrderDocument> {
  const paidAt = {
    ...(from ? { $gte: atelierMoment(from) } : {}),
    ...(to ? { $lt: atelierMoment(addDays(to, 1)) } : {}),
  };
  return { payments: { $elemMatch: { paidAt, reversed: { $exists: false } } } };
}

/**
 * Orders in scope, newest first; with `q` those in which every word is found, or in the name of their client.
 * @throws AppError invalid_request for a cursor that is not ours.
 */
export async function listOrders(db: Database, actor: Actor, input: ListOrdersQuery): Promise<Page<OrderDto>> {
  const filters: Filter<OrderDocument>[] = [scopeOf(actor)];
  if (input.stage) filters.push(isStaff(actor) ? { stage: { $in: input.stage } } : knownAt(input.stage));
  if (input.clientId !== undefined) filters.push({ clientId: toId(input.clientId) });
  if (input.couturierId !== undefined) filters.push({ couturierId: toId(input.couturierId) });
  if (input.kind) filters.push({ kind: input.kind === 'piece' ? { $ne: 'retouche' } : input.kind });
  if (input.defect) filters.push({ defectOpen: true });
  if (input.due) filters.push(dueFilter(input.due, new Date()));
  if (input.paidFrom ?? input.paidTo) filters.push(paidFilter(input.paidFrom, input.paidTo));
  const { rows, nextCursor } = await searchOrders(db, { $and: filters }, input);
  const around = await surroundingsOf(db, rows);
  return { items: rows.map((row) => toOrder(row, actor.role, around)), nextCursor };
}
