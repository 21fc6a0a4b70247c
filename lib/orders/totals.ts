import type { Money } from '../money';
import type { PaymentKind } from './words';

/** Sums of money and quantities. All arithmetic is on whole minor units and thousandths, so no cent is ever invented. */

export interface PricedLine {
  quantity: number;
  unitPrice: Money;
  /** Per cent, e.g. 20 or 5.5. Absent: no VAT. */
  vatRate?: number;
}

export interface QuoteTotals {
  lines: number[];
  net: number;
  vat: { rate: number; amount: number }[];
  total: number;
}

/** Rounds a/b to the nearest whole, halves away from zero. */
function divide(a: bigint, b: bigint): number {
  const negative = a < 0n;
  const magnitude = negative ? -a : a;
  const rounded = (magnitude * 2n + b) / (b * 2n);
  return Number(negative ? -rounded : rounded);
}

/** Price of one line in minor units, VAT included: quantity (to the thousandth) times unit price, rounded once. */
export const lineTotal = (line: PricedLine): number =>
  divide(BigInt(Math.round(line.quantity * 1000)) * BigInt(line.unitPrice.amount), 1000n);

/**
 * Totals of a quote. Unit prices include VAT, as the law asks towards consumers; the tax is therefore taken *out* of each
 * rate's sum (rounded once per rate, as on an invoice), and net + VAT is always the total to the cent.
 */
export function quoteTotals(lines: readonly PricedLine[]): QuoteTotals {
  const totals = lines.map(lineTotal);
  const byRate = new Map<number, number>();
  lines.forEach((line, index) => {
    if (line.vatRate) byRate.set(line.vatRate, (byRate.get(line.vatRate) ?? 0) + (totals[index] ?? 0));
  });
  const vat = [...byRate]
    .sort(([a], [b]) => b - a)
    .map(([rate, gross]) => {
      const points = BigInt(Math.round(rate * 100));
      return { rate, amount: divide(BigInt(gross) * points, 10_000n + points) };
    });
  const total = totals.reduce((sum, one) => sum + one, 0);
  return { lines: totals, vat, total, net: total - vat.reduce((sum, one) => sum + one.amount, 0) };
}

/** What is asked at the order, in minor units. */
export const depositOf = (total: number, percent: number): number => divide(BigInt(total) * BigInt(percent), 100n);

export interface PaymentLike {
  kind: PaymentKind;
  amount: Money;
  reversed?: unknown;
}

/** What the house holds: payments less refunds, reversed ones left out. */
export const paidAmount = (payments: readonly PaymentLike[]): number =>
  payments
    .filter((payment) => payment.reversed === undefined)
    .reduce((sum, payment) => sum + (payment.kind === 'refund' ? -payment.amount.amount : payment.amount.amount), 0);
