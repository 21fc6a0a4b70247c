import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { tasks } from './documents';

/** What is still to do on an order goes to its new couturier; what others were asked to do stays theirs. */
export async function handOverTasks(
  db: Database,
  orderId: ObjectId,
  hands: { from: ObjectId; to: ObjectId },
  session: ClientSession,
): Promise<void> {
  await tasks(db).updateMany(
    { orderId, assigneeId: hands.from, status: { $ne: 'done' } },
    { $set: { assigneeId: hands.to, updatedAt: new Date() }, $inc: { version: 1 } },
    { session },
  );
}
