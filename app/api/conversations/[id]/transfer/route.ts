import { conversationHeadDto, transferConversationInput } from '@/lib/chat/schemas';
import { transferConversation } from '@/lib/chat/transfer-conversation';
import { defineRoute } from '@/lib/web/define-route';
import { z } from 'zod';

export const POST = defineRoute(
  {
    operation: 'transferConversation',
    summary: 'Gives a conversation to another couturier; the thread says so, and the former one reads it no more',
    access: 'owner',
    params: z.object({ id: z.string() }),
    body: transferConversationInput,
    response: conversationHeadDto,
    idempotent: true,
  },
  ({ db, actor, params, body }) => transferConversation(db, actor, params.id, body),
);
