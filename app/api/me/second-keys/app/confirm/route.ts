import { LIMITS } from '@/lib/limits';
import { confirmApp } from '@/lib/second-keys/change-keys';
import { confirmAppInput, recoveryCodesDto } from '@/lib/second-keys/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'confirmMyApp',
    summary: 'Ends it with a code of the app; answers recovery codes where there were none.',
    access: 'staff',
    beforeSecondKey: true,
    body: confirmAppInput,
    response: recoveryCodesDto,
    limits: [{ rule: LIMITS.secondKeyConfirm, key: 'actor' }],
  },
  ({ db, actor, body }) => confirmApp(db, actor, body),
);
