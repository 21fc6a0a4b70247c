import { z } from 'zod';
import { listConversationFiles } from '@/lib/chat/list-files';
import { galleryPageDto } from '@/lib/chat/schemas';
import { pageQuery } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listConversationFiles',
    summary: 'Every file of a conversation, newest first',
    access: 'signedIn',
    params: z.object({ id: z.string() }),
    query: pageQuery,
    response: galleryPageDto,
  },
  ({ db, actor, params, query }) => listConversationFiles(db, actor, params.id, query),
);
