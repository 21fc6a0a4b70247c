import { z } from 'zod';
import { react } from '@/lib/chat/amend-message';
import { messageDto, reactInput } from '@/lib/chat/schemas';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';

const params = z.object({ id: z.string(), messageId: z.string() });

export const PUT = defineRoute(
  {
    operation: 'reactToMessage',
    summary: 'Leaves one’s reaction to a message, in place of an earlier one',
    access: 'signedIn',
    params,
    body: reactInput,
    response: messageDto,
    limits: [{ rule: LIMITS.amendment, key: 'actor' }],
  },
  ({ db, actor, params: { id, messageId }, body }) => react(db, actor, id, messageId, body.reaction),
);

export const DELETE = defineRoute(
  {
    operation: 'takeBackReaction',
    summary: 'Takes one’s reaction away',
    access: 'signedIn',
    params,
    response: messageDto,
    limits: [{ rule: LIMITS.amendment, key: 'actor' }],
  },
  ({ db, actor, params: { id, messageId } }) => react(db, actor, id, messageId, null),
);
