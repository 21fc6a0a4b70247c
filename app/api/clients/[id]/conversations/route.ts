import { listHeads } from '@/lib/chat/heads';
import { conversationHeadDto } from '@/lib/chat/schemas';
import { clientParams } from '@/lib/clients/schemas';
import { pageDto } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listClientConversations',
    summary: 'With whom of the house a client speaks; none of the words',
    access: 'owner',
    params: clientParams,
    response: pageDto(conversationHeadDto),
  },
  async ({ db, actor, params }) => ({
    items: await listHeads(db, actor, { clientId: params.id }),
    nextCursor: null,
  }),
);
