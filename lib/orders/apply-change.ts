import { AppError } from '../errors';
import type { Money } from '../money';
import { applyChanges, diffAgainst } from './change-diff';
import type { Deciding, Decision } from './change-order';
import type { ChangeRequest, OrderDocument, Quote, Signed } from './documents';
import { acceptedQuote } from './rules';
import { quoteTotals } from './totals';
import type { NewEvent } from './tell';

/**
 * The quote in force with a line for the change: accepted, since the client asked for it and knows its price.
 * @throws AppError total_negative.
 */
function quoteWith(
  order: OrderDocument,
  request: ChangeRequest,
  delta: Money,
  label: string,
  who: { by: Signed; now: Date },
): Quote[] {
  const base = acceptedQuote(order);
  if (!base || delta.amount === 0) return order.quotes;
  const vatRate = base.lines.find((line) => line.vatRate !== undefined)?.vatRate;
  const next: Quote = {
    ...base,
    n: order.quotes.length + 1,
    lines: [
      ...base.lines,
      {
        label,
        quantity: 1,
        unit: 'piece',
        unitPrice: delta,
        ...(vatRate === undefined ? {} : { vatRate }),
        changeRequest: request.n,
        changedAt: who.now,
      },
    ],
    createdAt: who.now,
    createdBy: request.answer?.by ?? who.by,
    answeredAt: who.now,
    // Whoever settles it last: the couturier when it costs the client nothing more, else the client.
    answeredBy: who.by,
  };
  // A reduction ends at nothing to pay; the house owes nobody by a quote.
  if (quoteTotals(next.lines).total < 0) throw new AppError('total_negative');
  return [...order.quotes.map((one) => (one === base ? { ...one, status: 'superseded' as const } : one)), next];
}

/** The words of the new line: what was changed to, else the note. */
const labelOf = (request: ChangeRequest): string => {
  const changes = request.answer?.changes ?? request.changes;
  return changes
    .map(({ field, to }) => (to === '' ? `− ${field.replace(/^options\./, '')}` : to))
    .join(', ')
    .slice(0, 200);
};

/** Makes a settled change part of the order: new version, new price, new date, each written in the timeline. */
export function applyChange({ order, by, now }: Deciding, settled: ChangeRequest): Decision {
  const { answer } = settled;
  // Against the order as it is today: another change may have come between.
  const changes = diffAgainst(order, answer?.changes ?? settled.changes);
  const next = applyChanges(order, changes, answer?.daysDelta ?? 0);
  const request: ChangeRequest = { ...settled, status: 'applied', settledAt: now, revision: next.revision };
  const event: NewEvent = {
    type: 'changeApplied',
    data: {
      n: request.n,
      changes,
      revision: next.revision,
      ...(answer?.priceDelta ? { priceDelta: answer.priceDelta } : {}),
      ...(answer?.daysDelta ? { daysDelta: answer.daysDelta } : {}),
    },
    note: answer?.note,
  };
  return {
    changes: {
      ...next,
      quotes: answer?.priceDelta
        ? quoteWith(order, request, answer.priceDelta, labelOf(request), { by, now })
        : order.quotes,
      changeRequests: order.changeRequests.map((one) => (one.n === request.n ? request : one)),
    },
    events: [event],
    moveTasks: answer?.moveTasks,
  };
}
