import { getStats } from '@/lib/stats/get-stats';
import { statsDto, statsQuery } from '@/lib/stats/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'getStats',
    summary: 'What a period brought and kept, on the atelier’s calendar',
    access: 'staff',
    query: statsQuery,
    response: statsDto,
  },
  ({ db, query }) => getStats(db, query),
);
