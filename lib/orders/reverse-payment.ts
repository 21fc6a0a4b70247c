import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import { paidAmount } from './totals';
import type { OrderDto } from './answers';
import type { ReversePaymentInput } from './schemas';

/**
 * Takes a wrong record back: it stays, struck, with who reversed it and when.
 * @throws AppError not_found, payment_reversed, action_not_allowed, refund_remains (more would have been given back than paid).
 */
export const reversePayment = (
  db: Database,
  actor: Actor,
  id: string,
  n: number,
  input: ReversePaymentInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, ({ order, by, now, demand }) => {
    const payment = order.payments.find((one) => one.n === n);
    if (!payment) throw new AppError('not_found');
    if (payment.reversed) throw new AppError('payment_reversed');
    demand('reversePayment');
    const reversed = { at: now, by, note: input.note };
    const payments = order.payments.map((one) => (one.n === n ? { ...one, reversed } : one));
    if (paidAmount(payments) < 0) throw new AppError('refund_remains');
    return {
      changes: { payments },
      events: [{ type: 'paymentReversed', note: input.note, data: { n, kind: payment.kind, amount: payment.amount } }],
    };
  });
