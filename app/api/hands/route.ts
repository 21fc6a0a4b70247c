import { listHands } from '@/lib/absences/list-hands';
import { handsDto } from '@/lib/absences/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listHands',
    summary: 'Hours and absences, with what falls into them: of everybody for an owner, of oneself for a couturier',
    access: 'staff',
    response: handsDto,
  },
  ({ db, actor }) => listHands(db, actor),
);
