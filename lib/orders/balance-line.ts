import type { Money } from '../money';

/** How a balance is said: what is left to pay, that all is paid, or what was paid too much, never as a negative rest. */
export function balanceLine(balance: Money): { words: 'balance' | 'settled' | 'overpaid'; amount: Money } {
  if (balance.amount === 0) return { words: 'settled', amount: balance };
  if (balance.amount > 0) return { words: 'balance', amount: balance };
  return { words: 'overpaid', amount: { ...balance, amount: -balance.amount } };
}
