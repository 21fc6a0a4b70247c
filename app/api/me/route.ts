import { getMe } from '@/lib/auth/get-me';
import { mePatch, meResponse } from '@/lib/auth/schemas';
import { editOwnAccount } from '@/lib/clients/edit-own-account';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  { operation: 'getMe', summary: 'My own account.', access: 'signedIn', response: meResponse },
  ({ db, actor }) => getMe(db, actor),
);

export const PATCH = defineRoute(
  { operation: 'editMe', summary: 'Changes my own account.', access: 'signedIn', body: mePatch, response: meResponse },
  ({ db, actor, body }) => editOwnAccount(db, actor, body),
);
