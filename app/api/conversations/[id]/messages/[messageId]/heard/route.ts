import { z } from 'zod';
import { hearVoice } from '@/lib/chat/hear-voice';
import { messageDto } from '@/lib/chat/schemas';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';

export const PUT = defineRoute(
  {
    operation: 'hearVoice',
    summary: 'Says that the reader has listened to a voice message',
    access: 'signedIn',
    params: z.object({ id: z.string(), messageId: z.string() }),
    response: messageDto,
    limits: [{ rule: LIMITS.amendment, key: 'actor' }],
  },
  ({ db, actor, params: { id, messageId } }) => hearVoice(db, actor, id, messageId),
);
