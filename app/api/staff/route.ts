import { listStaff } from '@/lib/auth/edit-staff';
import { staffResponse } from '@/lib/auth/schemas';
import { pageOf, pageQuery, pageSchema } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listStaff',
    summary: 'Everyone of the staff, closed accounts too.',
    access: 'owner',
    query: pageQuery,
    response: pageSchema(staffResponse),
  },
  async ({ db, actor, query }) => pageOf(await listStaff(db, actor), query),
);
