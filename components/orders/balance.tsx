'use client';

import type { Money } from '@/lib/money';
import { balanceLine } from '@/lib/orders/balance-line';
import { useOrderWords } from './use-order-words';

/** What is left of an order, in a cell of a table: a sum, « réglée », « Trop-perçu 12,00 € ». */
export function Balance({ of: balance }: { of: Money | undefined }) {
  const { t, money } = useOrderWords();
  if (!balance) return null;
  const { words, amount } = balanceLine(balance);
  if (words === 'settled') return <span className="text-ink3">{t('list.paid')}</span>;
  return words === 'overpaid' ? t('list.overpaid', { amount: money(amount) }) : money(amount);
}
