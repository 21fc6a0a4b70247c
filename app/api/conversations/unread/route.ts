import { getUnread } from '@/lib/chat/get-unread';
import { unreadDto } from '@/lib/chat/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'getUnread',
    summary: 'How many messages wait, in how many conversations',
    access: 'signedIn',
    response: unreadDto,
  },
  ({ db, actor }) => getUnread(db, actor),
);
