import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import type { OrderDto } from './answers';

/**
 * The client takes a change request back, or leaves the couturier's proposal: the order stays as it is.
 * @throws AppError not_found, change_request_not_open, action_not_allowed.
 */
export const withdrawChange = (
  db: Database,
  actor: Actor,
  id: string,
  n: number,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, ({ order, now, demand }) => {
    const request = order.changeRequests.find((one) => one.n === n);
    if (!request) throw new AppError('not_found');
    if (request.status !== 'open' && request.status !== 'answered') throw new AppError('change_request_not_open');
    demand('withdrawChange');
    return {
      changes: {
        changeRequests: order.changeRequests.map((one) =>
          one.n === n ? { ...one, status: 'withdrawn', settledAt: now } : one,
        ),
      },
      events: [{ type: 'changeWithdrawn', data: { n } }],
    };
  });
