import { readNotifications } from '@/lib/notifications/read-notifications';
import { readNotificationsInput, unreadNotificationsDto } from '@/lib/notifications/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'readNotifications',
    summary: 'Marks the named notifications, or all, as read',
    access: 'signedIn',
    body: readNotificationsInput,
    response: unreadNotificationsDto,
  },
  ({ db, actor, body }) => readNotifications(db, actor, body),
);
