import { type Filter, ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { decodeCursor, encodeCursor, type Page } from '../pagination';
import { type AppointmentDocument, appointments } from './documents';
import { type AppointmentDto, toAppointmentOf, toAppointments } from './dto';
import type { ListAppointmentsQuery } from './schemas';
import { scopeOf } from './scope';

function after(cursor: string): Filter<AppointmentDocument> {
  const [at, id] = decodeCursor(cursor) ?? [];
  if (typeof at !== 'number' || typeof id !== 'string' || !ObjectId.isValid(id)) throw new AppError('invalid_request');
  const start = new Date(at);
  return { $or: [{ start: { $gt: start } }, { start, _id: { $gt: new ObjectId(id) } }] };
}

/**
 * Appointments in scope, earliest first.
 * @throws AppError invalid_request for a cursor that is not ours, not_found for an id that cannot be one.
 */
export async function listAppointments(
  db: Database,
  actor: Actor,
  query: ListAppointmentsQuery,
): Promise<Page<AppointmentDto>> {
  const start = { ...(query.from ? { $gte: query.from } : {}), ...(query.to ? { $lt: query.to } : {}) };
  const filters: Filter<AppointmentDocument>[] = [
    scopeOf(actor),
    {
      ...(Object.keys(start).length > 0 ? { start } : {}),
      ...(query.couturierId ? { couturierId: toId(query.couturierId) } : {}),
      ...(query.clientId ? { clientId: toId(query.clientId) } : {}),
      ...(query.orderId ? { orderId: toId(query.orderId) } : {}),
      ...(query.status ? { status: query.status } : {}),
    },
    ...(query.cursor ? [after(query.cursor)] : []),
  ];
  const rows = await appointments(db)
    .find({ $and: filters })
    .sort({ start: 1, _id: 1 })
    .limit(query.limit + 1)
    .toArray();
  const kept = rows.slice(0, query.limit);
  const last = kept.at(-1);
  return {
    items: await toAppointments(db, kept),
    nextCursor: rows.length > query.limit && last ? encodeCursor([last.start.getTime(), last._id.toHexString()]) : null,
  };
}

/**
 * One appointment in scope.
 * @throws AppError not_found.
 */
export async function readAppointment(db: Database, actor: Actor, id: string): Promise<AppointmentDto> {
  const found = await appointments(db).findOne({ $and: [{ _id: toId(id) }, scopeOf(actor)] });
  if (!found) throw notFound();
  return toAppointmentOf(db, found);
}
