import { z } from 'zod';
import { listMessages } from '@/lib/chat/list-messages';
import { messagePageDto, messageDto, listMessagesQuery, sendMessageInput } from '@/lib/chat/schemas';
import { sendMessage } from '@/lib/chat/send-message';
import { LIMITS } from '@/lib/limits';
import { Answer, defineRoute } from '@/lib/web/define-route';

const params = z.object({ id: z.string() });

export const GET = defineRoute(
  {
    operation: 'listMessages',
    summary: 'Messages of a conversation in rising seq, by page or by words',
    access: 'signedIn',
    params,
    query: listMessagesQuery,
    response: messagePageDto,
  },
  ({ db, actor, params: { id }, query }) => listMessages(db, actor, id, query),
);

export const POST = defineRoute(
  {
    operation: 'sendMessage',
    summary: 'Sends a message; the same clientMessageId again gives the first one (200)',
    access: 'signedIn',
    params,
    body: sendMessageInput,
    response: messageDto,
    status: 201,
    // Wider than the socket's: what waited offline leaves in one go.
    limits: [{ rule: LIMITS.message, key: 'actor' }],
  },
  async ({ db, actor, params: { id }, body }) => {
    const { message, duplicate } = await sendMessage(db, actor, id, body);
    return new Answer(duplicate ? 200 : 201, message);
  },
);
