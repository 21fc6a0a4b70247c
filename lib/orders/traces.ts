import type { ClientSession, ObjectId } from 'mongodb';
import { jsonEntry } from '../archive-entry';
import type { Database } from '../db/client';
import type { Erasing, Traces } from '../traces';
import { orderEvents, orders } from './documents';
import { toEvent, toOrder } from './dto';
import { hasPapers, strippedOrder } from './stripped-order';
import { surroundingsOf } from './surroundings';
import { toldEvent } from './told-event';

/** What stays when the person of these orders is erased, and the pictures of the sheets both have signed and of the papers that prove an agreement. */
export async function leftOf(
  db: Database,
  clientId: ObjectId,
  session: ClientSession,
): Promise<Pick<Erasing, 'left' | 'keptFileIds'>> {
  const theirs = await orders(db).find({ clientId }, { session }).toArray();
  const kept = theirs.map((order) => strippedOrder(order, '', new Date()));
  const signed = kept.flatMap(({ cuttingApprovals }) => cuttingApprovals);
  const papers = [...kept.flatMap(({ quotes }) => quotes), ...signed.flatMap(({ signatures }) => signatures)];
  return {
    left: theirs.some(hasPapers) ? 'papers' : theirs.length > 0 ? 'numbers' : 'nothing',
    keptFileIds: [
      ...signed.flatMap(({ sheet }) => sheet.imageFileId ?? []),
      ...papers.flatMap(({ paper }) => paper?.fileId ?? []),
    ],
  };
}

/** Orders and their timeline. They stay as the law of accounts asks, stripped of everything else (docs/decisions/0005). */
export const orderTraces: Traces = {
  fields: {
    orders: [
      'clientId',
      'quotes.answeredBy.id',
      'quotes.denied.by.id',
      'changeRequests.createdBy.id',
      'changeRequests.answer.by.id',
      'defects.createdBy.id',
      'cuttingApprovals.signatures.by.id',
      'cuttingApprovals.signatures.denied.by.id',
    ],
    orderEvents: ['actorId'],
  },
  holders: async (db, { clientId }, session) => {
    const theirs = await orders(db)
      .find({ clientId }, { session, projection: { _id: 1 } })
      .toArray();
    return theirs.map(({ _id }) => _id);
  },
  erase: async (db, { clientId, accountId, left, name, now, session }) => {
    const theirs = await orders(db).find({ clientId }, { session }).toArray();
    for (const order of theirs) {
      const { _id, ...rest } = strippedOrder(order, name, now);
      await orders(db).replaceOne({ _id }, rest, { session });
    }
    const orderId = { $in: theirs.map(({ _id }) => _id) };
    await orderEvents(db).updateMany(
      { orderId },
      {
        $unset: {
          note: '',
          'data.changes': '',
          'data.adjustments': '',
          'data.files': '',
          'data.cameFrom': '',
          'data.givenBy': '',
          'data.paperFileId': '',
        },
      },
      { session },
    );
    if (accountId && left !== 'papers')
      await orderEvents(db).updateMany({ orderId, actorId: accountId }, { $set: { actorName: name } }, { session });
  },
  export: async function* (db, { actor: { clientId } }) {
    const mine = await orders(db).find({ clientId }).sort({ createdAt: 1 }).toArray();
    const around = await surroundingsOf(db, mine);
    const events = await orderEvents(db)
      .find({ orderId: { $in: mine.map(({ _id }) => _id) }, visibility: 'client' })
      .sort({ at: 1 })
      .toArray();
    yield jsonEntry(
      'orders.json',
      mine.map((order) => ({
        ...toOrder(order, 'client', around),
        events: events.filter((event) => event.orderId.equals(order._id)).map((event) => toEvent(toldEvent(event))),
      })),
    );
  },
  move: async (db, { from, into, now, session }) => {
    await orders(db).updateMany(
      { clientId: from.clientId },
      { $set: { clientId: into.clientId, updatedAt: now }, $inc: { version: 1 } },
      { session },
    );
  },
  using: (db, ids, session) => orders(db).distinct('clientId', { clientId: { $in: [...ids] } }, { session }),
  count: async (db, clientId) => ({ orders: await orders(db).countDocuments({ clientId }) }),
};
