import { remindClient } from '@/lib/dashboard/remind-client';
import { remindClientInput } from '@/lib/dashboard/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'remindClient',
    summary: 'Remind a client of a signature, an answer or a deposit the house waits for',
    access: 'staff',
    body: remindClientInput,
    status: 204,
  },
  ({ db, actor, body }) => remindClient(db, actor, body),
);
