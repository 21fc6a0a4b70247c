import { proveAddress } from '@/lib/auth/prove-address';
import { tokenParams } from '@/lib/auth/schemas';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'proveAddress',
    summary: 'Shows by the link of a mail that my address is mine.',
    access: 'signedIn',
    params: tokenParams,
    status: 204,
    limits: [{ rule: LIMITS.addressProofUse, key: 'actor' }],
  },
  ({ db, actor, params }) => proveAddress(db, actor, params.token),
);
