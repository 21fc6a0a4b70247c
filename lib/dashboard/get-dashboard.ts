import { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { listHeld } from '../appointments/list-held';
import type { AppointmentDto } from '../appointments/dto';
import { addDays, mondayOf } from '../calendar';
import { listUnanswered } from '../chat/list-unanswered';
import type { Database } from '../db/client';
import { getHouse } from '../house/get-house';
import { hoursFor, intervalsOn } from '../house/rules';
import type { HouseDocument } from '../house/documents';
import { atelierMoment, minuteOfDay } from '../i18n/atelier-time';
import { dayKey } from '../i18n/format';
import { listOrders } from '../orders/list-orders';
import type { OrderDto } from '../orders/answers';
import { GOING, stageIndex } from '../house/stages';
import type { TaskDto } from '../tasks/dto';
import { listWork, minutesLeft } from '../tasks/list-work';
import { listAwaited } from './list-awaited';
import { listWaiting } from './list-waiting';
import { type Capacity, capacityOf, planWeek } from './plan-week';
import { freeMinutes, promiseState, tapeOf } from './rules';
import type { DashboardDto, DayAppointment, DayTask, Promised } from './schemas';
import { wholeOf } from '../pagination';

/** Promises shown, and how far ahead appointments are read to judge them. */
const PROMISES = 5;
const AHEAD_DAYS = 120;

const goingOrders = (db: Database, actor: StaffActor): Promise<OrderDto[]> =>
  wholeOf((page) => listOrders(db, actor, { ...page, stage: [...GOING], couturierId: actor.id.toHexString() }));

const toDayAppointment = (one: AppointmentDto): DayAppointment => ({
  id: one.id,
  kind: one.kind,
  clientName: one.clientName,
  orderTitle: one.order?.title,
  start: one.start,
  minutes: one.minutes,
  status: one.status,
});

const toDayTask = (task: TaskDto): DayTask => ({
  id: task.id,
  title: task.title,
  status: task.status,
  dueDate: task.dueDate,
  minutes: task.minutes,
  blockedReason: task.blockedReason,
  doneAt: task.doneAt,
  orderTitle: task.order?.title,
  clientName: task.clientName,
  stage: task.order?.stage,
});

/** What is on today's list: what is late or due, what is under the hands, and what is already done today. */
const isOfToday = (task: TaskDto, today: string): boolean =>
  task.status === 'done'
    ? task.doneAt !== undefined && dayKey(task.doneAt) === today
    : task.status === 'doing' || (task.dueDate !== undefined && dayKey(task.dueDate) <= today);

/** Late first, then by day; what waits after what can be done, what is done at the end. */
const RANK: Record<TaskDto['status'], number> = { doing: 0, todo: 0, blocked: 1, done: 2 };
const byPressure = (a: TaskDto, b: TaskDto): number =>
  RANK[a.status] - RANK[b.status] || (a.dueDate ?? '9').localeCompare(b.dueDate ?? '9') || a.position - b.position;

interface Hands {
  today: string;
  capacity: Capacity;
  work: readonly TaskDto[];
  held: readonly AppointmentDto[];
}

/** Minutes of one's own that are left for one order up to a day: the hands, less other work and appointments. */
function freeUntil(day: string, orderId: string, { today, capacity, work, held }: Hands): number {
  let hands = 0;
  for (let at = today; at <= day; at = addDays(at, 1)) hands += capacity(at);
  const others = work
    .filter((task) => task.status !== 'done' && task.orderId !== orderId)
    .filter((task) => task.dueDate !== undefined && dayKey(task.dueDate) <= day)
    .reduce((sum, task) => sum + (task.minutes ?? 0), 0);
  const booked = held
    .filter((one) => dayKey(one.start) >= today && dayKey(one.start) <= day)
    .reduce((sum, one) => sum + one.minutes, 0);
  return Math.max(0, hands - others - booked);
}

/** Work left: what the board says, else the hours the house gives to the stages that are still to come. */
function neededFor(order: OrderDto, left: ReadonlyMap<string, number>, house: HouseDocument): number {
  const planned = left.get(order.id);
  if (planned !== undefined) return planned;
  const hours = hoursFor(house, order.garment);
  const ahead = GOING.filter((stage) => stageIndex(stage) > stageIndex(order.stage));
  return Math.round(ahead.reduce((sum, stage) => sum + hours[stage], 0) * 60);
}

async function promisesOf(
  db: Database,
  house: HouseDocument,
  orders: readonly OrderDto[],
  hands: Hands,
): Promise<Promised[]> {
  const next = orders
    .flatMap((order) => (order.promisedDate ? [{ ...order, promisedDate: order.promisedDate }] : []))
    .sort((a, b) => a.promisedDate.localeCompare(b.promisedDate))
    .slice(0, PROMISES);
  const left = await minutesLeft(
    db,
    next.map(({ id }) => new ObjectId(id)),
  );
  return next.map((order) => {
    const day = dayKey(order.promisedDate);
    const needed = neededFor(order, left, house);
    const free = freeUntil(day, order.id, hands);
    return {
      orderId: order.id,
      title: order.title,
      clientName: order.clientName,
      promisedDate: order.promisedDate,
      stage: order.stage,
      plate: order.plate,
      state: promiseState(day, hands.today, needed, free),
      needed,
      free,
    };
  });
}

/** The couturier's day: who comes, what is to be done, who waits, what is waited for, what is promised. */
export async function getDashboard(db: Database, actor: StaffActor, now = new Date()): Promise<DashboardDto> {
  const today = dayKey(now);
  const monday = mondayOf(today);
  const [house, orders, work, held, unanswered] = await Promise.all([
    getHouse(db),
    goingOrders(db, actor),
    listWork(db, actor, atelierMoment(monday)),
    listHeld(db, actor.id, atelierMoment(monday), atelierMoment(addDays(today, AHEAD_DAYS))),
    listUnanswered(db, actor),
  ]);
  const capacity = await capacityOf(db, actor, house);
  const appointments = held.filter((one) => dayKey(one.start) === today);
  const spans = appointments.map((one) => {
    const from = minuteOfDay(one.start);
    return { from, to: from + one.minutes };
  });
  const intervals = intervalsOn(house, today);
  const list = work.filter((task) => isOfToday(task, today)).sort(byPressure);
  const proposed = held.filter(
    (one) => one.status === 'proposed' && one.proposedBy === 'client' && new Date(one.start) > now,
  );
  const hands: Hands = { today, capacity, work, held };
  return {
    now: now.toISOString(),
    day: today,
    tape: tapeOf(intervals, spans),
    appointments: appointments.map(toDayAppointment),
    tasks: list.map(toDayTask),
    planned: list.reduce((sum, task) => sum + (task.minutes ?? 0), 0),
    free: freeMinutes(intervals, minuteOfDay(now), spans),
    week: planWeek(today, capacity, work, held),
    waiting: listWaiting(orders, unanswered, proposed),
    awaited: listAwaited(
      orders,
      work.filter((task) => task.status === 'blocked'),
    ),
    promises: await promisesOf(db, house, orders, hands),
  };
}
