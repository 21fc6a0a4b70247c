import { announceOrder } from '@/lib/announcers';
import { partyDto, partyMemberParams, withdrawMemberInput } from '@/lib/parties/schemas';
import { returnMember, withdrawMember } from '@/lib/parties/withdraw-member';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'withdrawPartyMember',
    summary: 'Somebody withdraws from a cortège; nobody else’s order, day or share changes',
    access: 'staff',
    params: partyMemberParams,
    body: withdrawMemberInput,
    bodyOptional: true,
    response: partyDto,
  },
  ({ db, actor, params, body }) => withdrawMember(db, actor, params.id, params.n, body, announceOrder),
);

export const DELETE = defineRoute(
  {
    operation: 'returnPartyMember',
    summary: 'Somebody is of a cortège after all; an order that was cancelled stays so',
    access: 'staff',
    params: partyMemberParams,
    response: partyDto,
  },
  ({ db, actor, params }) => returnMember(db, actor, params.id, params.n),
);
