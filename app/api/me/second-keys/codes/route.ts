import { LIMITS } from '@/lib/limits';
import { renewCodes } from '@/lib/second-keys/change-keys';
import { proveInput, recoveryCodesDto } from '@/lib/second-keys/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'renewMyRecoveryCodes',
    summary: 'New recovery codes in the place of those that are left.',
    access: 'staff',
    beforeSecondKey: true,
    body: proveInput,
    response: recoveryCodesDto,
    limits: [{ rule: LIMITS.secondKeyCodes, key: 'actor' }],
  },
  ({ db, actor, body }) => renewCodes(db, actor, body),
);
