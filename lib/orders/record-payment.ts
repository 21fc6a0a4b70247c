import type { Actor } from '../actor';
import { DAY_MS } from '../calendar';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { dayKey, formatMoney } from '../i18n/format';
import { getHouse } from '../house/get-house';
import { inSeriesOf } from '../ledger/issue-entry';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import { currencyOf } from './dto';
import { buyerRefusal, enterDeposit } from './enter-invoice';
import { enterReceipt } from './enter-receipt';
import { depositRefusal, depositToInvoice } from './invoice-rules';
import { paidAmount } from './totals';
import type { OrderDto } from './answers';
import type { RecordPaymentInput } from './schemas';
import { requireCurrency } from './send-quote';

/**
 * Records what was paid or given back, and enters it in the ledger; with a deposit, its invoice where the house issues them. The balance follows from the records; it is stored nowhere.
 * @throws AppError not_found, action_not_allowed (before the acceptance), currency_mismatch, refund_too_high, paid_ahead (a day
 *   after tomorrow: today may be tomorrow already where the one who records it is).
 */
export async function recordPayment(
  db: Database,
  actor: Actor,
  id: string,
  input: RecordPaymentInput,
  announce: Announce,
): Promise<OrderDto> {
  const { tax } = await getHouse(db);
  const invoiced = input.kind === 'deposit' && tax.regime !== 'unsaid' && tax.issues.deposits;
  return inSeriesOf(db, invoiced ? ['receipt', 'depositInvoice'] : ['receipt'], () =>
    changeOrder(db, actor, id, { announce }, async (deciding) => {
      const { order, by, house, now, demand } = deciding;
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
      const receipt = await enterReceipt(db, deciding, payment);
      const entered = { ...payment, receipt };
      // VAT on a deposit is due when it comes in (CGI, art. 269, 2), so its invoice is issued with it, of what none is of yet.
      const deposit = invoiced ? depositToInvoice(order, paid + input.amount.amount, input.amount.amount) : 0;
      const made =
        deposit > 0 && !depositRefusal(order, house.tax, deposit) && !(await buyerRefusal(db, deciding))
          ? await enterDeposit(db, deciding, deposit, { payment: entered })
          : { invoices: [], events: [] };
      return {
        changes: { payments: [...order.payments, entered], invoices: [...order.invoices, ...made.invoices] },
        events: [
          {
            type: 'paymentRecorded',
            note: input.note,
            data: { n, kind: input.kind, method: input.method, amount: input.amount },
          },
          ...made.events,
        ],
      };
    }),
  );
}
