import type { StaffActor } from '../actor';
import { listCouturiers } from '../auth/list-couturiers';
import type { Database } from '../db/client';
import { listOrders } from '../orders/list-orders';
import { GOING } from '../house/stages';
import { wholeOf } from '../pages';

/** Whom a task may be given to and which orders it may serve: the staff, and the orders at work. */
export async function taskChoices(db: Database, actor: StaffActor) {
  const [staff, orders] = await Promise.all([
    listCouturiers(db),
    wholeOf((page) => listOrders(db, actor, { ...page, stage: [...GOING] })),
  ]);
  return {
    me: actor.id.toHexString(),
    staff: staff.map(({ id, name }) => ({ id, name })),
    orders: orders.map(({ id, title, number, clientName }) => ({ id, title, number, clientName })),
  };
}
