import { z } from 'zod';
import { editMessage, takeBackMessage } from '@/lib/chat/amend-message';
import { editMessageInput, messageDto } from '@/lib/chat/schemas';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';

const params = z.object({ id: z.string(), messageId: z.string() });

export const PATCH = defineRoute(
  {
    operation: 'editMessage',
    summary: 'Says one’s own message in other words, within ten minutes; what it said before stays with it',
    access: 'signedIn',
    params,
    body: editMessageInput,
    response: messageDto,
    limits: [{ rule: LIMITS.amendment, key: 'actor' }],
  },
  ({ db, actor, params: { id, messageId }, body }) => editMessage(db, actor, id, messageId, body.content),
);

export const DELETE = defineRoute(
  {
    operation: 'takeBackMessage',
    summary: 'Takes one’s own message back, within ten minutes; its place stays',
    access: 'signedIn',
    params,
    response: messageDto,
    limits: [{ rule: LIMITS.amendment, key: 'actor' }],
  },
  ({ db, actor, params: { id, messageId } }) => takeBackMessage(db, actor, id, messageId),
);
