import type { Database } from '../db/client';
import { orderEvents } from '../orders/documents';
import type { Stage } from '../house/stages';

/** The events that move an order; only those among them that name a stage did. */
const MOVES = ['created', 'stageMoved', 'quoteSent', 'quoteAccepted', 'quoteDeclined'];

/** How many orders stood at each stage at a moment, read from the timelines, since an order only knows its present. */
export async function stageCountsAt(db: Database, at: Date): Promise<Map<Stage, number>> {
  const rows = await orderEvents(db)
    .aggregate<{ _id: Stage; count: number }>([
      { $match: { type: { $in: MOVES }, at: { $lte: at }, to: { $exists: true } } },
      { $sort: { at: 1, _id: 1 } },
      { $group: { _id: '$orderId', stage: { $last: '$to' } } },
      { $group: { _id: '$stage', count: { $sum: 1 } } },
    ])
    .toArray();
  return new Map(rows.map(({ _id, count }) => [_id, count]));
}
