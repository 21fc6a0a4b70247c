import { type Actor, isStaff } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import type { Announce } from './announce';
import { changeOrder, type Decision, demandClientSide } from './change-order';
import type { DeclineQuoteInput } from './schemas';
import type { OrderDto } from './answers';

/**
 * The client refuses a quote. Before any acceptance this ends the order; later only the proposal falls.
 * @throws AppError not_found, quote_not_open, action_not_allowed.
 */
export const declineQuote = (
  db: Database,
  actor: Actor,
  id: string,
  n: number,
  input: DeclineQuoteInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, (deciding) => {
    const { order, by, now, demand } = deciding;
    demandClientSide(deciding);
    const quote = order.quotes.find((one) => one.n === n);
    if (!quote) throw new AppError('not_found');
    if (quote.status !== 'open') throw new AppError('quote_not_open');
    demand('declineQuote');
    const behalf = isStaff(actor) ? { onBehalf: true as const } : {};
    const ends = order.stage === 'quoted';
    const changes: Decision['changes'] = {
      quotes: order.quotes.map((one) =>
        one.n === n
          ? { ...one, status: 'declined', answeredAt: now, answeredBy: by, declineNote: input.note, ...behalf }
          : one,
      ),
      ...(ends ? { stage: 'declined', stageSince: now } : {}),
    };
    return {
      changes,
      drop: ends ? ['onHold'] : [],
      events: [
        {
          type: 'quoteDeclined',
          note: input.note,
          data: { n, ...behalf },
          ...(ends ? { from: 'quoted', to: 'declined' } : {}),
        },
      ],
    };
  });
