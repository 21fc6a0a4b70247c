import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { notifications } from './documents';
import { inEach, type Words } from './notify';

/** Says what still waits unread in other words, without ringing again; nothing where it was read. */
export async function rewordGroup(db: Database, accountId: ObjectId, group: string, text: Words): Promise<void> {
  await notifications(db).updateOne(
    { accountId, read: false, group },
    { $set: { text: inEach(text), updatedAt: new Date() }, $inc: { version: 1 } },
  );
}
