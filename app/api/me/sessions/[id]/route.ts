import { z } from 'zod';
import { endSession } from '@/lib/auth/end-sessions';
import { defineRoute } from '@/lib/web/define-route';

export const DELETE = defineRoute(
  {
    operation: 'endMySession',
    summary: 'Signs one of my devices out.',
    access: 'signedIn',
    beforeSecondKey: true,
    params: z.object({ id: z.string().max(100) }),
    status: 204,
  },
  ({ db, actor, params }) => endSession(db, actor, params.id),
);
