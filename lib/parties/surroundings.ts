import type { ObjectId } from 'mongodb';
import { accounts } from '../auth/documents';
import { findClientRefs } from '../clients/find-client';
import { type MeasurementSetDocument, measurementSets } from '../clients/documents';
import type { Database } from '../db/client';
import { getHouse } from '../house/get-house';
import { type OrderDocument, orders } from '../orders/documents';
import { findPlates } from '../orders/plates';
import type { PlateDto } from '../orders/answers';
import type { PromiseState } from '../promises/promise-state';
import { statesOf } from '../promises/find-dangers';
import { readPlan } from '../promises/read-plan';
import type { PartyDocument } from './documents';

export type LastSet = Pick<MeasurementSetDocument, 'takenAt' | 'values' | 'custom'>;

/** What a party alone does not say: names, orders, measures and the house's hours. By hex ids. */
export interface PartySurroundings {
  clients: ReadonlyMap<string, { name: string }>;
  staff: ReadonlyMap<string, string>;
  orders: ReadonlyMap<string, OrderDocument>;
  plates: ReadonlyMap<string, PlateDto>;
  measures: ReadonlyMap<string, LastSet>;
  promises: ReadonlyMap<string, PromiseState>;
  currency: string;
  now: Date;
}

const hex = (id: ObjectId): string => id.toHexString();
const unique = (ids: readonly ObjectId[]): ObjectId[] => [...new Map(ids.map((id) => [hex(id), id])).values()];

/** The newest body set of each client: one read of an index each, at most as many as a party has people. */
async function lastSets(db: Database, clientIds: readonly ObjectId[]): Promise<Map<string, LastSet>> {
  const sets = await Promise.all(
    clientIds.map((clientId) =>
      measurementSets(db)
        .find({ clientId, kind: 'body' }, { projection: { takenAt: 1, values: 1, custom: 1 } })
        .sort({ takenAt: -1, _id: -1 })
        .limit(1)
        .next(),
    ),
  );
  return new Map(clientIds.flatMap((id, at) => (sets[at] ? [[hex(id), sets[at]] as const] : [])));
}

/** Everything around one party, with how its promised days stand. */
export async function surroundingsOf(db: Database, party: PartyDocument): Promise<PartySurroundings> {
  const now = new Date();
  const clientIds = unique(party.members.map(({ clientId }) => clientId));
  const payerIds = party.payers.flatMap(({ clientId }) => clientId ?? []);
  const orderIds = party.members.flatMap(({ orderId }) => orderId ?? []);
  const [house, clients, staff, found, measures, plan] = await Promise.all([
    getHouse(db),
    findClientRefs(db, unique([...clientIds, ...payerIds])),
    accounts(db)
      .find({ _id: party.couturierId }, { projection: { name: 1 } })
      .toArray(),
    orders(db)
      .find({ _id: { $in: orderIds } })
      .toArray(),
    lastSets(db, clientIds),
    orderIds.length > 0 ? readPlan(db, now) : undefined,
  ]);
  return {
    clients,
    staff: new Map(staff.map(({ _id, name }) => [hex(_id), name])),
    orders: new Map(found.map((order) => [hex(order._id), order])),
    plates: await findPlates(db, found),
    measures,
    promises: plan ? await statesOf(plan, orderIds.map(hex)) : new Map(),
    currency: house.currency,
    now,
  };
}
