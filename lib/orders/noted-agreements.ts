import type { Decision, Deciding } from './change-order';
import type { NotedAgreement, OrderDocument } from './documents';
import type { Agreed } from './words';

/** Which noted agreement: that to a quote, or to a bon à couper. */
interface Which {
  to: Agreed;
  n: number;
}

/** The agreement of the client's side that the house noted, if there is one. */
export function findNoted(order: OrderDocument, { to, n }: Which): NotedAgreement | undefined {
  const found =
    to === 'quote'
      ? order.quotes.find((quote) => quote.n === n && quote.status !== 'declined')
      : order.cuttingApprovals.find((one) => one.n === n)?.signatures.find(({ side }) => side === 'client');
  return found?.onBehalf ? found : undefined;
}

/** What the order becomes when something is added to a noted agreement; nothing else of it changes. */
export function withNoted(
  { order }: Pick<Deciding, 'order'>,
  { to, n }: Which,
  added: Pick<NotedAgreement, 'paper' | 'denied'>,
): Decision['changes'] {
  if (to === 'quote') return { quotes: order.quotes.map((one) => (one.n === n ? { ...one, ...added } : one)) };
  return {
    cuttingApprovals: order.cuttingApprovals.map((one) =>
      one.n === n
        ? { ...one, signatures: one.signatures.map((by) => (by.side === 'client' ? { ...by, ...added } : by)) }
        : one,
    ),
  };
}
