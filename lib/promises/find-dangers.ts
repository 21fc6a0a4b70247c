import { setImmediate } from 'node:timers/promises';
import { commitmentsOf, type PlannedOrder } from '../planner/commitments';
import type { Reason } from '../planner/plan';
import { DEGREES, type Degree } from '../planner/words';
import { earliestOf, judgeDay, type Judged, type Piece } from './judge';
import { pieceOfOrder } from './piece-of-order';
import { type PromiseState, stateOf } from './promise-state';
import { type HousePlan, toPlanned } from './read-plan';

/** One task given to other hands, after which the day holds better than before. */
export interface TaskToGive {
  taskId: string;
  version: number;
  title: string;
  minutes: number;
  handsId: string;
  /** What the day then is. */
  degree: Degree;
  /** Of a day that is over: the first that then holds. */
  day?: string;
}

/** A promised day that is over, beyond the hands, or without a reserve. Times are minutes. */
export interface Danger {
  orderId: string;
  day: string;
  state: Exclude<PromiseState, 'onTime'>;
  /** Whose hands are short; of a day that is over, whose piece it is. */
  handsId: string;
  /** Work that is left of it. */
  needed: number;
  /** The gravest that speaks against the day. */
  reason?: Reason;
}

/** Tasks and people that are tried for one piece: the shortest first, since it is the least that is asked of anybody. */
const TASKS_TRIED = 4;
const PEOPLE_TRIED = 6;

/** After every day. */
const NEVER = '9';

const GRAVITY: Record<Danger['state'], number> = { late: 0, untenable: 1, tight: 2 };
const OF_HANDS: readonly Reason['kind'][] = ['beyondHands', 'otherSuffers', 'littleMargin'];

const needOf = ({ shares }: Piece): number =>
  shares.flatMap(({ parts }) => parts).reduce((sum, { minutes }) => sum + minutes, 0);

const gravest = ({ reasons }: Judged): Judged['reasons'][number] | undefined =>
  [...reasons]
    .filter(({ reason }) => OF_HANDS.includes(reason.kind))
    .sort((a, b) => OF_HANDS.indexOf(a.reason.kind) - OF_HANDS.indexOf(b.reason.kind))[0];

/** The promised orders of a plan. A piece that is ready waits for its client: its day is not the atelier's to save any more. */
const promisedOf = (plan: HousePlan): PlannedOrder[] =>
  [...plan.promised.values()].filter(({ stage }) => stage !== 'ready').map(toPlanned);

function dangerOf(plan: HousePlan, order: PlannedOrder): Danger | undefined {
  const day = order.promisedDay;
  const piece = pieceOfOrder(plan, order);
  if (day === undefined || !piece) return undefined;
  const base = { orderId: order.id, day, needed: needOf(piece) };
  // Nothing is left to judge of a day that is over.
  if (day < plan.today) return { ...base, state: 'late', handsId: order.handsId };
  const judged = judgeDay(plan, piece, day);
  const state = stateOf(
    day,
    judged.reasons.map(({ reason }) => reason),
    plan.today,
  );
  const worst = gravest(judged);
  if (state === 'onTime' || state === 'late' || !worst) return undefined;
  return { ...base, state, handsId: worst.handsId, reason: worst.reason };
}

/** All promised days that are in danger, the gravest first, then by day. Between two orders others have their turn. */
export async function findDangers(plan: HousePlan): Promise<Danger[]> {
  const found: Danger[] = [];
  for (const order of promisedOf(plan)) {
    const danger = dangerOf(plan, order);
    if (danger) found.push(danger);
    await setImmediate();
  }
  return found.sort((a, b) => GRAVITY[a.state] - GRAVITY[b.state] || (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** How the promised days of these orders stand, by their ids. Orders without one, ready or over are left out. */
export async function statesOf(plan: HousePlan, orderIds: readonly string[]): Promise<Map<string, PromiseState>> {
  const states = new Map<string, PromiseState>();
  for (const id of orderIds) {
    const order = orderIn(plan, id);
    if (!order || order.stage === 'ready') continue;
    states.set(id, dangerOf(plan, order)?.state ?? 'onTime');
    await setImmediate();
  }
  return states;
}

const orderIn = (plan: HousePlan, orderId: string): PlannedOrder | undefined => {
  const order = plan.promised.get(orderId);
  return order && toPlanned(order);
};

/** Each open task of the piece that the short hands have, in each other's: the piece as it would then be, and the plan with it. */
function* givings(plan: HousePlan, order: PlannedOrder, piece: Piece, handsId: string) {
  const board = plan.tasks.filter((task) => task.orderId === order.id);
  const theirs = board
    .filter((task) => (task.handsId ?? order.handsId) === handsId && (task.minutes ?? 0) > 0)
    .sort((a, b) => (a.minutes ?? 0) - (b.minutes ?? 0))
    .slice(0, TASKS_TRIED);
  const others = plan.people.filter(({ id }) => id !== handsId).slice(0, PEOPLE_TRIED);
  const elsewhere = plan.work.filter(({ id }) => id !== order.id);
  for (const task of theirs)
    for (const { id } of others) {
      const given = board.map((one) => (one.id === task.id ? { ...one, handsId: id } : one));
      const shares = commitmentsOf(plan.house, [order], given);
      const { id: taskId, version, title, minutes = 0 } = task;
      yield {
        task: { taskId, version, title, minutes, handsId: id },
        plan: { ...plan, work: [...elsewhere, ...shares] },
        piece: { ...piece, shares },
      };
    }
}

/**
 * The one open task of the piece that would save its day in other hands: the shortest that makes the day hold, else the shortest
 * that makes it better; of a day that is over, the one that has the piece ready first. Nothing where none does, and where the piece
 * has no board.
 */
export function taskToGive(plan: HousePlan, { orderId, day, handsId }: Danger): TaskToGive | undefined {
  const order = orderIn(plan, orderId);
  const piece = order && pieceOfOrder(plan, order);
  if (!order || !piece) return undefined;
  const isOver = day < plan.today;
  let best: TaskToGive | undefined;
  let first = isOver ? (earliestOf(plan, piece) ?? NEVER) : '';
  let rank = isOver ? 0 : DEGREES.indexOf(judgeDay(plan, piece, day).degree);
  for (const { task, ...given } of givings(plan, order, piece, handsId)) {
    if (isOver) {
      const ready = earliestOf(given.plan, given.piece) ?? NEVER;
      if (ready < first) best = { ...task, degree: 'holds', day: (first = ready) };
      continue;
    }
    const { degree } = judgeDay(given.plan, given.piece, day);
    if (DEGREES.indexOf(degree) >= rank) continue;
    rank = DEGREES.indexOf(degree);
    best = { ...task, degree };
    if (rank === 0) break;
  }
  return best;
}

/** The first later day that simply holds for the whole piece; none before its event, or as far as the house plans. */
export function laterDay(plan: HousePlan, { orderId, day }: Danger): string | undefined {
  const order = orderIn(plan, orderId);
  const piece = order && pieceOfOrder(plan, order);
  const found = piece && earliestOf(plan, piece, day < plan.today ? plan.today : day);
  return found !== undefined && found !== day ? found : undefined;
}
