import { orders } from '../orders/documents';
import type { Traces } from '../traces';
import { tasks } from './documents';

/** Tasks for a person. Those of an order stay with it, as work that was done; what was written in them goes. */
export const taskTraces: Traces = {
  fields: { tasks: ['clientId'] },
  holders: async (db, { clientId }, session) => {
    const withPicture = await tasks(db)
      .find({ clientId, picture: { $exists: true } }, { session, projection: { _id: 1 } })
      .toArray();
    return withPicture.map(({ _id }) => _id);
  },
  erase: async (db, { clientId, session }) => {
    await tasks(db).deleteMany({ clientId, orderId: { $exists: false } }, { session });
    const theirs = await orders(db)
      .find({ clientId }, { session, projection: { _id: 1 } })
      .toArray();
    await tasks(db).updateMany(
      { $or: [{ clientId }, { orderId: { $in: theirs.map(({ _id }) => _id) } }] },
      { $unset: { clientId: '', note: '', messageId: '', remark: '', picture: '' } },
      { session },
    );
  },
  move: async (db, { from, into, now, session }) => {
    await tasks(db).updateMany(
      { clientId: from.clientId },
      { $set: { clientId: into.clientId, updatedAt: now }, $inc: { version: 1 } },
      { session },
    );
  },
  using: (db, ids, session) => tasks(db).distinct('clientId', { clientId: { $in: [...ids] } }, { session }),
  count: async (db, clientId) => ({ tasks: await tasks(db).countDocuments({ clientId }) }),
};
