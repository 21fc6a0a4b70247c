import { isOver } from '../house/stages';
import { type HouseHours, partsOf, type Worked } from './hours-left';
import type { Commitment, Part } from './plan';

/** An order as a plan sees it. */
export interface PlannedOrder extends Worked {
  id: string;
  handsId: string;
  promisedDay?: string;
  eventDay?: string;
  clothFrom?: string;
}

/** A task that is not done. */
export interface OpenTask {
  id: string;
  orderId?: string;
  handsId?: string;
  dueDay?: string;
  minutes?: number;
}

/** Work of so many minutes, parted by what waits for the cloth as the stages are; whole minutes, none more and none less. */
function inProportion(stages: readonly Part[], minutes: number): Part[] {
  const total = Math.ceil(minutes);
  const whole = stages.reduce((sum, part) => sum + part.minutes, 0);
  if (whole === 0) return [{ minutes: total }];
  let left = total;
  return stages.map((part, index) => {
    const share = index === stages.length - 1 ? left : Math.floor((part.minutes * total) / whole);
    left -= share;
    return { ...part, minutes: share };
  });
}

/**
 * What is left to do of an order, for each of its people. Its board says who works on it and how long; without a board it is
 * wholly its couturier's, by the hours of the house.
 * @param pace how much longer pieces take than the house says (see `paceOf`)
 */
export function workLeft(
  house: HouseHours,
  order: PlannedOrder,
  tasks: readonly OpenTask[],
  pace = 1,
): { handsId: string; parts: Part[] }[] {
  if (isOver(order.stage)) return [];
  const stages = partsOf(house, order, { pace, clothFrom: order.clothFrom });
  const board = new Map<string, number>();
  for (const { orderId, handsId = order.handsId, minutes = 0 } of tasks)
    if (orderId === order.id && minutes > 0) board.set(handsId, (board.get(handsId) ?? 0) + minutes);
  return board.size === 0
    ? [{ handsId: order.handsId, parts: stages }]
    : [...board].map(([handsId, minutes]) => ({ handsId, parts: inProportion(stages, minutes * pace) }));
}

/**
 * What the people of the house have to finish, and by when. What nobody promised a day for takes no hand from what was promised:
 * an order without one is left out, a task that serves no order counts for the day it is due.
 */
export function commitmentsOf(
  house: HouseHours,
  orders: readonly PlannedOrder[],
  tasks: readonly OpenTask[],
  pace = 1,
): Commitment[] {
  const ofOrders = orders.flatMap((order) => {
    const { id, promisedDay: due, eventDay: noLaterThan } = order;
    return due === undefined
      ? []
      : workLeft(house, order, tasks, pace).map(({ handsId, parts }) => ({ id, handsId, due, parts, noLaterThan }));
  });
  const loose = tasks.flatMap(({ id, orderId, handsId, dueDay: due, minutes = 0 }) =>
    orderId !== undefined || handsId === undefined || due === undefined || minutes === 0
      ? []
      : [{ id, handsId, due, parts: [{ minutes }] }],
  );
  return [...ofOrders, ...loose];
}
