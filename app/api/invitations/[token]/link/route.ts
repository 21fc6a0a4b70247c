import { handInvitation } from '@/lib/auth/list-invitations';
import { invitationLinkDto, tokenParams } from '@/lib/auth/schemas';
import { toId } from '@/lib/db/ids';
import { LIMITS } from '@/lib/limits';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'handInvitation',
    summary:
      'A link of an invitation to the staff, by its id, to hand over; it takes the place of the one sent by e-mail.',
    access: 'owner',
    params: tokenParams,
    response: invitationLinkDto,
    limits: [{ rule: LIMITS.invite, key: 'actor' }],
  },
  ({ db, actor, params }) => handInvitation(db, actor, toId(params.token)),
);
