import { LIMITS } from '@/lib/limits';
import { requestReset } from '@/lib/auth/request-reset';
import { requestedResetDto, requestResetInput } from '@/lib/auth/schemas';
import { afterwards } from '@/lib/web/afterwards';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'requestPasswordReset',
    summary: 'Sends a link to choose a new password, where the address has an account. Always the same answer.',
    access: 'visitor',
    body: requestResetInput,
    response: requestedResetDto,
    status: 202,
    limits: [
      { rule: LIMITS.resetAddress, key: 'address' },
      { rule: LIMITS.resetAccount, key: (body) => body.email },
    ],
  },
  async ({ db, body }) => {
    afterwards(() => requestReset(db, body));
    return {};
  },
);
