import { changePassword } from '@/lib/auth/change-password';
import { LIMITS } from '@/lib/limits';
import { changePasswordInput } from '@/lib/auth/schemas';
import { sendMail } from '@/lib/mail/send-mail';
import { afterwards } from '@/lib/web/afterwards';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'changePassword',
    summary: 'Changes my password and ends every other session and socket.',
    access: 'signedIn',
    beforeSecondKey: true,
    body: changePasswordInput,
    status: 204,
    limits: [{ rule: LIMITS.passwordChange, key: 'actor' }],
  },
  async ({ db, actor, body }) => {
    await changePassword(db, actor, body);
    const { email: to, locale, name } = actor;
    afterwards(() => sendMail(db, { to, locale, template: 'passwordChanged', data: { name } }));
  },
);
