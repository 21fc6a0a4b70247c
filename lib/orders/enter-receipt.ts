import { accounts } from '../auth/documents';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import type { HouseDocument } from '../house/documents';
import { issueEntry } from '../ledger/issue-entry';
import type { ReceiptContent } from '../ledger/shape';
import type { Deciding } from './change-order';
import type { OrderDocument, Payment } from './documents';

/** A payment that has no number yet. */
export type Unentered = Omit<Payment, 'receipt'>;

/** What the house took, as the ledger counts: money given back is less than nothing. */
export const signedAmount = ({ kind, amount }: Pick<Payment, 'kind' | 'amount'>): Payment['amount'] =>
  kind === 'refund' ? { ...amount, amount: -amount.amount } : amount;

/** The receipts that money given back is given back of: those of the order that were not taken back. */
const ofRefund = (payments: readonly Payment[]): string[] =>
  payments.filter(({ kind, reversed }) => kind !== 'refund' && !reversed).map(({ receipt }) => receipt);

/** What a receipt's entry says of a payment, or of taking its record back. */
export function receiptOf(
  order: Pick<OrderDocument, '_id' | 'number' | 'title' | 'payments'>,
  payment: Unentered & { receipt?: string },
  { house, client, locale }: { house: HouseDocument; client: string; locale: string },
): ReceiptContent {
  const { receipt } = payment;
  const amount = signedAmount(payment);
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
  const body = receiptOf(order, payment, { house, client: clientName, locale: account?.locale ?? actor.locale });
  const signed = { id: by.id.toHexString(), name: by.name };
  return (await issueEntry(db, { kind: 'receipt', body, by: signed, now }, session)).number;
}
