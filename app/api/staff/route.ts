import { z } from 'zod';
import { listStaff } from '@/lib/auth/edit-staff';
import { staffResponse } from '@/lib/auth/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listStaff',
    summary: 'Everyone of the staff, closed accounts too.',
    access: 'owner',
    response: z.object({ items: z.array(staffResponse), nextCursor: z.null() }),
  },
  async ({ db, actor }) => ({ items: await listStaff(db, actor), nextCursor: null }),
);
