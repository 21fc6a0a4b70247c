import type { ClientSession, ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import { findClientById } from '../clients/find-client';
import { type Database, inTransaction } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import type { HouseDocument } from '../house/documents';
import { getHouse } from '../house/get-house';
import { inSeriesOf } from '../ledger/issue-entry';
import type { OrderDto } from './answers';
import type { Announce } from './announce';
import { type OrderDocument, orderEvents, orders, type Signed } from './documents';
import { buyerRefusal, enterWhole } from './enter-invoice';
import { findOrderFor } from './find-order';
import { invoiceRefusal } from './invoice-rules';
import { findOrder, scopeOf } from './repository';
import { spread, writeEvents } from './tell';
import { toldEvent } from './told-event';
import type { Untold } from './untold';

/** Orders of one round; the others are told with the next. */
const AT_ONCE = 200;

/** Enters the invoice of a piece that was handed over; what keeps it from being issued is said where invoices are. */
async function invoiceDelivered(
  db: Database,
  order: OrderDocument,
  by: Signed,
  { house, session }: { house: HouseDocument; session: ClientSession },
): Promise<OrderDocument> {
  if (order.stage !== 'delivered' || !invoicesDelivery(house) || invoiceRefusal(order, house.tax)) return order;
  if (await buyerRefusal(db, { order, session })) return order;
  const now = new Date();
  const entering = { order, by, house, now, session, actor: { locale: house.locale } };
  const { invoices, events } = await enterWhole(db, entering);
  await orders(db).updateOne({ _id: order._id }, { $push: { invoices: { $each: invoices } } }, { session });
  await writeEvents(db, { actor: by, order, events, now, session });
  return { ...order, invoices: [...order.invoices, ...invoices] };
}

const invoicesDelivery = ({ tax }: HouseDocument): boolean => tax.regime !== 'unsaid' && tax.issues.delivery;

/** Tells the last of an order's moves, from where its client knows it to be; nothing where it came back there meanwhile. */
async function tellLast(db: Database, orderId: ObjectId, now: Date, announce: Announce): Promise<boolean> {
  const house = await getHouse(db);
  return inSeriesOf(db, invoicesDelivery(house) ? ['invoice'] : [], () =>
    inTransaction(db, async (session) => {
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
      const by = { id: event.actorId, name: event.actorName };
      const told = await invoiceDelivered(db, { ...order }, by, { house, session });
      delete told.untold;
      const client = await findClientById(db, order.clientId, session);
      await spread(db, { by: { id: event.actorId, staff: true }, order: told, client, session, announce }, [
        toldEvent(event),
      ]);
      return true;
    }),
  );
}

/**
 * Tells the moves whose minute is over; with a hand-over its invoice is issued, where the house issues them so: before, it could
 * still be undone, and an invoice cannot. Each is told in the transaction that marks it as told, so that a process that dies
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
