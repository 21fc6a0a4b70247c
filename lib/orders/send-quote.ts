import type { Actor } from '../actor';
import { DAY_MS } from '../calendar';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { conditionsInForce } from '../house/conditions';
import { dayKey } from '../i18n/format';
import type { Announce } from './announce';
import { changeOrder, type Decision } from './change-order';
import type { Quote } from './documents';
import { currencyOf } from './dto';
import { type JudgeDay, promiseDay } from './promise-day';
import { quoteTotals } from './totals';
import type { OrderDto } from './answers';
import type { SendQuoteInput } from './schemas';

/** @throws AppError currency_mismatch when an amount is not in the order's currency. */
export function requireCurrency(currency: string, amounts: readonly { currency: string }[]): void {
  if (amounts.some((amount) => amount.currency !== currency))
    throw new AppError('currency_mismatch', { values: { currency } });
}

/** Lines as they are kept. */
export const linesOf = (lines: SendQuoteInput['lines']): Quote['lines'] =>
  lines.map((line) => ({
    label: line.label,
    quantity: line.quantity,
    unit: line.unit ?? 'piece',
    unitPrice: line.unitPrice,
    ...(line.vatRate === undefined ? {} : { vatRate: line.vatRate }),
    ...(line.nature === undefined ? {} : { nature: line.nature }),
  }));

/**
 * Sends a quote. A request becomes `quoted`; a quote still open is replaced; on a confirmed order it is a proposal, and the
 * accepted one stays in force until the client accepts this one.
 * @throws AppError not_found, action_not_allowed, currency_mismatch, validation_failed (a total below zero),
 *   quote_over_already (a day that is past), promise_untenable.
 */
export async function sendQuote(
  db: Database,
  actor: Actor,
  id: string,
  input: SendQuoteInput,
  announce: Announce,
  judge: JudgeDay,
): Promise<OrderDto> {
  // Kept before the order is written: a version of the terms that no quote came to name harms nobody.
  const conditions = await conditionsInForce(db);
  return changeOrder(db, actor, id, { announce }, async ({ order, by, house, now, demand }) => {
    demand('sendQuote');
    const currency = currencyOf(order, house.currency);
    requireCurrency(
      currency,
      input.lines.map((line) => line.unitPrice),
    );
    if (input.validUntil && dayKey(input.validUntil) < dayKey(now)) throw new AppError('quote_over_already');
    const { total } = quoteTotals(input.lines);
    if (total < 0) throw new AppError('validation_failed');
    const quote: Quote = {
      n: order.quotes.length + 1,
      status: 'open',
      lines: linesOf(input.lines),
      depositPercent: input.depositPercent ?? house.quoteDefaults.depositPercent,
      validUntil: input.validUntil ?? new Date(now.getTime() + house.quoteDefaults.validDays * DAY_MS),
      promisedDate: input.promisedDate,
      note: input.note,
      conditions: conditions._id,
      createdAt: now,
      createdBy: by,
    };
    const changes: Decision['changes'] = {
      quotes: [
        ...order.quotes.map((one) => (one.status === 'open' ? { ...one, status: 'superseded' as const } : one)),
        quote,
      ],
    };
    const events: Decision['events'] = [
      {
        type: 'quoteSent',
        note: input.note,
        data: { n: quote.n, amount: { amount: total, currency } },
        asks: 'client',
      },
    ];
    if (input.promisedDate)
      events.push(
        ...(await promiseDay(db, judge, { order, date: input.promisedDate, now, reason: input.anywayReason })),
      );
    // The bell and the conversation speak of the quote; the move itself is only written in the timeline by this event.
    if (order.stage === 'requested') {
      changes.stage = 'quoted';
      changes.stageSince = now;
      Object.assign(events[0] ?? {}, { from: 'requested', to: 'quoted' });
    }
    return { changes, events };
  });
}
