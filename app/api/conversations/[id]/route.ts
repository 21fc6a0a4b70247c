import { z } from 'zod';
import { getConversation } from '@/lib/chat/get-conversation';
import { conversationDto } from '@/lib/chat/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'getConversation',
    summary: 'One of one’s own conversations',
    access: 'signedIn',
    params: z.object({ id: z.string() }),
    response: conversationDto,
  },
  ({ db, actor, params }) => getConversation(db, actor, params.id),
);
