import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { GOING, type Stage } from '../house/stages';
import { orderEvents, orders } from '../orders/documents';

/** The events that move an order; only those among them that name a stage did. */
const MOVES = ['created', 'stageMoved', 'quoteSent', 'quoteAccepted', 'quoteDeclined'] as const;

/** More orders than this are looked up in several reads. */
const AT_ONCE = 500;

type Moves = Map<Stage, number>;
const add = (counts: Moves, stage: Stage): unknown => counts.set(stage, (counts.get(stage) ?? 0) + 1);

/** The orders that have moved after a moment. */
const movedSince = async (db: Database, at: Date): Promise<ObjectId[]> =>
  orderEvents(db).distinct('orderId', { type: { $in: [...MOVES] }, at: { $gt: at }, to: { $exists: true } });

/** Where each of these orders stood at a moment, by their timelines; one that was not there yet is left out. */
async function stoodAt(db: Database, ids: readonly ObjectId[], at: Date): Promise<Stage[]> {
  const last = new Map<string, { at: number; id: string; to: Stage }>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const orderId = { $in: ids.slice(start, start + AT_ONCE) };
    const rows = orderEvents(db)
      .find({ orderId, type: { $in: [...MOVES] }, at: { $lte: at }, to: { $exists: true } })
      .project<{ _id: ObjectId; orderId: ObjectId; at: Date; to: Stage }>({ orderId: 1, at: 1, to: 1 });
    for await (const row of rows) {
      const key = row.orderId.toHexString();
      const found = { at: row.at.getTime(), id: row._id.toHexString(), to: row.to };
      const known = last.get(key);
      if (!known || found.at > known.at || (found.at === known.at && found.id > known.id)) last.set(key, found);
    }
  }
  return [...last.values()].map(({ to }) => to);
}

/**
 * How many orders were at each stage of the work at a moment. What has not moved since stands where it stood; where the
 * others stood, their timelines tell: so the cost is what is at work now and what has moved since, not every order ever.
 */
export async function stageCountsAt(db: Database, at: Date): Promise<Map<Stage, number>> {
  const [moved, present] = await Promise.all([
    movedSince(db, at),
    orders(db)
      .find({ stage: { $in: [...GOING] } })
      .project<{ _id: ObjectId; stage: Stage }>({ stage: 1 })
      .toArray(),
  ]);
  const since = new Set(moved.map((id) => id.toHexString()));
  const counts: Moves = new Map();
  for (const { _id, stage } of present) if (!since.has(_id.toHexString())) add(counts, stage);
  for (const stage of await stoodAt(db, moved, at))
    if ((GOING as readonly string[]).includes(stage)) add(counts, stage);
  return counts;
}
