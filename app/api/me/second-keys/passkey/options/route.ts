import { LIMITS } from '@/lib/limits';
import { beginPasskey } from '@/lib/second-keys/change-keys';
import { proveInput, passkeyOptionsDto } from '@/lib/second-keys/schemas';
import { demandSite } from '@/lib/web/origin';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'beginMyPasskey',
    summary: 'What the browser needs to make a passkey (WebAuthn).',
    access: 'staff',
    beforeSecondKey: true,
    body: proveInput,
    response: passkeyOptionsDto,
    limits: [{ rule: LIMITS.secondKeyPasskey, key: 'actor' }],
  },
  ({ db, actor, body, request }) => beginPasskey(db, actor, body, demandSite(request.headers)),
);
