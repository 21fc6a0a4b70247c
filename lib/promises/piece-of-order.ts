import { isOver } from '../house/stages';
import { type PlannedOrder, workLeft } from '../planner/commitments';
import type { Piece } from './judge';
import type { HousePlan } from './read-plan';

/**
 * What is left to do of an order, with who does it; nothing where it is over.
 * @param given the hands that take the whole of it over, with every task that is open on it
 */
export function pieceOfOrder(plan: HousePlan, order: PlannedOrder, given?: string): Piece | undefined {
  if (isOver(order.stage)) return undefined;
  const tasks = given === undefined ? plan.tasks : plan.tasks.map((task) => ({ ...task, handsId: given }));
  const shares = workLeft(plan.house, given === undefined ? order : { ...order, handsId: given }, tasks);
  return { id: order.id, eventDay: order.eventDay, shares };
}
