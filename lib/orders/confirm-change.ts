import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import type { Announce } from './announce';
import { applyChange } from './apply-change';
import { changeOrder, demandClientSide } from './change-order';
import type { OrderDto } from './answers';

/**
 * The client agrees to the couturier's answer: the order takes its new version, price and date. Agreeing to what is already
 * applied is answered with the order as it is.
 * @throws AppError not_found, change_request_not_open, action_not_allowed.
 */
export const confirmChange = (
  db: Database,
  actor: Actor,
  id: string,
  n: number,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, (deciding) => {
    demandClientSide(deciding);
    const request = deciding.order.changeRequests.find((one) => one.n === n);
    if (!request) throw new AppError('not_found');
    if (request.status === 'applied') return { changes: {}, events: [] };
    if (request.status !== 'answered') throw new AppError('change_request_not_open');
    deciding.demand('confirmChange');
    return applyChange(deciding, request);
  });
