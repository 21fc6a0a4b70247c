import { listConversations } from '@/lib/chat/list-conversations';
import {
  conversationPageDto,
  conversationDto,
  listConversationsQuery,
  startConversationInput,
} from '@/lib/chat/schemas';
import { startConversation } from '@/lib/chat/start-conversation';
import { LIMITS } from '@/lib/limits';
import { Answer, defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listConversations',
    summary: 'One’s own conversations, the last spoken in first',
    access: 'signedIn',
    query: listConversationsQuery,
    response: conversationPageDto,
  },
  ({ db, actor, query }) => listConversations(db, actor, query),
);

export const POST = defineRoute(
  {
    operation: 'startConversation',
    summary: 'Opens the conversation of a pair, or gives the one they have (200)',
    access: 'signedIn',
    body: startConversationInput,
    response: conversationDto,
    status: 201,
    idempotent: true,
    limits: [{ rule: LIMITS.conversation, key: 'actor' }],
  },
  async ({ db, actor, body }) => {
    const { conversation, created } = await startConversation(db, actor, body);
    return new Answer(created ? 201 : 200, conversation);
  },
);
