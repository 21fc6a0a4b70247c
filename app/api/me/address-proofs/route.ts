import { sendAddressProof } from '@/lib/auth/prove-address';
import { LIMITS } from '@/lib/limits';
import { afterwards } from '@/lib/web/afterwards';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'sendAddressProof',
    summary: 'Sends a link to my address that shows it is mine, unless that is known already.',
    access: 'signedIn',
    status: 204,
    limits: [{ rule: LIMITS.addressProof, key: 'actor' }],
  },
  async ({ db, actor }) => {
    afterwards(() => sendAddressProof(db, actor));
  },
);
