import { listHeads } from '@/lib/chat/heads';
import { conversationHead } from '@/lib/chat/schemas';
import { clientParams } from '@/lib/clients/schemas';
import { pageSchema } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listClientConversations',
    summary: 'With whom of the house a client speaks; none of the words',
    access: 'owner',
    params: clientParams,
    response: pageSchema(conversationHead),
  },
  async ({ db, actor, params }) => ({
    items: await listHeads(db, actor, { clientId: params.id }),
    nextCursor: null,
  }),
);
