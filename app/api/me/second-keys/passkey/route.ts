import { LIMITS } from '@/lib/limits';
import { addPasskey } from '@/lib/second-keys/change-keys';
import { addPasskeyInput, recoveryCodesDto } from '@/lib/second-keys/schemas';
import { demandSite } from '@/lib/web/origin';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'addMyPasskey',
    summary: 'Adds the passkey the browser made; answers recovery codes where there were none.',
    access: 'staff',
    beforeSecondKey: true,
    body: addPasskeyInput,
    response: recoveryCodesDto,
    limits: [{ rule: LIMITS.secondKeyAdd, key: 'actor' }],
  },
  ({ db, actor, body, request }) => addPasskey(db, actor, body, demandSite(request.headers)),
);
