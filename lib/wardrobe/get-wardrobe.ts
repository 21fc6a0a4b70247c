import type { ClientActor } from '../actor';
import { latestMeasurements } from '../clients/latest-measurements';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { isOver, type Stage } from '../house/stages';
import { findPublishedModels } from '../models/find-model';
import type { Money } from '../money';
import type { OrderDto, PlateDto } from '../orders/answers';
import { listOrders } from '../orders/list-orders';
import { wholeOf } from '../pagination';
import { bodyChanges, type BodyChange } from './rules';

interface Kept {
  id: string;
  number: string;
  title: string;
  garment: string;
  couturierId: string;
  couturierName: string;
  plate?: PlateDto;
}

/** A piece that was handed over to the client. */
export interface WardrobePiece extends Kept {
  deliveredAt?: string;
  /** The newest measures of the body, and what changed since the piece was cut; none where nothing was measured since. */
  body?: { takenAt: string; changes: BodyChange[] };
  /** From what price the house makes its model today; none where it makes it no more. */
  priceFrom?: Money;
}

/** A piece that is being made. */
export interface WardrobeComing extends Kept {
  stage: Stage;
  promisedDate?: string;
}

export interface Wardrobe {
  /** The newest first. */
  pieces: WardrobePiece[];
  coming: WardrobeComing[];
}

const toKept = ({ id, number, title, garment, couturierId, couturierName, plate }: OrderDto): Kept => ({
  id,
  number,
  title,
  garment,
  couturierId,
  couturierName,
  plate,
});

const newestFirst = (a: OrderDto, b: OrderDto): number =>
  (b.deliveredAt ?? b.createdAt).localeCompare(a.deliveredAt ?? a.createdAt);

/** What the house has made for a client, with what would be different if it were made again today, and what is on its way. */
export async function getWardrobe(db: Database, actor: ClientActor): Promise<Wardrobe> {
  const [orders, body] = await Promise.all([
    wholeOf((page) => listOrders(db, actor, page)),
    latestMeasurements(db, actor.clientId),
  ]);
  const delivered = orders.filter(({ stage }) => stage === 'delivered').sort(newestFirst);
  const models = await findPublishedModels(
    db,
    delivered.flatMap(({ modelId }) => (modelId ? [toId(modelId)] : [])),
  );
  return {
    pieces: delivered.map((order) => {
      const cut = order.measurementSnapshot;
      const isNewer = cut && body && body.takenAt.getTime() > Date.parse(cut.takenAt);
      return {
        ...toKept(order),
        deliveredAt: order.deliveredAt,
        body: isNewer ? { takenAt: body.takenAt.toISOString(), changes: bodyChanges(cut, body) } : undefined,
        priceFrom: order.modelId === undefined ? undefined : models.get(order.modelId)?.priceFrom,
      };
    }),
    coming: orders
      .filter(({ stage }) => !isOver(stage))
      .map((order) => ({ ...toKept(order), stage: order.stage, promisedDate: order.promisedDate })),
  };
}
