import { LIMITS } from '@/lib/limits';
import { resetPassword } from '@/lib/auth/reset-password';
import { resetPasswordInput, tokenParams } from '@/lib/auth/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'resetPassword',
    summary: 'Chooses a new password through a link; every session ends.',
    access: 'visitor',
    params: tokenParams,
    body: resetPasswordInput,
    status: 204,
    limits: [{ rule: LIMITS.resetUse, key: 'address' }],
  },
  ({ db, params, body }) => resetPassword(db, { token: params.token, password: body.password }),
);
