import { z } from 'zod';
import { toId } from '@/lib/db/ids';
import { sendMail } from '@/lib/mail/send-mail';
import { clearKeys } from '@/lib/second-keys/change-keys';
import { afterwards } from '@/lib/web/afterwards';
import { defineRoute } from '@/lib/web/define-route';

export const DELETE = defineRoute(
  {
    operation: 'clearSecondKeys',
    summary: 'Takes all second keys of a member of the staff and ends their sessions; they are told by e-mail.',
    access: 'owner',
    params: z.object({ id: z.string() }),
    status: 204,
  },
  async ({ db, actor, params }) => {
    const { email: to, locale, name } = await clearKeys(db, actor, toId(params.id));
    afterwards(() => sendMail(db, { to, locale, template: 'secondKeysCleared', data: { name } }));
  },
);
