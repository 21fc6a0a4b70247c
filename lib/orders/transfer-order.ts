import type { Actor } from '../actor';
import type { Database } from '../db/client';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import { AppError } from '../errors';
import { handOver } from './hand-over';
import type { OrderDto } from './answers';
import { type JudgeDay, standingPromise } from './promise-day';
import type { TransferOrderInput } from './schemas';

/**
 * An owner gives an order to another couturier, with what is still to do on it. Where the day that was promised is beyond their
 * hours, it passes with a reason only.
 * @throws AppError not_found, forbidden, stale_version with `current`, action_not_allowed, transfer_same, promise_untenable.
 */
export const transferOrder = (
  db: Database,
  actor: Actor,
  id: string,
  input: TransferOrderInput,
  announce: Announce,
  judge: JudgeDay,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { version: input.version, announce }, async (deciding) => {
    if (deciding.order.couturierId.toHexString() === input.couturierId.toLowerCase())
      throw new AppError('transfer_same');
    const { order, now } = deciding;
    const { changes, events } = await handOver(db, deciding, input.couturierId, input.note);
    const asked = { order: { ...order, ...changes }, given: true, now, reason: input.anywayReason };
    return { changes, events: [...events, ...(await standingPromise(db, judge, asked))] };
  });
