import type { StaffActor } from '../actor';
import { recordAct } from '../audit/record-act';
import { listHeads } from '../chat/heads';
import { transferConversation } from '../chat/transfer-conversation';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError } from '../errors';
import { OVER } from '../house/stages';
import type { Announce } from '../orders/announce';
import { orders } from '../orders/documents';
import type { JudgeDay, JudgeHandOver } from '../orders/promise-day';
import type { TransferWorkInput } from '../orders/schemas';
import { transferOrder } from '../orders/transfer-order';

/** How much work one couturier has. */
export interface Work {
  orders: number;
  conversations: number;
}

const openOrders = (db: Database, couturierId: string) =>
  orders(db).find({ couturierId: toId(couturierId), stage: { $nin: [...OVER] } });

/**
 * What would be handed over with a couturier's work.
 * @throws AppError forbidden for anybody but an owner.
 */
export async function readWork(db: Database, actor: StaffActor, couturierId: string): Promise<Work> {
  const heads = await listHeads(db, actor, { couturierId });
  return { orders: (await openOrders(db, couturierId).toArray()).length, conversations: heads.length };
}

/**
 * Hands everything a couturier has under way to another one: each order and each conversation as by hand, one after the
 * other. Stopped half-way it is simply done again: what went is gone. Promised days are asked for all together before anything
 * goes: beyond the other's hours they pass with one reason, which each of them keeps.
 * @throws AppError forbidden, not_found, transfer_same; promise_untenable with the orders in `orders`.
 */
export async function transferWork(
  db: Database,
  actor: StaffActor,
  fromId: string,
  input: TransferWorkInput,
  announce: Announce,
  judge: JudgeHandOver,
): Promise<Work> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  if (fromId.toLowerCase() === input.couturierId.toLowerCase()) throw new AppError('transfer_same');
  const { couturierId, anywayReason } = input;
  const list = await openOrders(db, fromId).toArray();
  const hands = { from: fromId.toLowerCase(), to: couturierId.toLowerCase(), now: new Date() };
  const untenable = await judge(db, hands);
  const [promise] = untenable.values();
  if (promise && anywayReason === undefined) {
    const which = list.filter(({ _id }) => untenable.has(_id.toHexString()));
    const orders = which.map(({ _id, number, title }) => ({ id: _id.toHexString(), number, title }));
    throw new AppError('promise_untenable', { extra: { promise, orders } });
  }
  const heads = await listHeads(db, actor, { couturierId: fromId });
  for (const head of heads) await transferConversation(db, actor, head.id, { couturierId });
  // One by one the first would still find room where all of them have none: what was said of all counts.
  const judged: JudgeDay = (_db, { order }) => Promise.resolve(untenable.get(order._id.toHexString()));
  for (const { _id, version } of list)
    await transferOrder(db, actor, _id.toHexString(), { couturierId, anywayReason, version }, announce, judged);
  await recordAct(db, {
    kind: 'workTransferred',
    by: actor.id,
    of: { kind: 'account', id: toId(fromId) },
    detail: { count: list.length, more: heads.length },
  });
  return { orders: list.length, conversations: heads.length };
}
