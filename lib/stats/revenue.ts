import type { ObjectId } from 'mongodb';
import { addDays } from '../calendar';
import type { Database } from '../db/client';
import { atelierMoment } from '../i18n/atelier-time';
import { type OrderDocument, orders } from '../orders/documents';
import type { Days } from './rules';

/** What came in during some days: the sum in minor units, and from how many orders. */
export interface Income {
  amount: number;
  orders: number;
}

/** One payment that counts; what was paid back is less than nothing. */
interface Receipt {
  orderId: string;
  /** Of a retouche, whichever piece it was on. */
  retouche: boolean;
  modelId?: ObjectId;
  paidAt: Date;
  currency: string;
  amount: number;
}

const startOf = (day: string): Date => atelierMoment(day);
const endOf = (day: string): Date => atelierMoment(addDays(day, 1));

/** The same days, none of them twice. */
function joined(spans: readonly Days[]): Days[] {
  const found: Days[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from.localeCompare(b.from))) {
    const last = found.at(-1);
    if (last && from <= addDays(last.to, 1)) last.to = to > last.to ? to : last.to;
    else found.push({ from, to });
  }
  return found;
}

const PROJECTION = {
  modelId: 1,
  kind: 1,
  'payments.kind': 1,
  'payments.paidAt': 1,
  'payments.amount': 1,
  'payments.reversed': 1,
} as const;

/**
 * Payments of these days that count, each day read once whatever is added up from it: the wrong ones that were reversed
 * never came in.
 */
export async function receiptsOf(db: Database, spans: readonly Days[]): Promise<Receipt[]> {
  const found = await Promise.all(
    joined(spans).map(async ({ from, to }) => {
      const [start, end] = [startOf(from), endOf(to)];
      const rows = await orders(db)
        .find({ payments: { $elemMatch: { paidAt: { $gte: start, $lt: end } } } })
        .project<Pick<OrderDocument, '_id' | 'modelId' | 'kind' | 'payments'>>(PROJECTION)
        .toArray();
      return rows.flatMap(({ _id, modelId, kind: order, payments }) =>
        payments
          .filter(({ paidAt, reversed }) => reversed === undefined && paidAt >= start && paidAt < end)
          .map(({ kind, paidAt, amount: { amount, currency } }) => ({
            orderId: _id.toHexString(),
            retouche: order === 'retouche',
            modelId,
            paidAt,
            currency,
            amount: kind === 'refund' ? -amount : amount,
          })),
      );
    }),
  );
  return found.flat();
}

/** What came in during each of these spans, by currency; each has every day of its own among the receipts. */
export function incomeOf(receipts: readonly Receipt[], spans: readonly Days[]): Map<string, Income[]> {
  const bounds = spans.map(({ from, to }) => ({ start: startOf(from), end: endOf(to) }));
  const found = new Map<string, { amount: number; orders: Set<string> }[]>();
  for (const { orderId, paidAt, currency, amount } of receipts) {
    const slot = bounds.findIndex(({ start, end }) => paidAt >= start && paidAt < end);
    if (slot < 0) continue;
    const line = found.get(currency) ?? spans.map(() => ({ amount: 0, orders: new Set<string>() }));
    found.set(currency, line);
    const income = line[slot];
    if (!income) continue;
    income.amount += amount;
    income.orders.add(orderId);
  }
  return new Map(
    [...found].map(([currency, line]) => [
      currency,
      line.map((income) => ({ amount: income.amount, orders: income.orders.size })),
    ]),
  );
}

/** What came in for each model, the most first; `null` is what was made without one. What retouches brought is no price of a model. */
export function incomeByModel(
  receipts: readonly Receipt[],
  { from, to }: Days,
  currency: string,
): { modelId: ObjectId | null; amount: number; pieces: number }[] {
  const [start, end] = [startOf(from), endOf(to)];
  const found = new Map<string, { modelId: ObjectId | null; amount: number; orders: Set<string> }>();
  for (const receipt of receipts) {
    if (receipt.retouche || receipt.currency !== currency || receipt.paidAt < start || receipt.paidAt >= end) continue;
    const key = receipt.modelId?.toHexString() ?? '';
    const line = found.get(key) ?? { modelId: receipt.modelId ?? null, amount: 0, orders: new Set<string>() };
    found.set(key, line);
    line.amount += receipt.amount;
    line.orders.add(receipt.orderId);
  }
  return [...found]
    .sort(([a, one], [b, other]) => other.amount - one.amount || a.localeCompare(b))
    .map(([, line]) => ({ modelId: line.modelId, amount: line.amount, pieces: line.orders.size }));
}

/** What retouches brought in during a span, in minor units of one currency. */
export function incomeOfRetouches(receipts: readonly Receipt[], { from, to }: Days, currency: string): number {
  const [start, end] = [startOf(from), endOf(to)];
  return receipts
    .filter((one) => one.retouche && one.currency === currency && one.paidAt >= start && one.paidAt < end)
    .reduce((sum, { amount }) => sum + amount, 0);
}
