import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError, type ErrorCode } from '../errors';
import { formatMoney } from '../i18n/format';
import { translator } from '../i18n/translate';
import { inSeriesOf } from '../ledger/issue-entry';
import type { Announce } from './announce';
import type { OrderDto } from './answers';
import { changeOrder, type Deciding } from './change-order';
import { currencyOf } from './dto';
import { after, buyerRefusal, enterCredit, enterDeposit, enterWhole } from './enter-invoice';
import { depositRefusal, invoiceRefusal, mostDeposit, standingInvoice, usualDeposit } from './invoice-rules';
import type { IssueInvoiceInput } from './schemas';
import { requireCurrency } from './send-quote';

/**
 * Invoices are the order's couturier's and the owner's to issue.
 * @throws AppError forbidden.
 */
export function demandInvoicer({ actor, order }: Pick<Deciding, 'actor' | 'order'>): void {
  if (actor.role !== 'owner' && !order.couturierId.equals(actor.id)) throw new AppError('forbidden');
}

/** @throws AppError the refusal, with the sum it is about. */
export function refuse({ order, actor, house }: Deciding, code: ErrorCode | undefined, amount = 0): void {
  if (!code) return;
  const sum = formatMoney(actor.locale, { amount, currency: currencyOf(order, house.currency) });
  throw new AppError(code, { values: { amount: sum } });
}

/**
 * Issues a deposit invoice or the invoice of the whole, as an entry of the ledger, in one transaction with the order.
 * @throws AppError not_found, forbidden (neither the order's couturier nor an owner), currency_mismatch, action_not_allowed (before the
 *   acceptance, or the order is over), tax_unsaid, buyer_address_missing, invoice_nothing, invoice_vat, exemption_needed, invoice_standing, invoice_over,
 *   invoice_under_deposits.
 */
export const issueInvoice = (
  db: Database,
  actor: Actor,
  id: string,
  input: IssueInvoiceInput,
  announce: Announce,
): Promise<OrderDto> =>
  inSeriesOf(db, input.act === 'deposit' ? ['depositInvoice'] : ['invoice', 'creditNote'], () =>
    changeOrder(db, actor, id, { announce }, async (deciding) => {
      demandInvoicer(deciding);
      const { order, house } = deciding;
      const { exemption } = input;
      if (input.amount) requireCurrency(currencyOf(order, house.currency), [input.amount]);
      if (input.act === 'deposit') {
        const amount = input.amount?.amount ?? usualDeposit(order);
        refuse(deciding, depositRefusal(order, house.tax, amount, exemption), mostDeposit(order));
        refuse(deciding, await buyerRefusal(db, deciding));
        const { invoices, events } = await enterDeposit(db, deciding, amount, { exemption });
        return { changes: { invoices: [...order.invoices, ...invoices] }, events };
      }
      refuse(deciding, invoiceRefusal(order, house.tax, input));
      refuse(deciding, await buyerRefusal(db, deciding));
      const standing = standingInvoice(order.invoices);
      const reason = translator(actor.locale, 'pdf')('invoice.replaced');
      const countered = standing ? await enterCredit(db, deciding, standing, { reason }) : { invoices: [], events: [] };
      const entered = await enterWhole(db, after(deciding, countered), exemption);
      return {
        changes: { invoices: [...order.invoices, ...countered.invoices, ...entered.invoices] },
        events: [...countered.events, ...entered.events],
      };
    }),
  );
