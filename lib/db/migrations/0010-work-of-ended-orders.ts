import type { ObjectId } from 'mongodb';
import type { Migration } from './migration';

const OPEN = ['todo', 'doing', 'blocked'];
const OVER = ['delivered', 'cancelled', 'declined'];

/**
 * Nothing is left to do on an order that is over: until here its tasks stayed open and filled the days of whoever had them. What was
 * delivered was done by the day it was handed over; what ended early was done by nobody.
 */
export const workOfEndedOrders: Migration = {
  version: 10,
  name: 'work-of-ended-orders',
  up: async (db) => {
    const tasks = db.db.collection('tasks');
    const orders = db.db.collection<{ _id: ObjectId; stage: string; deliveredAt?: Date; stageSince?: Date }>('orders');
    const open = { status: { $in: OPEN } };
    const busy = tasks.aggregate<{ _id: ObjectId }>([
      { $match: { ...open, orderId: { $exists: true } } },
      { $group: { _id: '$orderId' } },
    ]);
    for await (const { _id } of busy) {
      const order = await orders.findOne({ _id, stage: { $in: OVER } });
      if (!order) continue;
      const doneAt = order.stage === 'delivered' ? (order.deliveredAt ?? order.stageSince) : undefined;
      await tasks.updateMany(
        { ...open, orderId: _id },
        {
          $set: { status: 'done', ...(doneAt ? { doneAt } : {}) },
          $unset: { blockedReason: '' },
          $inc: { version: 1 },
        },
      );
    }
  },
};
