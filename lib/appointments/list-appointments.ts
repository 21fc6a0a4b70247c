import type { Filter } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { keyset, readPage } from '../db/keyset';
import { notFound } from '../errors';
import type { Page } from '../pages';
import { type AppointmentDocument, appointments } from './documents';
import { type AppointmentDto, toAppointmentOf, toAppointments } from './dto';
import type { ListAppointmentsQuery } from './schemas';
import { scopeOf } from './scope';

const EARLIEST = keyset<AppointmentDocument>(['start', 1, 'date']);

/**
 * Appointments in scope, earliest first.
 * @throws AppError invalid_request for a cursor that is not ours.
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
  ];
  const { rows, nextCursor } = await readPage(appointments(db), { $and: filters }, EARLIEST, query);
  return { items: await toAppointments(db, rows), nextCursor };
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
