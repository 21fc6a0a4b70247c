import { isStaff } from '../actor';
import { AppError } from '../errors';
import { languageOf } from '../i18n/config';
import { dayKey, formatDate } from '../i18n/format';
import { translator } from '../i18n/translate';
import type { Money } from '../money';
import { applyChanges, diffAgainst } from './change-diff';
import type { Deciding, Decision } from './change-order';
import type { Change, ChangeRequest, Quote } from './documents';
import { isDay } from './fields';
import { acceptedQuote } from './rules';
import { quoteTotals } from './totals';
import type { NewEvent } from './tell';

/** What a quote becomes by a change. */
interface Changed {
  delta: Money | undefined;
  label: string;
  /** The day it promises by now. */
  promisedDate?: Date;
}

/**
 * The quote in force with a line for the change and the day it brings: accepted, since the client asked for it and knows its price.
 * Whose agreement it is, is said of this version alone: what the house noted of an earlier one was not about this.
 * @throws AppError total_negative.
 */
function quoteWith({ order, actor, by, rules, now }: Deciding, request: ChangeRequest, changed: Changed): Quote[] {
  const { delta, label, promisedDate } = changed;
  const base = acceptedQuote(order);
  const moved = base?.promisedDate && promisedDate && base.promisedDate.getTime() !== promisedDate.getTime();
  const costs = delta && delta.amount !== 0;
  if (!base || (!costs && !moved)) return order.quotes;
  const vatRate = base.lines.find((line) => line.vatRate !== undefined)?.vatRate;
  const { onBehalf: _o, noted: _n, paper: _p, denied: _d, ...agreed } = base;
  const line = costs && {
    label,
    quantity: 1,
    unit: 'piece' as const,
    unitPrice: delta,
    ...(vatRate === undefined ? {} : { vatRate }),
    changeRequest: request.n,
    changedAt: now,
  };
  const next: Quote = {
    ...agreed,
    n: order.quotes.length + 1,
    lines: line ? [...base.lines, line] : base.lines,
    ...(promisedDate ? { promisedDate } : {}),
    createdAt: now,
    createdBy: request.answer?.by ?? by,
    answeredAt: now,
    // Who asked for what costs nothing more has agreed to it by asking; the house never agrees to its own quote.
    answeredBy: isStaff(actor) && rules.clientHasAccount ? request.createdBy : by,
    ...(isStaff(actor) && !rules.clientHasAccount ? { onBehalf: true } : {}),
  };
  // A reduction ends at nothing to pay; the house owes nobody by a quote.
  if (quoteTotals(next.lines).total < 0) throw new AppError('total_negative');
  return [...order.quotes.map((one) => (one === base ? { ...one, status: 'superseded' as const } : one)), next];
}

/** Of a text and what it became, what went and what came: parts between commas and full stops. */
function partsOf(from: string, to: string): Pick<Change, 'from' | 'to'> {
  const cut = (text: string) =>
    text
      .split(/[,;.!?\n]+/)
      .map((part) => part.trim())
      .filter(Boolean);
  const [before, after] = [cut(from), cut(to)];
  return {
    from: before.filter((part) => !after.includes(part)).join(', '),
    to: after.filter((part) => !before.includes(part)).join(', '),
  };
}

const LABEL = 200;
/**
 * The words of the new line: what was, and what it is now, so that it never contradicts an older line that names what was; nothing of
 * what stays.
 */
export function changeLabel(changes: readonly Change[], locale: Deciding['actor']['locale']): string {
  const t = translator(locale, 'orders');
  const label = changes
    .map(({ field, from = '', to }) => {
      const shown = (text: string) => (text && isDay(field) ? formatDate(locale, text) : text);
      const part = field === 'description' && from && to ? partsOf(from, to) : { from: shown(from), to: shown(to) };
      const key = field.startsWith('options.') ? field : `fields.${field}`;
      const name = t.has(key as 'fields.title') ? t(key as 'fields.title') : field.replace(/^options\./, '');
      if (!part.to) return part.from ? `\u2212 ${part.from}` : name;
      if (!part.from) return part.to;
      return field === 'description'
        ? `${part.from} → ${part.to}`
        : `${name}${languageOf(locale).colon}${part.from} → ${part.to}`;
    })
    .join(', ');
  return label.length > LABEL ? `${label.slice(0, LABEL - 1)}…` : label;
}

/** Makes a settled change part of the order: new version, new price, new date, each written in the timeline. */
export function applyChange(deciding: Deciding, settled: ChangeRequest): Decision {
  const { order, actor, now } = deciding;
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
      ...(answer?.daysDelta && next.promisedDate ? { promised: dayKey(next.promisedDate) } : {}),
    },
    note: answer?.note,
  };
  return {
    changes: {
      ...next,
      quotes: quoteWith(deciding, request, {
        delta: answer?.priceDelta,
        label: changeLabel(changes, actor.locale),
        promisedDate: next.promisedDate,
      }),
      changeRequests: order.changeRequests.map((one) => (one.n === request.n ? request : one)),
    },
    events: [event],
    moveTasks: answer?.moveTasks,
  };
}
