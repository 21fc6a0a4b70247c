import { getDashboard } from '@/lib/dashboard/get-dashboard';
import { dashboardDto } from '@/lib/dashboard/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'getDashboard',
    summary: 'The day of the couturier who asks',
    access: 'staff',
    response: dashboardDto,
  },
  ({ db, actor }) => getDashboard(db, actor),
);
