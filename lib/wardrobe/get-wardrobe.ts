import type { ClientActor } from '../actor';
import { latestMeasurements } from '../clients/latest-measurements';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { isOver, type OrderKind, type Stage } from '../house/stages';
import { findPublishedModels } from '../models/find-model';
import type { Money } from '../money';
import type { OrderDto, PlateDto } from '../orders/answers';
import { openDefects } from '../orders/asks';
import { listOrders } from '../orders/list-orders';
import { wholeOf } from '../pages';
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
  /** Its retouches that are not handed over again yet. */
  retouches: { id: string; number: string; stage: Stage; promisedDate?: string }[];
  /** It was said of it that something is wrong, and the house has not answered. */
  reported: boolean;
  /** From what price the house makes its model today; none where it makes it no more. */
  priceFrom?: Money;
}

/** A piece that is being made. */
export interface WardrobeComing extends Kept {
  kind: OrderKind;
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
  const delivered = orders.filter(({ kind, stage }) => kind === 'piece' && stage === 'delivered').sort(newestFirst);
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
        retouches: (order.retouches ?? []).filter(({ stage }) => !isOver(stage)),
        reported: openDefects(order).length > 0,
        body: isNewer ? { takenAt: body.takenAt.toISOString(), changes: bodyChanges(cut, body) } : undefined,
        priceFrom: order.modelId === undefined ? undefined : models.get(order.modelId)?.priceFrom,
      };
    }),
    coming: orders
      .filter(({ stage }) => !isOver(stage))
      .map((order) => ({
        ...toKept(order),
        kind: order.kind,
        stage: order.stage,
        promisedDate: order.promisedDate,
      })),
  };
}
