import { setImmediate } from 'node:timers/promises';
import type { StaffActor } from '../actor';
import { findFalling } from '../absences/find-falling';
import { readHands } from '../absences/list-hands';
import type { Falling, HandDto } from '../absences/schemas';
import { handsOf } from '../absences/staff-scope';
import { type Days, isAtWork, returnFrom } from '../auth/rules';
import { addDays, mondayOf } from '../calendar';
import { listHouseUnanswered } from '../chat/list-house-unanswered';
import { listAwaited } from '../dashboard/list-awaited';
import type { Awaited } from '../dashboard/schemas';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError } from '../errors';
import { getHouse } from '../house/get-house';
import { intervalsOn } from '../house/rules';
import { GOING } from '../house/stages';
import { dayKey } from '../i18n/format';
import type { OrderDto } from '../orders/answers';
import { openDefects } from '../orders/asks';
import { listDefects } from '../orders/list-defects';
import { listOrders } from '../orders/list-orders';
import { listUnpaid } from '../orders/list-unpaid';
import { wholeOf } from '../pages';
import { loadByWeek } from '../planner/load';
import { type Danger, findDangers, laterDay, taskToGive } from '../promises/find-dangers';
import { type HousePlan, readPlan } from '../promises/read-plan';
import { handsName, namerOf, sayReasons } from '../promises/say-reasons';
import type {
  OverviewDanger,
  OverviewDto,
  OverviewHand,
  OverviewHelp,
  OverviewLeave,
  OverviewUnanswered,
} from './schemas';

const DANGERS = 6;
const UNANSWERED = 6;
const AWAITED = 40;
const WEEKS = 8;
const LEAVES = 8;
/** How far ahead absences, closings and feasts are shown. */
const LEAVES_DAYS = 120;

/** One tap for a danger; of a day that is over, and where no other hands would help, another day. */
function helpFor(plan: HousePlan, danger: Danger): OverviewHelp | undefined {
  const task = taskToGive(plan, danger);
  if (task)
    return {
      kind: 'task',
      taskId: task.taskId,
      version: task.version,
      title: task.title,
      minutes: task.minutes,
      couturierId: task.handsId,
      couturierName: handsName(plan, task.handsId),
      fromId: danger.handsId,
      degree: task.degree,
      day: task.day,
    };
  const day = danger.state === 'tight' ? undefined : laterDay(plan, danger);
  return day === undefined ? undefined : { kind: 'day', day };
}

async function toDangers(
  db: Database,
  plan: HousePlan,
  found: readonly Danger[],
  going: ReadonlyMap<string, OrderDto>,
): Promise<OverviewDanger[]> {
  const suffering = found.flatMap(({ reason }) => (reason?.kind === 'otherSuffers' ? [reason.id] : []));
  const called = await namerOf(db, plan, suffering);
  const dangers: OverviewDanger[] = [];
  for (const danger of found) {
    const order = going.get(danger.orderId);
    if (!order) continue;
    await setImmediate();
    const { handsId, reason } = danger;
    const judged = { degree: 'untenable' as const, reasons: reason ? [{ handsId, reason }] : [] };
    const [said] = sayReasons(plan, judged, called);
    dangers.push({
      orderId: order.id,
      title: order.title,
      clientName: order.clientName,
      plate: order.plate,
      day: danger.day,
      state: danger.state,
      handsName: handsName(plan, handsId),
      needed: danger.needed,
      reason: said,
      help: helpFor(plan, danger),
    });
  }
  return dangers;
}

/** Changes that a client asked for and nobody has answered. */
const changesIn = (going: readonly OrderDto[], actor: StaffActor): OverviewUnanswered[] =>
  going.flatMap((order) =>
    order.changeRequests
      .filter(({ status }) => status === 'open')
      .map((change) => ({
        kind: 'change' as const,
        id: order.id,
        clientName: order.clientName,
        couturierId: order.couturierId,
        couturierName: order.couturierName,
        own: order.couturierId === actor.id.toHexString(),
        orderTitle: order.title,
        changes: change.changes.map(({ field, to }) => ({ field, to })),
        since: change.createdAt,
      })),
  );

/** Defects that a client reported and nobody has answered. */
const defectsIn = (defective: readonly OrderDto[], actor: StaffActor): OverviewUnanswered[] =>
  defective.flatMap((order) =>
    openDefects(order).map(({ text, createdAt }) => ({
      kind: 'defect' as const,
      id: order.id,
      clientName: order.clientName,
      couturierId: order.couturierId,
      couturierName: order.couturierName,
      own: order.couturierId === actor.id.toHexString(),
      orderTitle: order.title,
      words: text,
      since: createdAt,
    })),
  );

/** The days of a week somebody would work if nobody were away. */
const usualDays = (plan: HousePlan, days: readonly string[], person: HousePlan['people'][number]): string[] =>
  days.filter(
    (day) =>
      intervalsOn(plan.house, day).length > 0 && isAtWork({ ...person.presence, available: true, away: [] }, day),
  );

