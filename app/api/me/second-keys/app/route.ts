import { LIMITS } from '@/lib/limits';
import { beginApp } from '@/lib/second-keys/change-keys';
import { proveInput, newAppDto } from '@/lib/second-keys/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'beginMyApp',
    summary: 'Begins to add an app with codes: its secret, told once.',
    access: 'staff',
    beforeSecondKey: true,
    body: proveInput,
    response: newAppDto,
    limits: [{ rule: LIMITS.secondKeyApp, key: 'actor' }],
  },
  ({ db, actor, body }) => beginApp(db, actor, body),
);
