import { z } from 'zod';
import { forwardPictures } from '@/lib/chat/forward-pictures';
import { forwardPicturesInput } from '@/lib/chat/schemas';
import { LIMITS } from '@/lib/limits';
import { orderEventDto } from '@/lib/orders/answers';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'forwardPictures',
    summary: 'Puts copies of a message’s pictures with an order of its client; the timeline says where they come from',
    access: 'signedIn',
    params: z.object({ id: z.string(), messageId: z.string() }),
    body: forwardPicturesInput,
    response: orderEventDto,
    status: 201,
    idempotent: true,
    limits: [{ rule: LIMITS.remark, key: 'client' }],
  },
  ({ db, actor, params: { id, messageId }, body }) =>
    forwardPictures(db, actor, { conversationId: id, messageId }, body, announceOrder),
);
