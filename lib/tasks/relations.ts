import type { ObjectId } from 'mongodb';
import { staffNamesOf } from '../auth/staff-names';
import { clientNamesOf } from '../clients/find-client';
import type { Database } from '../db/client';
import { type OrderSummary, orderSummaries } from '../orders/order-summaries';
import type { TaskDocument } from './documents';

/** What a task's card shows of other documents, read once for a whole list. */
export interface TaskRelations {
  orders: ReadonlyMap<string, OrderSummary>;
  clientNames: ReadonlyMap<string, string>;
  staffNames: ReadonlyMap<string, string>;
}

const present = (ids: (ObjectId | undefined)[]): ObjectId[] => ids.filter((id): id is ObjectId => id !== undefined);

export async function relationsOf(db: Database, list: readonly TaskDocument[]): Promise<TaskRelations> {
  const [orders, staffNames] = await Promise.all([
    orderSummaries(db, present(list.map((task) => task.orderId))),
    staffNamesOf(db, present(list.map((task) => task.assigneeId))),
  ]);
  const clientIds = [...list.map((task) => task.clientId), ...[...orders.values()].map((order) => order.clientId)];
  return { orders, staffNames, clientNames: await clientNamesOf(db, present(clientIds)) };
}
