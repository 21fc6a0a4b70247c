import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import { toOrder } from './dto';
import { findOrder, scopeOf } from './repository';
import type { OrderDto } from './answers';
import { surroundingsOf } from './surroundings';

/**
 * Reads one order as this person may see it.
 * @throws AppError not_found for what is not there or not theirs.
 */
export async function findOrderFor(db: Database, actor: Actor, id: string): Promise<OrderDto> {
  const order = await findOrder(db, scopeOf(actor), toId(id));
  if (!order) throw notFound();
  return toOrder(order, actor.role, await surroundingsOf(db, [order]));
}
