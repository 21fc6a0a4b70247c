import type { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { findClientById } from '../clients/find-client';
import { type Database, inTransaction } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import type { OrderDto } from './answers';
import type { Announce } from './announce';
import { type OrderDocument, orderEvents, orders } from './documents';
import { findOrderFor } from './find-order';
import { findOrder, scopeOf } from './repository';
import { spread } from './tell';
import { toldEvent } from './told-event';
import type { Untold } from './untold';

/** Orders of one round; the others are told with the next. */
const AT_ONCE = 200;

/** Tells the last of an order's moves, from where its client knows it to be; nothing where it came back there meanwhile. */
async function tellLast(db: Database, orderId: ObjectId, now: Date, announce: Announce): Promise<boolean> {
  return inTransaction(db, async (session) => {
    const order = await orders(db).findOne({ _id: orderId, 'untold.tellAt': { $lte: now } }, { session });
    if (!order?.untold) return false;
    const { stage, moves }: Untold = order.untold;
    // Not a new version: whoever has the order open has seen the move already.
    await orders(db).updateOne({ _id: orderId }, { $unset: { untold: '' } }, { session });
    const last = moves.at(-1);
    if (!last || stage === order.stage) return false;
    const shown = { visibility: 'client' as const };
    await orderEvents(db).updateMany(
      { _id: { $in: moves.flatMap(({ also }) => also.map(({ id }) => id)) } },
      { $set: shown },
      { session },
    );
    const first = moves.length > 1 ? { 'data.toldFrom': stage } : {};
    const event = await orderEvents(db).findOneAndUpdate(
      { _id: last.id },
      { $set: { ...shown, ...first } },
      { session, returnDocument: 'after' },
    );
    if (!event) return false;
    const told: OrderDocument = { ...order };
    delete told.untold;
    const client = await findClientById(db, order.clientId, session);
    await spread(db, { by: { id: event.actorId, staff: true }, order: told, client, session, announce }, [
      toldEvent(event),
    ]);
    return true;
  });
}

/**
 * Tells the moves whose minute is over. Each is told in the transaction that marks it as told, so that a process that dies
 * anywhere tells it with the next round, and of two processes one tells it.
 * @returns how many were told
 */
export async function tellMoves(db: Database, announce: Announce, now = new Date()): Promise<number> {
  const due = await orders(db)
    .find({ 'untold.tellAt': { $lte: now } }, { projection: { _id: 1 } })
    .sort({ 'untold.tellAt': 1 })
    .limit(AT_ONCE)
    .toArray();
  let told = 0;
  const failed: unknown[] = [];
  for (const { _id } of due)
    await tellLast(db, _id, now, announce).then(
      (one) => (told += one ? 1 : 0),
      (error: unknown) => failed.push(error),
    );
  // One that cannot be told keeps no other waiting; the round says so.
  if (failed.length > 0) throw failed[0];
  return told;
}

/**
 * Tells an order's last move at once: the client stands there already. Nothing where nothing waits to be told.
 * @throws AppError not_found.
 */
export async function tellNow(db: Database, actor: StaffActor, id: string, announce: Announce): Promise<OrderDto> {
  const order = await findOrder(db, scopeOf(actor), toId(id));
  if (!order) throw notFound();
  if (order.untold) await tellLast(db, order._id, order.untold.tellAt, announce);
  return findOrderFor(db, actor, id);
}
