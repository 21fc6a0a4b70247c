import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { orders } from './documents';

/** Whether any order was ever written down: sums are kept in the house's currency from then on. */
export const hasOrders = async (db: Database): Promise<boolean> =>
  (await orders(db).findOne({}, { projection: { _id: 1 } })) !== null;

/** Whether this couturier makes, or has made, something for this person; a request that nobody has answered is nothing yet. */
export const worksFor = async (db: Database, people: { clientId: ObjectId; couturierId: ObjectId }): Promise<boolean> =>
  (await orders(db).findOne({ ...people, stage: { $nin: ['requested', 'cancelled'] } }, { projection: { _id: 1 } })) !==
  null;
