import { createParty } from '@/lib/parties/create-party';
import { listParties } from '@/lib/parties/list-parties';
import { createPartyInput, listPartiesQuery, partyDto, partyPageDto } from '@/lib/parties/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listParties',
    summary: 'Cortèges: several people of one event; to come or past, or of one client or order',
    access: 'staff',
    query: listPartiesQuery,
    response: partyPageDto,
  },
  ({ db, actor, query }) => listParties(db, actor, query),
);

export const POST = defineRoute(
  {
    operation: 'createParty',
    summary: 'Opens a cortège for an event',
    access: 'staff',
    body: createPartyInput,
    response: partyDto,
    status: 201,
    idempotent: true,
  },
  ({ db, actor, body }) => createParty(db, actor, body),
);
