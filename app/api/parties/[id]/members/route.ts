import { announceOrder } from '@/lib/announcers';
import { LIMITS } from '@/lib/limits';
import { addMember } from '@/lib/parties/add-member';
import { addMemberInput, partyDto, partyParams } from '@/lib/parties/schemas';
import { judgeOrder } from '@/lib/promises/judge-order';
import { defineRoute } from '@/lib/web/define-route';

export const POST = defineRoute(
  {
    operation: 'addPartyMember',
    summary: 'Takes a person into a cortège, with an order that is there, a new one, or none yet',
    access: 'staff',
    params: partyParams,
    body: addMemberInput,
    response: partyDto,
    status: 201,
    idempotent: true,
    limits: [{ rule: LIMITS.partyMember, key: 'actor' }],
  },
  ({ db, actor, params, body }) => addMember(db, actor, params.id, body, announceOrder, judgeOrder),
);
