import type { ObjectId } from 'mongodb';
import { addDays } from '../calendar';
import type { Database } from '../db/client';
import type { OrderKind } from '../house/stages';
import { atelierMoment } from '../i18n/atelier-time';
import { orders } from '../orders/documents';
import type { Days } from './rules';

/** A piece that was handed over. */
export interface Delivery {
  _id: ObjectId;
  /** Absent: a piece. */
  kind?: OrderKind;
  number: string;
  title: string;
  garment: string;
  couturierId: ObjectId;
  modelId?: ObjectId;
  deliveredAt: Date;
  promisedDate?: Date;
  /** When it was agreed on: the first quote accepted, else the order itself. */
  agreedAt: Date;
}

/** What was handed over during these days, in the order of the handing over. */
export const deliveriesOf = (db: Database, { from, to }: Days): Promise<Delivery[]> =>
  orders(db)
    .aggregate<Delivery>([
      {
        $match: {
          stage: 'delivered',
          deliveredAt: { $gte: atelierMoment(from), $lt: atelierMoment(addDays(to, 1)) },
        },
      },
      { $sort: { deliveredAt: 1, _id: 1 } },
      {
        $set: {
          agreed: {
            $filter: { input: '$quotes', as: 'quote', cond: { $in: ['$$quote.status', ['accepted', 'superseded']] } },
          },
        },
      },
      {
        $project: {
          kind: 1,
          number: 1,
          title: 1,
          garment: 1,
          couturierId: 1,
          modelId: 1,
          deliveredAt: 1,
          promisedDate: 1,
          agreedAt: { $ifNull: [{ $min: '$agreed.answeredAt' }, '$createdAt'] },
        },
      },
    ])
    .toArray();
