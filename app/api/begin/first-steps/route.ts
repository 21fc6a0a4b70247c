import { editFirstSteps } from '@/lib/begin/first-steps';
import { editFirstStepsInput, firstStepsDto } from '@/lib/begin/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const PATCH = defineRoute(
  {
    operation: 'editFirstSteps',
    summary: 'Leaves a first step of the house as it was proposed, or puts the page of the first steps away.',
    access: 'owner',
    body: editFirstStepsInput,
    response: firstStepsDto,
  },
  ({ db, body }) => editFirstSteps(db, body),
);
