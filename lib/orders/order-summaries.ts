import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { orders } from './documents';
import { findPlates } from './plates';
import type { PlateDto } from './answers';
import type { Stage } from '../house/stages';

/** As much of an order as a task or an appointment shows. */
export interface OrderSummary {
  id: ObjectId;
  number: string;
  title: string;
  stage: Stage;
  clientId: ObjectId;
  couturierId: ObjectId;
  plate?: PlateDto;
}

/** Several orders in a few words, by hex id. For other domains, which keep their own scope. */
export async function orderSummaries(db: Database, ids: readonly ObjectId[]): Promise<Map<string, OrderSummary>> {
  if (ids.length === 0) return new Map();
  const fields = { number: 1, title: 1, stage: 1, clientId: 1, couturierId: 1, modelId: 1, referenceFileIds: 1 };
  const found = await orders(db)
    .find({ _id: { $in: [...ids] } }, { projection: fields })
    .toArray();
  const plates = await findPlates(db, found);
  return new Map(
    found.map((order) => [
      order._id.toHexString(),
      {
        id: order._id,
        number: order.number,
        title: order.title,
        stage: order.stage,
        clientId: order.clientId,
        couturierId: order.couturierId,
        plate: plates.get(order._id.toHexString()),
      },
    ]),
  );
}
