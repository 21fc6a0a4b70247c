import type { Database } from '../db/client';
import { orders } from './documents';

/** Whether any order was ever written down: sums are kept in the house's currency from then on. */
export const hasOrders = async (db: Database): Promise<boolean> =>
  (await orders(db).findOne({}, { projection: { _id: 1 } })) !== null;
