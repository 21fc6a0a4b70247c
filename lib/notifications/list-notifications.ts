import { ObjectId } from 'mongodb';
import type { Actor, Locale } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { decodeCursor, toPage } from '../pagination';
import { notifications, VISIBLE } from './documents';
import { toNotificationDto } from './dto';
import type { NotificationPageDto } from './schemas';

/**
 * One's own notifications, newest first, with the number of unread ones.
 * @throws AppError invalid_request for a cursor that we did not make.
 */
export async function listNotifications(
  db: Database,
  actor: Pick<Actor, 'id'>,
  input: { limit: number; cursor?: string; locale: Locale },
): Promise<NotificationPageDto> {
  const own = { accountId: actor.id, ...VISIBLE };
  const [rows, unread] = await Promise.all([
    notifications(db)
      .find({ ...own, ...after(input.cursor) })
      .sort({ createdAt: -1, _id: -1 })
      .limit(input.limit + 1)
      .toArray(),
    notifications(db).countDocuments({ ...own, read: false }),
  ]);
  const page = toPage(
    rows,
    input.limit,
    (row) => toNotificationDto(row, input.locale),
    (row) => [row.createdAt.getTime(), row._id.toHexString()],
  );
  return { ...page, unread };
}

function after(cursor: string | undefined) {
  if (cursor === undefined) return {};
  const [time, id] = decodeCursor(cursor) ?? [];
  if (typeof time !== 'number' || typeof id !== 'string' || !ObjectId.isValid(id))
    throw new AppError('invalid_request');
  const at = new Date(time);
  return { $or: [{ createdAt: { $lt: at } }, { createdAt: at, _id: { $lt: new ObjectId(id) } }] };
}
