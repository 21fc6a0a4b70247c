import { accounts } from '../auth/documents';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import type { HouseDocument } from '../house/documents';
import { issueEntry } from '../ledger/issue-entry';
import { receiptsOf } from '../ledger/keep-paper';
import type { ReceiptContent } from '../ledger/shape';
import { against, grossOf, less, partOf, type RateSum, together } from '../ledger/totals';
import type { Deciding } from './change-order';
import type { OrderDocument, Payment } from './documents';
import { sumsOf } from './invoice-rules';
import { acceptedQuote } from './rules';

/** A payment that has no number yet. */
export type Unentered = Omit<Payment, 'receipt'>;

/** What the house took, as the ledger counts: money given back is less than nothing. */
export const signedAmount = ({ kind, amount }: Pick<Payment, 'kind' | 'amount'>): Payment['amount'] =>
  kind === 'refund' ? { ...amount, amount: -amount.amount } : amount;

/** The receipts that money given back is given back of: those of the order that were not taken back. */
const ofRefund = (payments: readonly Payment[]): string[] =>
  payments.filter(({ kind, reversed }) => kind !== 'refund' && !reversed).map(({ receipt }) => receipt);

/**
 * A payment by rate: of what comes, a part of what the quote in force asks for and has not come yet, so that payments of all of it come to
 * its VAT to the minor unit; of what goes back, a part of what came. `undefined` where the house has not said how it is taxed, or
 * nothing is priced. VAT on what comes before the piece, and on work, is due when it comes (CGI, art. 269, 2, a bis and c).
 * @param received what came for this order so far
 */
function ratesOf(
  order: Pick<OrderDocument, 'quotes'>,
  amount: number,
  { tax }: Pick<HouseDocument, 'tax'>,
  received: readonly RateSum[],
): RateSum[] | undefined {
  const quote = acceptedQuote(order);
  if (!quote || tax.regime === 'unsaid') return undefined;
  const asked = sumsOf(quote.lines).rates;
  const from = amount < 0 ? received : less(asked, received);
  const parts = partOf(grossOf(from) >= Math.abs(amount) ? from : asked, Math.abs(amount));
  return parts.length === 0 ? undefined : amount < 0 ? against(parts) : parts;
}

/** What a receipt's entry says of a payment, or of taking its record back. */
export function receiptOf(
  order: Pick<OrderDocument, '_id' | 'number' | 'title' | 'payments' | 'quotes'>,
  payment: Unentered & { receipt?: string },
  {
    house,
    client,
    locale,
    undone,
    received = [],
  }: {
    house: HouseDocument;
    client: string;
    locale: string;
    undone?: Pick<ReceiptContent, 'rates'>;
    received?: readonly RateSum[];
  },
): ReceiptContent {
  const { receipt } = payment;
  const amount = signedAmount(payment);
  const rates = receipt ? undone?.rates && against(undone.rates) : ratesOf(order, amount.amount, house, received);
  return {
    ...(receipt
      ? { act: 'reversal', amount: { ...amount, amount: -amount.amount }, refersTo: [receipt] }
      : payment.kind === 'refund'
        ? { act: 'refund', amount, refersTo: ofRefund(order.payments) }
        : { act: 'payment', amount, refersTo: [] }),
    purpose: payment.kind,
    method: payment.method,
    paidAt: payment.paidAt.toISOString(),
    payment: payment.n,
    order: { id: order._id.toHexString(), number: order.number, title: order.title },
    client,
    ...(rates ? { rates } : {}),
    house: {
      name: house.name,
      address: house.address
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      phone: house.phone,
      email: house.email,
    },
    locale,
  };
}

/**
 * Enters a payment, or the counter-entry of one that has a receipt, in the transaction of the order.
 * @returns the number of the entry
 */
export async function enterReceipt(
  db: Database,
  { order, actor, by, house, clientName, now, session }: Deciding,
  payment: Unentered & { receipt?: string },
): Promise<string> {
  // The paper is the client's: in their language where they have one here.
  const file = await findClientById(db, order.clientId, session);
  const account = file?.accountId && (await accounts(db).findOne({ _id: file.accountId }, { session }));
  const earlier = await receiptsOf(db, order._id.toHexString(), session);
  const undone = earlier.find(({ number }) => number === payment.receipt)?.body;
  const received = together(...earlier.map(({ body }) => body.rates ?? []));
  const locale = account?.locale ?? actor.locale;
  const body = receiptOf(order, payment, { house, client: clientName, locale, undone, received });
  const signed = { id: by.id.toHexString(), name: by.name };
  return (await issueEntry(db, { kind: 'receipt', body, by: signed, now }, session)).number;
}
