import type { DefectDto, OrderDto } from './answers';

const GRAVEST_FIRST = ['signature', 'change', 'quote', 'defect', 'answer', 'quoteToSend', 'pickup'] as const;

/** What an order asks of the person who reads it. */
export type Ask = (typeof GRAVEST_FIRST)[number];

/** Puts the orders that ask something first, the gravest of them at the head; sorts stay as they were otherwise. */
export const byGravity =
  (reader: 'client' | 'staff') =>
  (a: Asking, b: Asking): number => {
    const rank = (order: Asking) => {
      const ask = askOf(order, reader);
      return ask ? GRAVEST_FIRST.indexOf(ask) : GRAVEST_FIRST.length;
    };
    return rank(a) - rank(b);
  };

/** What a client reported and nobody has answered, the longest wait first. */
export const openDefects = ({ defects = [] }: Pick<OrderDto, 'defects'>): DefectDto[] =>
  defects.filter(({ answer }) => !answer);

type Asking = Pick<OrderDto, 'stage' | 'allowed' | 'changeRequests' | 'cuttingApprovals'>;

/** Read from `allowed`, so a screen never asks for what the house would refuse. */
export function askOf(order: Asking, reader: 'client' | 'staff'): Ask | undefined {
  const may = (action: string) => order.allowed.includes(action);
  if (reader === 'client') {
    // The house signs first; before that the sheet may still be replaced.
    const houseSigned = order.cuttingApprovals.at(-1)?.signatures.some(({ side }) => side === 'house') ?? false;
    if (may('signApproval') && houseSigned) return 'signature';
    if (may('confirmChange')) return 'change';
    if (may('acceptQuote')) return 'quote';
    return may('bookPickup') ? 'pickup' : undefined;
  }
  if (may('answerDefect')) return 'defect';
  if (order.changeRequests.some(({ status }) => status === 'open') && may('answerChange')) return 'answer';
  if (order.stage === 'requested') return 'quoteToSend';
  const unsigned = order.cuttingApprovals.at(-1)?.signatures.every(({ side }) => side !== 'house');
  return unsigned && may('signApproval') ? 'signature' : undefined;
}
