import { z } from 'zod';
import { listSessions } from '@/lib/auth/list-sessions';
import { sessionResponse } from '@/lib/auth/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listMySessions',
    summary: 'My signed-in devices, the last seen first.',
    access: 'signedIn',
    response: z.object({ items: z.array(sessionResponse), nextCursor: z.null() }),
  },
  ({ db, actor }) => listSessions(db, actor),
);
