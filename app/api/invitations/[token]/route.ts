import { acceptInvitation } from '@/lib/auth/accept-invitation';
import { LIMITS } from '@/lib/limits';
import { withdrawInvitation } from '@/lib/auth/list-invitations';
import { acceptedInvitationDto, acceptInvitationInput, tokenParams } from '@/lib/auth/schemas';
import { linkInvitedClient } from '@/lib/clients/link-invited';
import { toId } from '@/lib/db/ids';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'acceptInvitation',
    summary: 'Makes the account an invitation promised.',
    access: 'visitor',
    params: tokenParams,
    body: acceptInvitationInput,
    response: acceptedInvitationDto,
    status: 201,
    limits: [{ rule: LIMITS.invitationUse, key: 'address' }],
  },
  ({ db, params, body }) => acceptInvitation(db, { token: params.token, ...body }, linkInvitedClient),
);

/** Here the last part of the path is the invitation's id: its secret is known to the invited person only. */
export const DELETE = defineRoute(
  {
    operation: 'withdrawInvitation',
    summary: 'Takes an invitation back, by its id.',
    access: 'staff',
    params: tokenParams,
    status: 204,
  },
  ({ db, actor, params }) => withdrawInvitation(db, actor, toId(params.token)),
);
