import { z } from 'zod';
import { editAbsence, withdrawAbsence } from '@/lib/absences/change-absences';
import { absenceDto, editAbsenceInput } from '@/lib/absences/schemas';
import { toId } from '@/lib/db/ids';
import { defineRoute } from '@/lib/web/define-route';

const params = z.object({ id: z.string(), absenceId: z.string() });
const idsOf = ({ id, absenceId }: z.infer<typeof params>) => ({ staffId: toId(id), absenceId: toId(absenceId) });

export const PATCH = defineRoute(
  {
    operation: 'editAbsence',
    summary: 'Changes an absence, whole; answers what falls into it now',
    access: 'staff',
    params,
    body: editAbsenceInput,
    response: absenceDto,
  },
  ({ db, actor, params: of, body }) => editAbsence(db, actor, idsOf(of), body),
);

export const DELETE = defineRoute(
  {
    operation: 'withdrawAbsence',
    summary: 'Takes an absence back: its hours are offered again',
    access: 'staff',
    params,
    status: 204,
  },
  ({ db, actor, params: of }) => withdrawAbsence(db, actor, idsOf(of)),
);
