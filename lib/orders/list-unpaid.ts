import type { StaffActor } from '../actor';
import { daysLater } from '../calendar';
import type { Database } from '../db/client';
import type { OrderDto } from './answers';
import { type OrderDocument, orders } from './documents';
import { balanceOf, toOrder } from './dto';
import { surroundingsOf } from './surroundings';

/** What is older is a matter for the accountant, and is in the ledger. */
const READ_DAYS = 365;

/** Orders that were handed over in the last year and are not wholly paid, the oldest first. */
export async function listUnpaid(db: Database, actor: StaffActor, now: Date): Promise<OrderDto[]> {
  const over = await orders(db)
    .find<Pick<OrderDocument, '_id' | 'stage' | 'quotes' | 'payments'>>(
      { stage: 'delivered', deliveredAt: { $gte: daysLater(now, -READ_DAYS) } },
      { projection: { stage: 1, quotes: 1, payments: 1 } },
    )
    .toArray();
  const owing = over.filter((order) => (balanceOf(order) ?? 0) > 0).map(({ _id }) => _id);
  if (owing.length === 0) return [];
  const rows = await orders(db)
    .find({ _id: { $in: owing } })
    .toArray();
  rows.sort((a, b) => (a.deliveredAt?.getTime() ?? 0) - (b.deliveredAt?.getTime() ?? 0));
  const around = await surroundingsOf(db, rows);
  return rows.map((row) => toOrder(row, actor.role, around));
}
