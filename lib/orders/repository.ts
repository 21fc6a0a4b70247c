import type { ClientSession, Filter, ObjectId } from 'mongodb';
import { type Actor, isClient, isStaff } from '../actor';
import type { Database } from '../db/client';
import { type OrderDocument, orders } from './documents';

/** What this person may see: a client their own orders, the staff all of them; anybody else nothing. */
export function scopeOf(actor: Actor): Filter<OrderDocument> {
  if (isStaff(actor)) return {};
  // An account without a file owns nothing; an empty list matches no document.
  return isClient(actor) ? { clientId: actor.clientId } : { _id: { $in: [] } };
}

/** One order in scope, or `null`. */
export const findOrder = (
  db: Database,
  scope: Filter<OrderDocument>,
  id: ObjectId,
  session?: ClientSession,
): Promise<OrderDocument | null> => orders(db).findOne({ $and: [{ _id: id }, scope] }, { session });

/** Writes the next version of an order unless somebody else has already written one; `null` then. */
export const replaceOrder = (
  db: Database,
  scope: Filter<OrderDocument>,
  next: OrderDocument,
  session: ClientSession,
): Promise<OrderDocument | null> => {
  const { _id, version, ...rest } = next;
  return orders(db).findOneAndReplace(
    { $and: [{ _id }, { version }, scope] },
    { ...rest, version: version + 1 },
    { session, returnDocument: 'after' },
  );
};
