import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import { isOver } from '../house/stages';
import type { Announce } from '../orders/announce';
import { moveOrder } from '../orders/move-order';
import { orders } from '../orders/documents';
import { changeParty } from './change-party';
import { parties } from './documents';
import type { PartyDto, WithdrawMemberInput } from './schemas';

/**
 * Somebody withdraws: their row stays, with what happened; nobody else's order, day or share changes. Their own order is cancelled on
 * the way every order is, or goes on apart. A second withdrawal changes nothing.
 * @throws AppError not_found; what `moveOrder` refuses, and they have then not withdrawn.
 */
export async function withdrawMember(
  db: Database,
  actor: StaffActor,
  id: string,
  n: number,
  input: WithdrawMemberInput,
  announce: Announce,
): Promise<PartyDto> {
  const party = await parties(db).findOne({ _id: toId(id) });
  const member = party?.members.find((one) => one.n === n);
  if (!member) throw notFound();
  const cancels = input.cancelOrder && !member.withdrawn;
  const order = member.orderId && cancels ? await orders(db).findOne({ _id: member.orderId }) : null;
  if (order && !isOver(order.stage)) {
    const move = { to: 'cancelled' as const, note: input.note, version: order.version };
    await moveOrder(db, actor, order._id.toHexString(), move, announce);
  }
  return changeParty(db, id, undefined, (now) =>
    Promise.resolve({
      ...now,
      members: now.members.map((one) =>
        one.n === n && !one.withdrawn
          ? { ...one, withdrawn: { at: new Date(), by: actor.id, ...(input.note ? { note: input.note } : {}) } }
          : one,
      ),
    }),
  );
}

/**
 * Somebody is of the party after all; an order that was cancelled stays so.
 * @throws AppError not_found.
 */
export const returnMember = (db: Database, _actor: StaffActor, id: string, n: number): Promise<PartyDto> =>
  changeParty(db, id, undefined, (party) => {
    if (!party.members.some((one) => one.n === n)) throw notFound();
    const members = party.members.map((one) => {
      if (one.n !== n) return one;
      const { withdrawn: _withdrawn, ...back } = one;
      return back;
    });
    return Promise.resolve({ ...party, members });
  });
