import type { Database } from '../db/client';
import { dayKey } from '../i18n/format';
import { type OrderDocument, orders } from '../orders/documents';
import { balanceOf } from '../orders/dto';
import { GOING } from '../house/stages';
import type { Days } from './rules';

type Owing = Pick<OrderDocument, 'stage' | 'quotes' | 'payments'> & { promisedDate: Date };

/** What signed quotes still owe, by the day each piece is promised for, in minor units of the house's currency. */
export async function expectedIn(db: Database, spans: readonly Days[], currency: string): Promise<number[]> {
  const rows = await orders(db)
    .aggregate<Owing>([
      { $match: { stage: { $in: [...GOING] }, promisedDate: { $exists: true } } },
      {
        $project: {
          stage: 1,
          payments: 1,
          promisedDate: 1,
          quotes: { $filter: { input: '$quotes', as: 'quote', cond: { $eq: ['$$quote.status', 'accepted'] } } },
        },
      },
      { $match: { 'quotes.lines.unitPrice.currency': currency } },
    ])
    .toArray();
  const sums = spans.map(() => 0);
  for (const order of rows) {
    const day = dayKey(order.promisedDate);
    const slot = spans.findIndex(({ from, to }) => day >= from && day <= to);
    // Sums of quotes are rounded line by line, a rule of the house that lives in one place.
    if (slot >= 0) sums[slot] = (sums[slot] ?? 0) + Math.max(0, balanceOf(order) ?? 0);
  }
  return sums;
}
