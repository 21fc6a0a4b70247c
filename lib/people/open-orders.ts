import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { EARLY_ENDS } from '../house/stages';
import { balanceOf } from '../orders/dto';
import { orders } from '../orders/documents';
import { isOver, stageIndex } from '../house/stages';

/** What was only asked for or quoted: it can be let go with a word. */
const LOOSE = ['requested', 'quoted'] as const;

/** The orders of a person that bind nobody yet. */
export const looseOrders = (db: Database, clientId: ObjectId) =>
  orders(db)
    .find({ clientId, stage: { $in: [...LOOSE] } })
    .toArray();

/**
 * Nobody is erased in the middle of a piece: what is confirmed and not handed over, or handed over and not paid, needs
 * a name on both sides.
 * @throws AppError open_orders, with their numbers.
 */
export async function demandNothingOpen(db: Database, clientId: ObjectId, session?: ClientSession): Promise<void> {
  const list = await orders(db)
    .find({ clientId, stage: { $nin: [...EARLY_ENDS] } }, { session })
    .toArray();
  const open = list.filter((order) =>
    isOver(order.stage) ? (balanceOf(order) ?? 0) > 0 : stageIndex(order.stage) >= stageIndex('confirmed'),
  );
  if (open.length > 0)
    throw new AppError('open_orders', {
      values: { numbers: open.map((order) => order.number).join(', ') },
      extra: {
        orders: open.map((order) => ({ id: order._id.toHexString(), number: order.number, title: order.title })),
      },
    });
}
