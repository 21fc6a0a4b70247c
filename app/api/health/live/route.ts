import { z } from 'zod';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'healthLive',
    summary: 'The process answers.',
    access: 'visitor',
    response: z.object({ status: z.literal('ok') }),
  },
  async () => ({ status: 'ok' }),
);