function toPeople(plan: HousePlan, hands: readonly HandDto[], weeks: readonly string[]): OverviewHand[] {
  return plan.people.map((person) => {
    const loads = loadByWeek(plan, person.id, weeks.length);
    const hand = hands.find(({ id }) => id === person.id);
    const { presence } = person;
    return {
      id: person.id,
      name: person.name,
      weeklyHours: hand?.weeklyHours ?? person.weeklyHours,
      workingDays: hand?.workingDays ?? [...presence.workingDays],
      backOn: returnFrom(presence.away, plan.today) ?? (presence.available ? undefined : presence.backOn),
      weeks: weeks.map((monday, index) => {
        const ahead = Array.from({ length: 7 }, (_, at) => addDays(monday, at)).filter((day) => day >= plan.today);
        const usual = usualDays(plan, ahead, person);
        const { capacity = 0, taken = 0, over = 0 } = loads[index] ?? {};
        const away = usual.length > 0 && !usual.some((day) => isAtWork(presence, day));
        return { capacity, taken, over, away };
      }),
    };
  });
}

/** Somebody who is away until a day they named, without a planned absence. */
interface Gone extends Days {
  name: string;
  falling: Falling;
}

/** Who is away as their own line says, with what falls into it. */
async function findGone(db: Database, { people, today }: HousePlan, now: Date): Promise<Gone[]> {
  const gone = people.flatMap(({ id, name, presence: { available, backOn } }) =>
    available || backOn === undefined || backOn <= today
      ? []
      : [{ couturierId: toId(id), name, from: today, to: addDays(backOn, -1) }],
  );
  const falling = await findFalling(db, gone, now);
  return gone.map(({ name, from, to }, index) => ({
    name,
    from,
    to,
    falling: falling[index] ?? { appointments: [], orders: [] },
  }));
}

function toWeeks(plan: HousePlan): OverviewDto['hands']['weeks'] {
  const first = mondayOf(plan.today);
  return Array.from({ length: WEEKS }, (_, index) => {
    const monday = addDays(first, index * 7);
    const days = Array.from({ length: 7 }, (_unused, at) => addDays(monday, at));
    const closing = plan.house.closures.find(({ from }) => days.includes(from));
    const closed = days.every((day) => intervalsOn(plan.house, day).length === 0);
    return { monday, closed, closesOn: closed ? undefined : closing?.from };
  });
}

function toLeaves(plan: HousePlan, hands: readonly HandDto[], gone: readonly Gone[]): OverviewLeave[] {
  const until = addDays(plan.today, LEAVES_DAYS);
  const isNear = ({ from, to }: { from: string; to: string }): boolean => to >= plan.today && from <= until;
  const planned = hands.flatMap(({ name, absences }) => absences.filter(isNear).map((one) => ({ ...one, name })));
  const away = [...gone, ...planned].map(({ from, to, name, falling }) => ({
    kind: 'absence' as const,
    from,
    to,
    name,
    appointments: falling.appointments.length,
    orders: falling.orders.length,
  }));
  const closures = plan.house.closures
    .filter(isNear)
    .map(({ from, to, label }) => ({ kind: 'closure' as const, from, to, label }));
  const feasts = plan.house.feasts
    .filter(isNear)
    .map(({ from, to, label, feast, share }) => ({ kind: 'feast' as const, from, to, label, feast, share }));
  return [...away, ...closures, ...feasts].sort((a, b) => (a.from < b.from ? -1 : 1)).slice(0, LEAVES);
}

/**
 * The whole of the house for its owner: promises in danger with what would save each, who waits for an answer, what each pair of
 * hands has for eight weeks, what clients owe, and who is away when.
 * @throws AppError forbidden for anybody else
 */
export async function getOverview(db: Database, actor: StaffActor, now = new Date()): Promise<OverviewDto> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const [{ currency }, plan, hands, going, waiting, unpaid, defective] = await Promise.all([
    getHouse(db),
    readPlan(db, now),
    readHands(db, handsOf(actor), now),
    wholeOf((page) => listOrders(db, actor, { ...page, stage: [...GOING] })),
    listHouseUnanswered(db, actor, UNANSWERED, now),
    listUnpaid(db, actor, now),
    listDefects(db, actor),
  ]);
  const found = await findDangers(plan);
  const count = (state: Danger['state']): number => found.filter((one) => one.state === state).length;
  const dangers = await toDangers(db, plan, found.slice(0, DANGERS), new Map(going.map((order) => [order.id, order])));
  const asked = [...changesIn(going, actor), ...defectsIn(defective, actor)];
  const messages = waiting.items.map(({ conversationId, since, ...one }) => ({
    ...one,
    kind: 'message' as const,
    id: conversationId,
    own: one.couturierId === actor.id.toHexString(),
    since: since.toISOString(),
  }));
  const awaited = listAwaited([...going, ...unpaid]);
  const owing = (kind: Awaited['kind']): number => awaited.filter((one) => one.kind === kind).length;
  // A quote that nobody accepted is owed by nobody.
  const money = awaited.filter(({ kind }) => kind === 'deposit' || kind === 'balance');
  const weeks = toWeeks(plan);
  return {
    now: now.toISOString(),
    day: dayKey(now),
    counts: {
      late: count('late'),
      untenable: count('untenable'),
      tight: count('tight'),
      unanswered: waiting.count + asked.length,
      quotes: owing('quote'),
      approvals: owing('approval'),
      changes: owing('change'),
      toCollect: { amount: money.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0), currency },
    },
    dangers,
    unanswered: [...messages, ...asked].sort((a, b) => (a.since < b.since ? -1 : 1)).slice(0, UNANSWERED),
    hands: {
      weeks,
      people: toPeople(
        plan,
        hands,
        weeks.map(({ monday }) => monday),
      ),
    },
    awaited: awaited.slice(0, AWAITED),
    leaves: toLeaves(plan, hands, await findGone(db, plan, now)),
  };
}
