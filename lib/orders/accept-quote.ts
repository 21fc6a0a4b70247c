import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import type { Announce } from './announce';
import { changeOrder, type Decision, demandClientSide } from './change-order';
import { currencyOf } from './dto';
import { freezeMeasurements } from './freeze-measurements';
import { measurementsEvent } from './move-order';
import { noteAgreement, notedData } from './note-agreement';
import { isExpired } from './rules';
import { quoteTotals } from './totals';
import type { AcceptQuoteInput } from './schemas';
import type { OrderDto } from './answers';

/**
 * « Bon pour accord ». The first acceptance confirms the order: the quote is in force, the measurements are frozen, the
 * garment's tasks are made. A later one replaces the quote in force and makes a new version of the order.
 * @throws AppError not_found, quote_not_open, quote_expired, action_not_allowed (a couturier for a client who has an account),
 *   agreement_way_required (the house notes an agreement and does not say how it was given),
 *   agreement_day.
 */
export const acceptQuote = (
  db: Database,
  actor: Actor,
  id: string,
  n: number,
  input: AcceptQuoteInput,
  announce: Announce,
): Promise<OrderDto> =>
  changeOrder(db, actor, id, { announce }, async (deciding) => {
    const { order, by, rules, house, now, session, demand } = deciding;
    demandClientSide(deciding);
    const quote = order.quotes.find((one) => one.n === n);
    if (!quote) throw new AppError('not_found');
    if (quote.status !== 'open') throw new AppError('quote_not_open');
    if (isExpired(quote, rules.now)) throw new AppError('quote_expired');
    demand('acceptQuote');
    const first = order.stage === 'quoted';
    const behalf = await noteAgreement(db, deciding, input, quote.createdAt);
    const changes: Decision['changes'] = {
      quotes: order.quotes.map((one) => {
        if (one.n === n)
          return {
            ...one,
            status: 'accepted',
            answeredAt: now,
            answeredBy: by,
            ...behalf,
          };
        return one.status === 'accepted' ? { ...one, status: 'superseded' } : one;
      }),
    };
    if (quote.promisedDate) changes.promisedDate = quote.promisedDate;
    const amount = { amount: quoteTotals(quote.lines).total, currency: currencyOf(order, house.currency) };
    const events: Decision['events'] = [
      {
        type: 'quoteAccepted',
        ...(behalf.noted?.words ? { note: behalf.noted.words } : {}),
        data: { n, amount, ...notedData(behalf) },
        asks: 'house',
        ...(first ? { from: 'quoted', to: 'confirmed' } : {}),
      },
    ];
    if (!first) return { changes: { ...changes, revision: order.revision + 1 }, events };
    const snapshot = order.kind === 'retouche' ? undefined : await freezeMeasurements(db, order.clientId, now, session);
    if (snapshot) {
      changes.measurementSnapshot = snapshot;
      events.push(measurementsEvent(snapshot.setId?.toHexString(), Object.keys(snapshot.values).length));
    }
    return { changes: { ...changes, stage: 'confirmed', stageSince: now }, events, confirmed: true };
  });
