import { createInvitation } from '@/lib/auth/create-invitation';
import { LIMITS } from '@/lib/limits';
import { listInvitations } from '@/lib/auth/list-invitations';
import { createInvitationInput, invitationDto } from '@/lib/auth/schemas';
import { inviteClient } from '@/lib/clients/invite-client';
import { pageOf, pageQuery, pageDto } from '@/lib/pagination';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listInvitations',
    summary: 'Invitations that wait for their person.',
    access: 'staff',
    query: pageQuery,
    response: pageDto(invitationDto),
  },
  async ({ db, actor, query }) => pageOf(await listInvitations(db, actor), query),
);

export const POST = defineRoute(
  {
    operation: 'invite',
    summary: 'Invites a client (any couturier) or a member of the staff (the owner) by e-mail.',
    access: 'staff',
    body: createInvitationInput,
    response: invitationDto,
    status: 201,
    idempotent: true,
    limits: [{ rule: LIMITS.invite, key: 'actor' }],
  },
  ({ db, actor, body, locale }) => {
    const { email, role, clientId } = body;
    return role === 'client'
      ? inviteClient(db, actor, { email, clientId, locale })
      : createInvitation(db, actor, { email, role, locale });
  },
);
