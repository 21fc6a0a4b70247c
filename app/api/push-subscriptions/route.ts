import { endSubscription, keepSubscription } from '@/lib/notifications/push-subscriptions';
import { unsubscribePushInput, subscribePushInput } from '@/lib/notifications/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const PUT = defineRoute(
  {
    operation: 'keepPushSubscription',
    summary: 'This device shows my notifications, until my session on it ends.',
    access: 'signedIn',
    body: subscribePushInput,
    status: 204,
  },
  ({ db, actor, body }) => keepSubscription(db, actor, body),
);

export const DELETE = defineRoute(
  {
    operation: 'endPushSubscription',
    summary: 'This device of mine shows nothing any more.',
    access: 'signedIn',
    body: unsubscribePushInput,
    status: 204,
  },
  ({ db, actor, body }) => endSubscription(db, actor, body.endpoint),
);
