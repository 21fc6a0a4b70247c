import { editMember } from '@/lib/parties/edit-member';
import { editMemberInput, partyDto, partyMemberParams } from '@/lib/parties/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const PATCH = defineRoute(
  {
    operation: 'editPartyMember',
    summary: 'Changes who somebody is in a cortège, who pays for them, or which order is theirs',
    access: 'staff',
    params: partyMemberParams,
    body: editMemberInput,
    response: partyDto,
  },
  ({ db, actor, params, body }) => editMember(db, actor, params.id, params.n, body),
);
