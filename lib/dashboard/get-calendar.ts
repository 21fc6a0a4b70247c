import type { StaffActor } from '../actor';
import type { AppointmentDto } from '../appointments/dto';
import { listAppointments } from '../appointments/list-appointments';
import { listHeld } from '../appointments/list-held';
import { addDays, mondayOf } from '../calendar';
import type { Database } from '../db/client';
import { getHouse } from '../house/get-house';
import { intervalsOn } from '../house/rules';
import { atelierMoment } from '../i18n/atelier-time';
import { dayKey } from '../i18n/format';
import { listOrders } from '../orders/list-orders';
import { wholeOf } from '../pages';
import { GOING } from '../house/stages';
import { listWork } from '../tasks/list-work';
import { dayOf } from '../planner/capacity';
import { datedHouse } from '../planner/feasts';
import { handsOf, plannedOn } from './plan-week';
import type { Calendar } from './schemas';

/** A week of the house, and how much of each day the reader's own work fills. */
export async function getCalendar(
  db: Database,
  actor: StaffActor,
  wanted?: string,
  now = new Date(),
): Promise<Calendar & { appointments: AppointmentDto[] }> {
  const today = dayKey(now);
  const monday = mondayOf(wanted ?? today);
  const from = atelierMoment(monday);
  const to = atelierMoment(addDays(monday, 7));
  const [house, work, held, appointments, orders] = await Promise.all([
    getHouse(db),
    listWork(db, actor, from),
    listHeld(db, actor.id, from, to),
    wholeOf((page) => listAppointments(db, actor, { ...page, from, to })),
    wholeOf((page) => listOrders(db, actor, { ...page, stage: [...GOING] })),
  ]);
  const capacity = dayOf(await handsOf(db, actor), datedHouse(house, today));
  const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((day) => ({
    day,
    planned: plannedOn(day, today, work, held),
    capacity: capacity(day),
    hours: intervalsOn(house, day),
    promises: orders
      .filter((order) => order.promisedDate && dayKey(order.promisedDate) === day)
      .map(({ id, title, clientName }) => ({ id, title, clientName })),
  }));
  return { monday, from: from.toISOString(), to: to.toISOString(), now: now.toISOString(), days, appointments };
}
