import { editParty } from '@/lib/parties/edit-party';
import { readParty } from '@/lib/parties/read-party';
import { editPartyInput, partyDto, partyParams } from '@/lib/parties/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'readParty',
    summary: 'A cortège with everybody in it, as their orders are now, and what each payer owes',
    access: 'staff',
    params: partyParams,
    response: partyDto,
  },
  ({ db, actor, params }) => readParty(db, actor, params.id),
);

export const PATCH = defineRoute(
  {
    operation: 'editParty',
    summary: 'Changes what a cortège says of its event, and its common days',
    access: 'staff',
    params: partyParams,
    body: editPartyInput,
    response: partyDto,
  },
  ({ db, actor, params, body }) => editParty(db, actor, params.id, body),
);
