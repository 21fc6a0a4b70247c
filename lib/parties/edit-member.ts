import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import { changeParty, tidied, withPayer } from './change-party';
import { claimOrder } from './claim-order';
import type { MemberDocument } from './documents';
import type { EditMemberInput, PartyDto } from './schemas';

/**
 * Changes who somebody is in a party, who pays for them, or which order is theirs. The order itself is not touched.
 * @throws AppError not_found; order_in_party; party_full; stale_version with `current`.
 */
export function editMember(
  db: Database,
  _actor: StaffActor,
  id: string,
  n: number,
  input: EditMemberInput,
): Promise<PartyDto> {
  return changeParty(db, id, input.version, async (party, session) => {
    const member = party.members.find((one) => one.n === n);
    if (!member) throw notFound();
    const paid = input.payer
      ? await withPayer(db, party, member, input.payer, session)
      : { party, payer: member.payer };
    const next: MemberDocument = { ...member, payer: paid.payer };
    if (input.part === null) delete next.part;
    else if (input.part !== undefined) next.part = input.part;
    if (input.orderId === null) delete next.orderId;
    else if (input.orderId !== undefined) {
      next.orderId = toId(input.orderId);
      await claimOrder(db, party, { clientId: member.clientId, orderId: next.orderId, except: n }, session);
    }
    return tidied({ ...paid.party, members: party.members.map((one) => (one.n === n ? next : one)) });
  });
}
