import type { ObjectId } from 'mongodb';
import { accounts } from '../auth/documents';
import { findClientRefs } from '../clients/find-client';
import type { Database } from '../db/client';
import { readFileRefs } from '../files/read-file-refs';
import { getHouse } from '../house/get-house';
import type { OrderDocument } from './documents';
import type { OrderSurroundings } from './dto';
import { findPlates } from './plates';
import { relativesOf } from './relatives';

const unique = (ids: (ObjectId | undefined)[]): ObjectId[] => [
  ...new Map(ids.flatMap((id) => (id ? [[id.toHexString(), id] as const] : []))).values(),
];

/** Names, drawings, files and house rules for a set of orders: seven reads at most, however many orders. */
export async function surroundingsOf(db: Database, orders: readonly OrderDocument[]): Promise<OrderSurroundings> {
  const references = readFileRefs(db, unique(orders.flatMap((order) => order.referenceFileIds)));
  const [house, clients, staff, plates, files, relatives] = await Promise.all([
    getHouse(db),
    findClientRefs(db, unique(orders.map((order) => order.clientId))),
    accounts(db)
      .find({ _id: { $in: unique(orders.map((order) => order.couturierId)) } }, { projection: { name: 1 } })
      .toArray(),
    findPlates(db, orders, references),
    references,
    relativesOf(db, orders),
  ]);
  return {
    clients,
    staff: new Map(staff.map((account) => [account._id.toHexString(), account.name])),
    plates,
    files,
    relatives,
    lockStage: house.lockStage,
    currency: house.currency,
    now: new Date(),
  };
}
