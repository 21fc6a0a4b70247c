import type { Document, ObjectId } from 'mongodb';
import { addDays } from '../calendar';
import type { Database } from '../db/client';
import { atelierMoment } from '../i18n/atelier-time';
import { orders } from '../orders/documents';
import type { Days } from './rules';

/** What came in during some days: the sum in minor units, and from how many orders. */
export interface Income {
  amount: number;
  orders: number;
}

const startOf = (day: string): Date => atelierMoment(day);
const endOf = (day: string): Date => atelierMoment(addDays(day, 1));

/** Payments of these days that count, one a document: the wrong ones that were reversed never came in. */
function paymentsOf({ from, to }: Days): Document[] {
  const paidAt = { $gte: startOf(from), $lt: endOf(to) };
  return [
    { $match: { payments: { $elemMatch: { paidAt } } } },
    { $unwind: '$payments' },
    { $match: { 'payments.paidAt': paidAt, 'payments.reversed': { $exists: false } } },
  ];
}

const SIGNED = {
  $cond: [
    { $eq: ['$payments.kind', 'refund'] },
    { $multiply: ['$payments.amount.amount', -1] },
    '$payments.amount.amount',
  ],
};

/** What came in during each of these spans, which follow one another without a gap, by currency. */
export async function incomeOf(db: Database, spans: readonly Days[]): Promise<Map<string, Income[]>> {
  const [first, last] = [spans[0], spans.at(-1)];
  const found = new Map<string, Income[]>();
  if (!first || !last) return found;
  const branches = spans.map(({ to }, slot) => ({ case: { $lt: ['$payments.paidAt', endOf(to)] }, then: slot }));
  const rows = await orders(db)
    .aggregate<{ _id: { slot: number; currency: string }; amount: number; orders: number }>([
      ...paymentsOf({ from: first.from, to: last.to }),
      {
        $group: {
          _id: { slot: { $switch: { branches, default: -1 } }, currency: '$payments.amount.currency' },
          amount: { $sum: SIGNED },
          orders: { $addToSet: '$_id' },
        },
      },
      { $project: { amount: 1, orders: { $size: '$orders' } } },
    ])
    .toArray();
  for (const { _id, amount, orders: count } of rows) {
    const line = found.get(_id.currency) ?? spans.map(() => ({ amount: 0, orders: 0 }));
    line[_id.slot] = { amount, orders: count };
    found.set(_id.currency, line);
  }
  return found;
}

/** What came in for each model, the most first; `null` is what was made without one. */
export const incomeByModel = (
  db: Database,
  days: Days,
  currency: string,
): Promise<{ _id: ObjectId | null; amount: number; pieces: number }[]> =>
  orders(db)
    .aggregate<{ _id: ObjectId | null; amount: number; pieces: number }>([
      ...paymentsOf(days),
      { $match: { 'payments.amount.currency': currency } },
      {
        $group: { _id: { $ifNull: ['$modelId', null] }, amount: { $sum: SIGNED }, orders: { $addToSet: '$_id' } },
      },
      { $project: { amount: 1, pieces: { $size: '$orders' } } },
      { $sort: { amount: -1, _id: 1 } },
    ])
    .toArray();
