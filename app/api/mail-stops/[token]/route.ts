import { z } from 'zod';
import { LIMITS } from '@/lib/limits';
import { stopMails } from '@/lib/auth/mail-stop';
import { mailStopDto } from '@/lib/notifications/schemas';
import { defineRoute } from '@/lib/web/define-route';

const params = z.object({ token: z.string().max(1_000) });

export const POST = defineRoute(
  {
    operation: 'stopMails',
    summary: 'Stops the e-mails that a link in one of them stands for, without a sign-in (List-Unsubscribe, RFC 8058)',
    access: 'visitor',
    // A mail program asks, from no page of ours.
    fromAnywhere: true,
    params,
    response: mailStopDto,
    limits: [{ rule: LIMITS.mailStop, key: 'address' }],
  },
  ({ db, params: { token } }) => stopMails(db, token, true),
);

export const DELETE = defineRoute(
  {
    operation: 'resumeMails',
    summary: 'Lets them come again',
    access: 'visitor',
    params,
    response: mailStopDto,
    limits: [{ rule: LIMITS.mailStop, key: 'address' }],
  },
  ({ db, params: { token } }) => stopMails(db, token, false),
);
