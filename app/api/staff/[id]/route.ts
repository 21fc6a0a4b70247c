import { z } from 'zod';
import { editStaff } from '@/lib/auth/edit-staff';
import { editStaffInput, staffMemberDto } from '@/lib/auth/schemas';
import { toId } from '@/lib/db/ids';
import { defineRoute } from '@/lib/web/define-route';

export const PATCH = defineRoute(
  {
    operation: 'editStaff',
    summary: 'Changes a member of the staff; closing an account ends its sessions and sockets at once.',
    access: 'owner',
    params: z.object({ id: z.string() }),
    body: editStaffInput,
    response: staffMemberDto,
  },
  ({ db, actor, params, body }) => editStaff(db, actor, toId(params.id), body),
);
