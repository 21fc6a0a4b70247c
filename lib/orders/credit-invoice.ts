import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { inSeriesOf } from '../ledger/issue-entry';
import { grossOf } from '../ledger/totals';
import type { Announce } from './announce';
import type { OrderDto } from './answers';
import { changeOrder } from './change-order';
import { currencyOf } from './dto';
import { enterCredit } from './enter-invoice';
import { creditRefusal, leftOf } from './invoice-rules';
import { demandInvoicer, refuse } from './issue-invoice';
import type { CreditInvoiceInput } from './schemas';
import { requireCurrency } from './send-quote';

/**
 * Counters an invoice by a credit note, whole or in part; the invoice itself stays as it was issued.
 * @throws AppError not_found (no such invoice of this order), forbidden, currency_mismatch, credit_settled, credit_taken_up,
 *   credit_whole_only, credit_over.
 */
export const creditInvoice = (
  db: Database,
  actor: Actor,
  id: string,
  number: string,
  input: CreditInvoiceInput,
  announce: Announce,
): Promise<OrderDto> =>
  inSeriesOf(db, ['creditNote'], () =>
    changeOrder(db, actor, id, { announce }, async (deciding) => {
      demandInvoicer(deciding);
      const { order, house } = deciding;
      const one = order.invoices.find((invoice) => invoice.number === number);
      if (!one) throw new AppError('not_found');
      if (input.amount) requireCurrency(currencyOf(order, house.currency), [input.amount]);
      const amount = input.amount?.amount;
      refuse(deciding, creditRefusal(order.invoices, number, amount), grossOf(leftOf(order.invoices, one)));
      const { invoices, events } = await enterCredit(db, deciding, one, { amount, reason: input.reason });
      return { changes: { invoices: [...order.invoices, ...invoices] }, events };
    }),
  );
