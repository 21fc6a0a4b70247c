import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { GOING, type Stage } from '../house/stages';
import { orderEvents, orders } from '../orders/documents';

/** The events that move an order; only those among them that name a stage did. */
const MOVES = ['created', 'stageMoved', 'moveUndone', 'quoteSent', 'quoteAccepted', 'quoteDeclined'] as const;

/** More orders than this are looked up in several reads. */
const AT_ONCE = 500;

type Moves = Map<Stage, number>;
const add = (counts: Moves, stage: Stage): unknown => counts.set(stage, (counts.get(stage) ?? 0) + 1);

/** The orders that have moved after a moment. */
const movedSince = async (db: Database, at: Date): Promise<ObjectId[]> =>
  orderEvents(db).distinct('orderId', { type: { $in: [...MOVES] }, at: { $gt: at }, to: { $exists: true } });

/** Those that are pieces: a retouche goes a way of its own, and is counted apart. */
async function piecesAmong(db: Database, ids: readonly ObjectId[]): Promise<ObjectId[]> {
  const retouches = new Set<string>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const some = { _id: { $in: ids.slice(start, start + AT_ONCE) }, kind: 'retouche' as const };
    const rows = orders(db).find(some).project<{ _id: ObjectId }>({ _id: 1 });
    for await (const { _id } of rows) retouches.add(_id.toHexString());
  }
  return ids.filter((id) => !retouches.has(id.toHexString()));
}

interface Move {
  at: number;
  id: string;
  to: Stage;
}
const isLater = (a: Move, b: Move | undefined): boolean => !b || a.at > b.at || (a.at === b.at && a.id > b.id);

/** Where each of these orders stood at each moment, by their timelines; one that was not there yet is left out. */
async function stoodAt(db: Database, ids: readonly ObjectId[], moments: readonly Date[]): Promise<Stage[][]> {
  const last = moments.map(() => new Map<string, Move>());
  const until = new Date(Math.max(...moments.map((at) => at.getTime())));
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const orderId = { $in: ids.slice(start, start + AT_ONCE) };
    const rows = orderEvents(db)
      .find({ orderId, type: { $in: [...MOVES] }, at: { $lte: until }, to: { $exists: true } })
      .project<{ _id: ObjectId; orderId: ObjectId; at: Date; to: Stage }>({ orderId: 1, at: 1, to: 1 });
    for await (const row of rows) {
      const key = row.orderId.toHexString();
      const move = { at: row.at.getTime(), id: row._id.toHexString(), to: row.to };
      for (const [place, at] of moments.entries())
        if (row.at <= at && isLater(move, last[place]?.get(key))) last[place]?.set(key, move);
    }
  }
  return last.map((moves) => [...moves.values()].map(({ to }) => to));
}

/**
 * How many pieces were at each stage of the work at each of these moments. What has not moved since the first of them
 * stands where it stood; where the others stood, their timelines tell, read once for all: so the cost is what is at work
 * now and what has moved since, not every order ever.
 */
export async function stageCountsAt(db: Database, moments: readonly Date[]): Promise<Map<Stage, number>[]> {
  const first = new Date(Math.min(...moments.map((at) => at.getTime())));
  const [moved, present] = await Promise.all([
    movedSince(db, first),
    orders(db)
      .find({ stage: { $in: [...GOING] }, kind: { $ne: 'retouche' } })
      .project<{ _id: ObjectId; stage: Stage }>({ stage: 1 })
      .toArray(),
  ]);
  const since = new Set(moved.map((id) => id.toHexString()));
  const still = present.filter(({ _id }) => !since.has(_id.toHexString()));
  return (await stoodAt(db, await piecesAmong(db, moved), moments)).map((stages) => {
    const counts: Moves = new Map();
    for (const { stage } of still) add(counts, stage);
    for (const stage of stages) if ((GOING as readonly string[]).includes(stage)) add(counts, stage);
    return counts;
  });
}
