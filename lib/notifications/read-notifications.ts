import { type ClientSession, type Filter, ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { type NotificationDocument, notifications, VISIBLE } from './documents';
import type { ReadNotificationsInput } from './schemas';

async function mark(db: Database, filter: Filter<NotificationDocument>, session?: ClientSession): Promise<void> {
  const now = new Date();
  await notifications(db).updateMany(
    { ...filter, read: false },
    { $set: { read: true, readAt: now, updatedAt: now }, $unset: { mailAt: '', pushAt: '' }, $inc: { version: 1 } },
    { session },
  );
}

/** Marks one's own notifications as read: the named ones, or all. Ids of other people simply do nothing. */
export async function readNotifications(
  db: Database,
  actor: Pick<Actor, 'id'>,
  input: ReadNotificationsInput,
): Promise<{ unread: number }> {
  await mark(db, {
    accountId: actor.id,
    ...(input.ids ? { _id: { $in: input.ids.map((id) => new ObjectId(id)) } } : {}),
  });
  return { unread: await notifications(db).countDocuments({ accountId: actor.id, read: false, ...VISIBLE }) };
}

/** Marks what one group left for an account as read, because the thing itself has been read. */
export const readGroup = (db: Database, accountId: ObjectId, group: string, session?: ClientSession): Promise<void> =>
  mark(db, { accountId, group }, session);
