import { z } from 'zod';
import { addAbsence } from '@/lib/absences/change-absences';
import { absenceDto, addAbsenceInput } from '@/lib/absences/schemas';
import { toId } from '@/lib/db/ids';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'addAbsence',
    summary: 'Enters days away; answers the appointments and promises that fall into them, and moves none',
    access: 'staff',
    params: z.object({ id: z.string() }),
    body: addAbsenceInput,
    response: absenceDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, params, body }) => addAbsence(db, actor, toId(params.id), body),
);
