import type { JudgeDay } from '../orders/promise-day';
import { judgeDay } from './judge';
import { pieceOfOrder } from './piece-of-order';
import { furthestDay, readPlan, toPlanned } from './read-plan';
import { namerOf, sayReasons, sufferingOf } from './say-reasons';

/**
 * What speaks against promising an order for a day, from the house's hours as they are now; nothing where it can be kept, where the
 * order is over, and of a day further than the house plans.
 */
export const judgeOrder: JudgeDay = async (db, { order, day, given, now }) => {
  const plan = await readPlan(db, now);
  const planned = toPlanned(order);
  const piece =
    day <= furthestDay(plan.today) ? pieceOfOrder(plan, planned, given ? planned.handsId : undefined) : undefined;
  const judged = piece && judgeDay(plan, piece, day);
  if (judged?.degree !== 'untenable') return undefined;
  const called = await namerOf(db, plan, sufferingOf(judged));
  return { today: plan.today, day, degree: judged.degree, reasons: sayReasons(plan, judged, called) };
};
