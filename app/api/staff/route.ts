import { listStaff } from '@/lib/auth/edit-staff';
import { staffMemberDto } from '@/lib/auth/schemas';
import { pageOf, pageQuery, pageDto } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listStaff',
    summary: 'Everyone of the staff, closed accounts too.',
    access: 'owner',
    query: pageQuery,
    response: pageDto(staffMemberDto),
  },
  async ({ db, actor, query }) => pageOf(await listStaff(db, actor), query),
);
