import { z } from 'zod';
import { pinConversation } from '@/lib/chat/pin-conversation';
import { defineRoute } from '@/lib/web/define-route';

const params = z.object({ id: z.string() });

export const PUT = defineRoute(
  { operation: 'pinConversation', summary: 'Keeps a conversation at hand', access: 'signedIn', params, status: 204 },
  ({ db, actor, params: { id } }) => pinConversation(db, actor, id, true),
);

export const DELETE = defineRoute(
  { operation: 'unpinConversation', summary: 'Lets it go again', access: 'signedIn', params, status: 204 },
  ({ db, actor, params: { id } }) => pinConversation(db, actor, id, false),
);
