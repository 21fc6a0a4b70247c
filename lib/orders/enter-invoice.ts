import { accounts } from '../auth/documents';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import { issueEntry } from '../ledger/issue-entry';
import type { InvoiceContent } from '../ledger/shape';
import { INVOICE_KINDS } from '../ledger/words';
import type { Deciding } from './change-order';
import type { Invoice, OrderDocument, Payment } from './documents';
import { currencyOf } from './dto';
import { signedAmount } from './enter-receipt';
import { creditNote, depositInvoice, type InvoiceFrame, isCompany, wholeInvoice } from './invoice-content';
import { creditOf, leftOf, takenUp, uninvoiced } from './invoice-rules';
import { acceptedQuote } from './rules';
import type { NewEvent } from './tell';
import { partOf } from '../ledger/totals';

/** Invoices that were entered, and what the timeline says of them. */
export interface Entered {
  invoices: Invoice[];
  events: NewEvent[];
}

/** An order as it is while it is being changed: what was entered a moment ago is part of it. */
type Entering = Pick<Deciding, 'order' | 'by' | 'house' | 'now' | 'session'> & {
  actor: Pick<Deciding['actor'], 'locale'>;
};

/** Everything that stands on an invoice of this order, whatever it is of; in the client's language where they have one here. */
async function frameOf(db: Database, { order, actor, house, now, session }: Entering): Promise<InvoiceFrame> {
  const file = await findClientById(db, order.clientId, session);
  const account = file?.accountId && (await accounts(db).findOne({ _id: file.accountId }, { session }));
  return {
    order,
    house,
    client: file ?? { name: '' },
    currency: currencyOf(order, house.currency),
    locale: account?.locale ?? actor.locale,
    now,
  };
}

/**
 * Why nothing can be invoiced to this order's client; `undefined` where it can. A company stands on its invoice with its name and address: CGI,
 * annexe II, art. 242 nonies A, I, 1°.
 */
export async function buyerRefusal(
  db: Database,
  { order, session }: Pick<Deciding, 'order' | 'session'>,
): Promise<'buyer_address_missing' | undefined> {
  const client = await findClientById(db, order.clientId, session);
  return client && isCompany({ client }) && !client.address?.trim() ? 'buyer_address_missing' : undefined;
}

/** Enters an invoice in the transaction of the order. */
async function enter(
  db: Database,
  { by, now, session }: Entering,
  body: InvoiceContent,
  payment?: number,
): Promise<Entered> {
  const signed = { id: by.id.toHexString(), name: by.name };
  const { number } = await issueEntry(db, { kind: INVOICE_KINDS[body.act], body, by: signed, now }, session);
  const { act, due, total, quote, deposits, dueAt, whole } = body;
  const [refersTo] = body.refersTo;
  const invoice: Invoice = {
    number,
    act,
    due,
    total,
    ...(act === 'invoice' && quote ? { quote: quote.n } : {}),
    takesUp: deposits.map((one) => one.number),
    ...(refersTo ? { refersTo } : {}),
    ...(whole ? { whole } : {}),
    ...(payment === undefined ? {} : { payment }),
    dueAt: new Date(dueAt),
    issuedAt: now,
    issuedBy: by,
  };
  const event: NewEvent = {
    type: act === 'credit' ? 'invoiceCredited' : 'invoiceIssued',
    note: body.reason,
    data: { number, act, amount: total, ...(refersTo ? { counters: refersTo } : {}) },
  };
  return { invoices: [invoice], events: [event] };
}

const paidLines = (payments: readonly Payment[]): InvoiceContent['paid'] =>
  payments
    .filter(({ reversed }) => !reversed)
    .map((payment) => ({
      receipt: payment.receipt,
      amount: signedAmount(payment).amount,
      method: payment.method,
      paidAt: payment.paidAt.toISOString(),
    }));

/** The quote in force; the rules have looked for it. */
function quoteOf(order: Pick<OrderDocument, 'quotes'>) {
  const quote = acceptedQuote(order as OrderDocument);
  if (!quote) throw new Error('an order without a quote in force has nothing to invoice');
  return quote;
}

/**
 * Enters a deposit invoice of so much, with VAT; the rules were asked before.
 * @param payment what it is the invoice of; without one it asks for the money
 */
export async function enterDeposit(
  db: Database,
  entering: Entering,
  amount: number,
  { payment, exemption }: { payment?: Payment; exemption?: string } = {},
): Promise<Entered> {
  const { order } = entering;
  const rates = partOf(uninvoiced(order), amount);
  const content = { rates, paid: payment ? paidLines([payment]) : [], exemption };
  return enter(db, entering, depositInvoice(await frameOf(db, entering), quoteOf(order), content), payment?.n);
}

/** Enters the invoice of the whole; the rules were asked before. */
export async function enterWhole(db: Database, entering: Entering, exemption?: string): Promise<Entered> {
  const { order } = entering;
  const issued = new Map(order.invoices.map(({ number, issuedAt }) => [number, issuedAt.toISOString()]));
  const deposits = takenUp(order.invoices).map((one) => ({ ...one, issuedAt: issued.get(one.number) ?? '' }));
  const content = { deposits, paid: paidLines(order.payments), exemption };
  return enter(db, entering, wholeInvoice(await frameOf(db, entering), quoteOf(order), content));
}

/** Enters what counters an invoice, all that is left of it without an amount; the rules were asked before. */
export async function enterCredit(
  db: Database,
  entering: Entering,
  counters: Invoice,
  { amount, reason }: { amount?: number; reason: string },
): Promise<Entered> {
  const { due, whole } = creditOf(entering.order.invoices, counters, amount);
  return enter(db, entering, creditNote(await frameOf(db, entering), counters, { rates: due, whole, reason }));
}

/** The order once something was entered, to enter what follows from it. */
export const after = <One extends Entering>(entering: One, { invoices }: Entered): One => ({
  ...entering,
  order: { ...entering.order, invoices: [...entering.order.invoices, ...invoices] },
});

/** The deposit invoice of a payment, where it stands, something is left of it and no invoice takes it up. */
export const depositOfPayment = (order: Pick<OrderDocument, 'invoices'>, n: number): Invoice | undefined =>
  order.invoices.find((one) => one.payment === n && one.act === 'deposit' && leftOf(order.invoices, one).length > 0);
