import type { ClientSession } from 'mongodb';
import type { Database } from '../db/client';
import type { InvoiceTold } from '../ledger/judge-invoices';
import type { PaymentTold } from '../ledger/verify-ledger';
import { orders } from './documents';
import { signedAmount } from './enter-receipt';

/** Every invoice of every order, as the ledger must have it. */
export async function listInvoices(db: Database, session: ClientSession): Promise<InvoiceTold[]> {
  const invoiced = await orders(db)
    .find({ 'invoices.0': { $exists: true } }, { session, projection: { invoices: 1 } })
    .toArray();
  return invoiced.flatMap(({ _id, invoices }) =>
    invoices.map(({ number, act, due, total, takesUp, refersTo, whole, issuedBy }) => ({
      order: _id.toHexString(),
      number,
      act,
      due,
      total,
      takesUp,
      refersTo: refersTo ? [refersTo] : [],
      whole: whole ?? false,
      by: issuedBy.id.toHexString(),
    })),
  );
}

/** Every payment of every order, as the ledger must have it. */
export async function listPayments(db: Database, session: ClientSession): Promise<PaymentTold[]> {
  const paid = await orders(db)
    .find({ 'payments.0': { $exists: true } }, { session, projection: { number: 1, payments: 1 } })
    .toArray();
  return paid.flatMap(({ _id, number, payments }) =>
    payments.map((payment) => ({
      order: { id: _id.toHexString(), number },
      n: payment.n,
      amount: signedAmount(payment),
      method: payment.method,
      paidAt: payment.paidAt.toISOString(),
      receipt: payment.receipt,
      ...(payment.reversed ? { counter: payment.reversed.receipt } : {}),
    })),
  );
}
