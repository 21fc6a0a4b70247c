import type { Actor } from '../actor';
import { DAY_MS } from '../calendar';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { dayKey, formatMoney } from '../i18n/format';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import { currencyOf } from './dto';
import { paidAmount } from './totals';
import type { OrderDto } from './answers';
import type { RecordPaymentInput } from './schemas';
import { requireCurrency } from './send-quote';

/**
 * Records what was paid or given back. The balance follows from the records; it is stored nowhere.
 * @throws AppError not_found, action_not_allowed (before the acceptance), currency_mismatch, refund_too_high, paid_ahead (a day
 *   after tomorrow: today may be tomorrow already where the one who records it is).
 */
export const recordPayment = (
  db: Database,
  actor: Actor,
  id: string,
  input: RecordPaymentInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, ({ order, by, house, now, demand }) => {
    demand('recordPayment');
    const currency = currencyOf(order, house.currency);
    requireCurrency(currency, [input.amount]);
    if (dayKey(input.paidAt) > dayKey(new Date(now.getTime() + DAY_MS))) throw new AppError('paid_ahead');
    const paid = paidAmount(order.payments);
    if (input.kind === 'refund' && input.amount.amount > paid)
      throw new AppError('refund_too_high', {
        values: { amount: formatMoney(actor.locale, { amount: paid, currency }) },
      });
    const n = order.payments.length + 1;
    const payment = {
      n,
      kind: input.kind,
      amount: input.amount,
      method: input.method,
      paidAt: input.paidAt,
      recordedBy: by,
      recordedAt: now,
      note: input.note,
    };
    return {
      changes: { payments: [...order.payments, payment] },
      events: [
        {
          type: 'paymentRecorded',
          note: input.note,
          data: { n, kind: input.kind, method: input.method, amount: input.amount },
        },
      ],
    };
  });
