import { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { listHeld } from '../appointments/list-held';
import type { AppointmentDto } from '../appointments/dto';
import { addDays, mondayOf } from '../calendar';
import { listUnanswered } from '../chat/list-unanswered';
import type { Database } from '../db/client';
import { getHouse } from '../house/get-house';
import { intervalsOn } from '../house/rules';
import { atelierMoment, minuteOfDay } from '../i18n/atelier-time';
import { dayKey } from '../i18n/format';
import { listDefects } from '../orders/list-defects';
import { listOrders } from '../orders/list-orders';
import type { OrderDto } from '../orders/answers';
import { GOING } from '../house/stages';
import { dayOf } from '../planner/capacity';
import { datedHouse } from '../planner/feasts';
import { commitmentsOf, type OpenTask } from '../planner/commitments';
import type { HouseHours } from '../planner/hours-left';
import type { Hands, HouseDays, Plan } from '../planner/plan';
import { verdict } from '../planner/verdict';
import { stateOf } from '../promises/promise-state';
import type { TaskDto } from '../tasks/dto';
import { listWork, minutesLeft } from '../tasks/list-work';
import { listAwaited } from './list-awaited';
import { listWaiting } from './list-waiting';
import { handsOf, planWeek } from './plan-week';
import { freeMinutes, tapeOf } from './rules';
import type { DashboardDto, DayAppointment, DayTask, Promised } from './schemas';
import { wholeOf } from '../pages';

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

/** One's own plan: what one promised, what one has to do besides, and the hours that are given away. */
async function planOf(
  db: Database,
  house: HouseDays & HouseHours,
  today: string,
  hands: Hands,
  { orders, work, held }: { orders: readonly OrderDto[]; work: readonly TaskDto[]; held: readonly AppointmentDto[] },
): Promise<Plan> {
  const promised = orders.flatMap(({ id, garment, stage, kind, workMinutes, promisedDate, eventDate }) =>
    promisedDate
      ? [
          {
            id,
            garment,
            stage,
            kind,
            workMinutes,
            handsId: hands.id,
            promisedDay: dayKey(promisedDate),
            eventDay: eventDate && dayKey(eventDate),
          },
        ]
      : [],
  );
  const left = await minutesLeft(
    db,
    promised.map(({ id }) => new ObjectId(id)),
  );
  const ids = new Set(promised.map(({ id }) => id));
  const tasks: OpenTask[] = [
    // Whoever does them, it is one's own promise.
    ...[...left].map(([id, minutes]) => ({ id, orderId: id, handsId: hands.id, minutes })),
    ...work
      .filter(({ status, orderId }) => status !== 'done' && !(orderId && ids.has(orderId)))
      .map(({ id, dueDate, minutes }) => ({ id, handsId: hands.id, dueDay: dueDate && dayKey(dueDate), minutes })),
  ];
  const booked = held.map(({ start, minutes }) => ({ handsId: hands.id, day: dayKey(start), minutes }));
  return { today, house, people: [hands], work: commitmentsOf(house, promised, tasks), booked };
}

function promisesOf(orders: readonly OrderDto[], plan: Plan, handsId: string): Promised[] {
  return orders
    .flatMap((order) => (order.promisedDate ? [{ ...order, promisedDate: order.promisedDate }] : []))
    .sort((a, b) => a.promisedDate.localeCompare(b.promisedDate))
    .slice(0, PROMISES)
    .map((order) => {
      const parts = plan.work.filter(({ id }) => id === order.id).flatMap((one) => one.parts);
      const said = verdict(plan, { id: order.id, handsId, parts }, dayKey(order.promisedDate));
      return {
        orderId: order.id,
        title: order.title,
        clientName: order.clientName,
        promisedDate: order.promisedDate,
        stage: order.stage,
        plate: order.plate,
        state: stateOf(said.day, said.reasons, plan.today),
        needed: said.needed,
        free: said.free,
      };
    });
}

/** The couturier's day: who comes, what is to be done, who waits, what is waited for, what is promised. */
export async function getDashboard(db: Database, actor: StaffActor, now = new Date()): Promise<DashboardDto> {
  const today = dayKey(now);
  const monday = mondayOf(today);
  const [house, orders, work, held, unanswered, defective] = await Promise.all([
    getHouse(db),
    goingOrders(db, actor),
    listWork(db, actor, atelierMoment(monday)),
    listHeld(db, actor.id, atelierMoment(monday), atelierMoment(addDays(today, AHEAD_DAYS))),
    listUnanswered(db, actor),
    listDefects(db, actor, actor.id.toHexString()),
  ]);
  const hands = await handsOf(db, actor);
  const days = datedHouse(house, today);
  const capacity = dayOf(hands, days);
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
  const plan = await planOf(db, days, today, hands, { orders, work, held });
  return {
    now: now.toISOString(),
    day: today,
    tape: tapeOf(intervals, spans),
    appointments: appointments.map(toDayAppointment),
    tasks: list.map(toDayTask),
    planned: list.reduce((sum, task) => sum + (task.minutes ?? 0), 0),
    free: freeMinutes(intervals, minuteOfDay(now), spans),
    week: planWeek(today, capacity, work, held),
    waiting: listWaiting(orders, unanswered, proposed, defective),
    awaited: listAwaited(
      orders,
      work.filter((task) => task.status === 'blocked'),
    ),
    promises: promisesOf(orders, plan, hands.id),
  };
}
