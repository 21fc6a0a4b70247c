import { getOverview } from '@/lib/overview/get-overview';
import { overviewDto } from '@/lib/overview/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'getOverview',
    summary:
      'The whole house at a glance, for its owner: promises in danger, who waits, hands by week, what is owed, who is away',
    access: 'owner',
    response: overviewDto,
  },
  ({ db, actor }) => getOverview(db, actor),
);
