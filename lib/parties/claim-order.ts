import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { AppError, notFound } from '../errors';
import { orders } from '../orders/documents';
import { type PartyDocument, parties } from './documents';

/**
 * Makes sure that an order is this client's and in no party yet, this one included. Under the parties' lock.
 * @throws AppError not_found; order_in_party with the name of the party it is in.
 */
export async function claimOrder(
  db: Database,
  party: PartyDocument,
  { clientId, orderId, except }: { clientId: ObjectId; orderId: ObjectId; except?: number },
  session: ClientSession,
): Promise<void> {
  const order = await orders(db).findOne({ _id: orderId, clientId }, { session, projection: { _id: 1 } });
  if (!order) throw notFound();
  const here = party.members.some((one) => one.n !== except && one.orderId?.equals(orderId));
  const other = here
    ? party
    : await parties(db).findOne({ _id: { $ne: party._id }, 'members.orderId': orderId }, { session });
  if (other) throw new AppError('order_in_party', { values: { party: other.name } });
}
