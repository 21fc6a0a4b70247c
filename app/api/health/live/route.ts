import { healthDto } from '@/lib/start/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'healthLive',
    summary: 'The process answers.',
    access: 'visitor',
    response: healthDto,
  },
  async () => ({ status: 'ok' }),
);
