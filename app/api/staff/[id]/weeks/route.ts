import { z } from 'zod';
import { agreeWeek } from '@/lib/absences/agree-week';
import { agreeWeekInput, handDto } from '@/lib/absences/schemas';
import { toId } from '@/lib/db/ids';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'agreeWeek',
    summary: 'Hours and working days of a week from a day on; what held before stays in the history',
    access: 'staff',
    params: z.object({ id: z.string() }),
    body: agreeWeekInput,
    response: handDto,
  },
  ({ db, actor, params, body }) => agreeWeek(db, actor, toId(params.id), body),
);
