import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { translator } from '../i18n/translate';
import { inSeriesOf } from '../ledger/issue-entry';
import type { Announce } from './announce';
import { changeOrder } from './change-order';
import { depositOfPayment, enterCredit } from './enter-invoice';
import { enterReceipt } from './enter-receipt';
import { creditRefusal } from './invoice-rules';
import { paidAmount } from './totals';
import type { OrderDto } from './answers';
import type { ReversePaymentInput } from './schemas';

/**
 * Takes a wrong record back: it stays, struck, with who reversed it and when, and a counter-entry in the ledger.
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
  inSeriesOf(db, ['receipt', 'creditNote'], () =>
    changeOrder(db, actor, id, { announce }, async (deciding) => {
      const { order, by, now, demand } = deciding;
      const payment = order.payments.find((one) => one.n === n);
      if (!payment) throw new AppError('not_found');
      if (payment.reversed) throw new AppError('payment_reversed');
      demand('reversePayment');
      if (paidAmount(order.payments.filter((one) => one.n !== n)) < 0) throw new AppError('refund_remains');
      const receipt = await enterReceipt(db, deciding, payment);
      const reversed = { at: now, by, note: input.note, receipt };
      // The invoice of a deposit that never came is countered with it, unless an invoice has taken it up: then it is owed.
      const invoice = depositOfPayment(order, n);
      const reason = translator(actor.locale, 'pdf')('invoice.paymentReversed', { receipt });
      const countered =
        invoice && !creditRefusal(order.invoices, invoice.number)
          ? await enterCredit(db, deciding, invoice, { reason })
          : { invoices: [], events: [] };
      const payments = order.payments.map((one) => (one.n === n ? { ...one, reversed } : one));
      return {
        changes: { payments, invoices: [...order.invoices, ...countered.invoices] },
        events: [
          { type: 'paymentReversed', note: input.note, data: { n, kind: payment.kind, amount: payment.amount } },
          ...countered.events,
        ],
      };
    }),
  );
