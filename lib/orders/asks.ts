import type { OrderDto } from './schemas';

/** What an order asks of the person who reads it, the most pressing first; `undefined` when it asks nothing. */
export type Ask = 'signature' | 'change' | 'quote' | 'answer' | 'quoteToSend' | 'pickup';

/** Read from `allowed`, so a screen never asks for what the house would refuse. */
export function askOf(
  order: Pick<OrderDto, 'stage' | 'allowed' | 'changeRequests' | 'cuttingApprovals'>,
  reader: 'client' | 'staff',
): Ask | undefined {
  const may = (action: string) => order.allowed.includes(action);
  if (reader === 'client') {
    // The house signs first; before that the sheet may still be replaced.
    const houseSigned = order.cuttingApprovals.at(-1)?.signatures.some(({ side }) => side === 'house') ?? false;
    if (may('signApproval') && houseSigned) return 'signature';
    if (may('confirmChange')) return 'change';
    if (may('acceptQuote')) return 'quote';
    return may('bookPickup') ? 'pickup' : undefined;
  }
  if (order.changeRequests.some(({ status }) => status === 'open') && may('answerChange')) return 'answer';
  if (order.stage === 'requested') return 'quoteToSend';
  const unsigned = order.cuttingApprovals.at(-1)?.signatures.every(({ side }) => side !== 'house');
  return unsigned && may('signApproval') ? 'signature' : undefined;
}
