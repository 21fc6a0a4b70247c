import { getMe } from '@/lib/auth/get-me';
import { LIMITS } from '@/lib/limits';
import { eraseMeInput, editMeInput, meDto } from '@/lib/auth/schemas';
import { editOwnAccount } from '@/lib/clients/edit-own-account';
import { sendMail } from '@/lib/mail/send-mail';
import { eraseMe } from '@/lib/people/erase-me';
import { afterwards } from '@/lib/web/afterwards';
import { announceOrder } from '@/lib/announcers';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  { operation: 'getMe', summary: 'My own account.', access: 'signedIn', beforeSecondKey: true, response: meDto },
  ({ db, actor }) => getMe(db, actor),
);

export const PATCH = defineRoute(
  {
    operation: 'editMe',
    summary: 'Changes my own account.',
    access: 'signedIn',
    beforeSecondKey: true,
    body: editMeInput,
    response: meDto,
  },
  ({ db, actor, body }) => editOwnAccount(db, actor, body),
);

export const DELETE = defineRoute(
  {
    operation: 'eraseMe',
    summary:
      'Erases my account and what the house knows of me; asks for the password. Sessions and sockets end at once.',
    access: 'client',
    body: eraseMeInput,
    status: 204,
    limits: [{ rule: LIMITS.passwordChange, key: 'actor' }],
  },
  async ({ db, actor, body }) => {
    await eraseMe(db, actor, body, announceOrder);
    const { email: to, locale, name } = actor;
    afterwards(() => sendMail(db, { to, locale, template: 'erased', data: { name } }));
  },
);
