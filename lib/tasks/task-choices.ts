import type { StaffActor } from '../actor';
import { listCouturiers } from '../auth/list-couturiers';
import type { Database } from '../db/client';
import { listOrders } from '../orders/list-orders';
import { GOING } from '../house/stages';

/** Whom a task may be given to and which orders it may serve: the staff, and the newest hundred orders at work. */
export async function taskChoices(db: Database, actor: StaffActor) {
  const [staff, orders] = await Promise.all([
    listCouturiers(db),
    listOrders(db, actor, { stage: [...GOING], limit: 100 }),
  ]);
  return {
    me: actor.id.toHexString(),
    staff: staff.map(({ id, name }) => ({ id, name })),
    orders: orders.items.map(({ id, title, number, clientName }) => ({ id, title, number, clientName })),
  };
}
