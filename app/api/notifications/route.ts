import { listNotifications } from '@/lib/notifications/list-notifications';
import { notificationPageDto } from '@/lib/notifications/schemas';
import { pageQuery } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listNotifications',
    summary: 'One’s own notifications, newest first',
    access: 'signedIn',
    query: pageQuery,
    response: notificationPageDto,
  },
  ({ db, actor, query, locale }) => listNotifications(db, actor, { ...query, locale }),
);
