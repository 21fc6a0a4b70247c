import { appointments } from '../appointments/documents';
import { HOLDING } from '../appointments/rules';
import { addDays } from '../calendar';
import type { Database } from '../db/client';
import { getHouse } from '../house/get-house';
import { GOING } from '../house/stages';
import { atelierMoment } from '../i18n/atelier-time';
import { dayKey } from '../i18n/format';
import { HOUSE_HORIZON_DAYS } from '../limits';
import { type OrderDocument, orders } from '../orders/documents';
import type { Promisable } from '../orders/promise-day';
import { commitmentsOf, type OpenTask, type PlannedOrder } from '../planner/commitments';
import { datedHouse } from '../planner/feasts';
import type { HouseHours } from '../planner/hours-left';
import type { HouseDays, Plan } from '../planner/plan';
import { tasks } from '../tasks/documents';
import { OPEN_STATUSES } from '../tasks/words';
import { findHands, type NamedHands } from './find-hands';

/** The whole house's work as the planner sees it, with what its lines are called. */
export interface HousePlan extends Plan {
  house: HouseDays & HouseHours;
  people: NamedHands[];
  /** The open tasks, for what is left of an order that is asked about. */
  tasks: (OpenTask & { title: string; version: number })[];
  promised: ReadonlyMap<string, Promisable & Pick<OrderDocument, 'number' | 'title' | 'clientId'>>;
}

/** As far as the house plans: each day on the way is counted, and a year that was mistyped takes no hand from anybody. */
export const furthestDay = (today: string): string => addDays(today, HOUSE_HORIZON_DAYS);

/** An order as a plan sees it. */
export const toPlanned = (order: Promisable): PlannedOrder => ({
  id: order._id.toHexString(),
  handsId: order.couturierId.toHexString(),
  garment: order.garment,
  stage: order.stage,
  kind: order.kind,
  workMinutes: order.workMinutes,
  promisedDay: order.promisedDate && dayKey(order.promisedDate),
  eventDay: order.eventDate && dayKey(order.eventDate),
});

/** Reads everybody's hands, what they promised, what is to be done, and the hours that are given away from today on. */
export async function readPlan(db: Database, now: Date): Promise<HousePlan> {
  const today = dayKey(now);
  const [house, people, going, work, held] = await Promise.all([
    getHouse(db),
    findHands(db),
    orders(db)
      .find(
        { stage: { $in: [...GOING] }, promisedDate: { $exists: true } },
        {
          projection: {
            number: 1,
            title: 1,
            clientId: 1,
            couturierId: 1,
            garment: 1,
            stage: 1,
            kind: 1,
            workMinutes: 1,
            promisedDate: 1,
            eventDate: 1,
          },
        },
      )
      .toArray(),
    tasks(db)
      .find(
        { status: { $in: [...OPEN_STATUSES] } },
        { projection: { title: 1, orderId: 1, assigneeId: 1, dueDate: 1, minutes: 1, version: 1 } },
      )
      .toArray(),
    appointments(db)
      .find(
        { start: { $gte: atelierMoment(today) }, status: { $in: [...HOLDING] } },
        { projection: { couturierId: 1, start: 1, minutes: 1 } },
      )
      .toArray(),
  ]);
  const open = work.map(({ _id, title, version, orderId, assigneeId, dueDate, minutes }) => ({
    id: _id.toHexString(),
    title,
    version,
    orderId: orderId?.toHexString(),
    handsId: assigneeId?.toHexString(),
    dueDay: dueDate && dayKey(dueDate),
    minutes,
  }));
  const days = datedHouse(house, today);
  return {
    today,
    house: days,
    people,
    work: commitmentsOf(days, going.map(toPlanned), open).filter(({ due }) => due <= furthestDay(today)),
    booked: held.map(({ couturierId, start, minutes }) => ({
      handsId: couturierId.toHexString(),
      day: dayKey(start),
      minutes,
    })),
    tasks: open,
    promised: new Map(going.map((order) => [order._id.toHexString(), order])),
  };
}
