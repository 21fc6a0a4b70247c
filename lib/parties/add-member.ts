import type { StaffActor } from '../actor';
import { dayStart } from '../calendar';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import type { Announce } from '../orders/announce';
import { createOrder } from '../orders/create-order';
import type { JudgeDay } from '../orders/promise-day';
import { changeParty, withPayer } from './change-party';
import { claimOrder } from './claim-order';
import { type MemberDocument, type PartyDocument, parties } from './documents';
import type { AddMemberInput, PartyDto } from './schemas';
import { MOST_MEMBERS } from './words';

function demandRoom({ members }: PartyDocument): void {
  if (members.length >= MOST_MEMBERS) throw new AppError('party_full');
}

/**
 * Takes a person into a party, with an order of theirs, a new one, or none yet. A new order is told of the event once: its name, its day
 * and who watches over it come from the party.
 * @throws AppError not_found; party_full; order_in_party; what `createOrder` refuses, and nobody is then taken in.
 */
export async function addMember(
  db: Database,
  actor: StaffActor,
  id: string,
  input: AddMemberInput,
  announce: Announce,
  judge: JudgeDay,
): Promise<PartyDto> {
  const clientId = toId(input.clientId);
  const [before, client] = await Promise.all([parties(db).findOne({ _id: toId(id) }), findClientById(db, clientId)]);
  if (!before || !client) throw notFound();
  demandRoom(before);
  let orderId = input.orderId;
  if (input.order) {
    const { modelId, title, garment, description, promisedDate, anywayReason, couturierId } = input.order;
    const made = await createOrder(
      db,
      actor,
      {
        clientId: input.clientId,
        modelId,
        title,
        garment,
        description,
        options: {},
        referenceFileIds: [],
        promisedDate,
        anywayReason,
        couturierId: couturierId ?? before.couturierId.toHexString(),
        occasion: before.name,
        eventDate: new Date(dayStart(before.day)),
      },
      announce,
      judge,
    );
    orderId = made.id;
  }
  return changeParty(db, id, undefined, async (party, session) => {
    demandRoom(party);
    const own = orderId === undefined ? undefined : toId(orderId);
    if (own) await claimOrder(db, party, { clientId, orderId: own }, session);
    const paid = await withPayer(db, party, { clientId }, input.payer ?? {}, session);
    const n = paid.party.lastN + 1;
    const member: MemberDocument = {
      n,
      clientId,
      ...(input.part ? { part: input.part } : {}),
      ...(own ? { orderId: own } : {}),
      payer: paid.payer,
    };
    return { ...paid.party, lastN: n, members: [...party.members, member] };
  });
}
