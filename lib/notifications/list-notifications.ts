import type { Actor, Locale } from '../actor';
import type { Database } from '../db/client';
import { keyset, readPage } from '../db/keyset';
import { type NotificationDocument, notifications, VISIBLE } from './documents';
import { toNotificationDto } from './dto';
import type { NotificationPageDto } from './schemas';

const NEWEST = keyset<NotificationDocument>(['createdAt', -1, 'date']);

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
  const [page, unread] = await Promise.all([
    readPage(notifications(db), own, NEWEST, input),
    notifications(db).countDocuments({ ...own, read: false }),
  ]);
  const items = page.rows.map((row) => toNotificationDto(row, input.locale));
  return { items, nextCursor: page.nextCursor, unread };
}
