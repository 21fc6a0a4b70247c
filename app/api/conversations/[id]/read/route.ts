import { z } from 'zod';
import { markRead } from '@/lib/chat/move-cursors';
import { cursorDto, readConversationInput } from '@/lib/chat/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'markRead',
    summary: 'Moves the reader’s cursor forward',
    access: 'signedIn',
    params: z.object({ id: z.string() }),
    body: readConversationInput,
    response: cursorDto,
  },
  ({ db, actor, params, body }) => markRead(db, actor, params.id, body.seq),
);
