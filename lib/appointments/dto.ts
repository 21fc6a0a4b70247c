import type { ObjectId } from 'mongodb';
import type { z } from 'zod';
import { staffNamesOf } from '../auth/staff-names';
import { clientNamesOf } from '../clients/find-client';
import type { Database } from '../db/client';
import { leaving } from '../db/leaves';
import { type OrderSummary, orderSummaries } from '../orders/order-summaries';
import { type AppointmentDocument, storedAppointment } from './documents';
import { endOf } from './rules';
import type { appointmentDto } from './schemas';

/** An appointment as it leaves. */
export type AppointmentDto = z.infer<typeof appointmentDto>;

interface Relations {
  clientNames: ReadonlyMap<string, string>;
  staffNames: ReadonlyMap<string, string>;
  orders: ReadonlyMap<string, OrderSummary>;
}

async function relationsOf(db: Database, list: readonly AppointmentDocument[]): Promise<Relations> {
  const orderIds = list.map((one) => one.orderId).filter((id): id is ObjectId => id !== undefined);
  const [clientNames, staffNames, orders] = await Promise.all([
    clientNamesOf(
      db,
      list.map((one) => one.clientId),
    ),
    staffNamesOf(
      db,
      list.map((one) => one.couturierId),
    ),
    orderSummaries(db, orderIds),
  ]);
  return { clientNames, staffNames, orders };
}

const writeAppointment = leaving(storedAppointment);

function toAppointment(appointment: AppointmentDocument, relations: Relations): AppointmentDto {
  const order = appointment.orderId && relations.orders.get(appointment.orderId.toHexString());
  return {
    ...writeAppointment(appointment),
    id: appointment._id.toHexString(),
    clientName: relations.clientNames.get(appointment.clientId.toHexString()) ?? '',
    couturierName: relations.staffNames.get(appointment.couturierId.toHexString()) ?? '',
    order: order && { id: order.id.toHexString(), number: order.number, title: order.title },
    end: endOf(appointment).toISOString(),
  };
}

/** Shapes a list, with the names of its people and the titles of its orders read once for all. */
export async function toAppointments(db: Database, list: readonly AppointmentDocument[]): Promise<AppointmentDto[]> {
  const relations = await relationsOf(db, list);
  return list.map((one) => toAppointment(one, relations));
}

/** Shapes one. */
export const toAppointmentOf = async (db: Database, appointment: AppointmentDocument): Promise<AppointmentDto> =>
  toAppointment(appointment, await relationsOf(db, [appointment]));
