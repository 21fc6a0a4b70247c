import { closeNights } from '../../lib/books/close-nights';
import { inTransaction } from '../../lib/db/client';
import { getHouse } from '../../lib/house/get-house';
import { atelierMoment } from '../../lib/i18n/atelier-time';
import { dayKey } from '../../lib/i18n/format';
import { issueEntry, openSeries } from '../../lib/ledger/issue-entry';
import type { OrderDocument } from '../../lib/orders/documents';
import { receiptOf } from '../../lib/orders/enter-receipt';
import type { DemoContext } from './context';
import { CLIENTS } from './people';

/** Enters the payments of the demo's orders on the days they were made, marked as made for trying the house, and numbers them. */
export async function enterPayments({ db, clients }: DemoContext, orders: readonly OrderDocument[]): Promise<void> {
  const house = await getHouse(db);
  const names = new Map(CLIENTS.map(({ key, name }) => [clients[key].toHexString(), name]));
  const paid = orders
    .flatMap((order) => order.payments.map((payment) => ({ order, payment })))
    .sort((a, b) => a.payment.recordedAt.getTime() - b.payment.recordedAt.getTime());
  await openSeries(db, 'receipt', true);
  for (const { order, payment } of paid) {
    // The nights before it are closed as the house would have closed them, at five in the morning of that day.
    await closeNights(db, atelierMoment(dayKey(payment.recordedAt), 5 * 60));
    const client = names.get(order.clientId.toHexString()) ?? '';
    const { receipt: _, ...unentered } = payment;
    const body = receiptOf(order, unentered, { house, client, locale: 'fr' });
    const by = { id: payment.recordedBy.id.toHexString(), name: payment.recordedBy.name };
    const entered = await inTransaction(db, (session) =>
      issueEntry(db, { kind: 'receipt', body, by, now: payment.recordedAt }, session),
    );
    payment.receipt = entered.number;
  }
}
