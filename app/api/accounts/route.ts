import { LIMITS } from '@/lib/limits';
import { signUpInput, signedUpDto } from '@/lib/auth/schemas';
import { signUp } from '@/lib/clients/sign-up';
import { afterwards } from '@/lib/web/afterwards';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'signUp',
    summary:
      'Opens a client’s account and file. The same answer for an address that is already known, whose owner is told.',
    access: 'visitor',
    body: signUpInput,
    response: signedUpDto,
    status: 201,
    idempotent: true,
    limits: [
      { rule: LIMITS.signUpAddress, key: 'address' },
      { rule: LIMITS.signUpAccount, key: (body) => body.email },
    ],
  },
  async ({ db, body, locale }) => {
    const result = await signUp(db, body, locale);
    afterwards(result.afterwards);
    return { id: result.id };
  },
);
