import { addDays } from '../calendar';
import { INVOICE_ACTS, RECEIPT_ACTS } from '../ledger/words';
import { PAYMENT_METHODS } from '../orders/words';
import type { EntriesQuery } from './schemas';

/** What of the ledger is shown: what money did, what was invoiced, or the papers that were made of it. */
export const BOOK_ACTS = [...RECEIPT_ACTS, ...INVOICE_ACTS, 'paper', 'closing'] as const;

/** From this minute of the next day on the house closes by itself what was left open: until then an evening can still be counted. */
export const NIGHT_MINUTE = 4 * 60;

/** What the page was asked to show. `period` is a month (`2026-11`), a year (`2026`), or `all`. */
export interface BooksChoice {
  period: string;
  act?: (typeof BOOK_ACTS)[number];
  method?: (typeof PAYMENT_METHODS)[number];
  q?: string;
  cursor?: string;
}

const PERIOD = /^(?:(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?|all)$/;

/** Reads the address of the page; what it does not know it leaves out. It opens on the month of `today`. */
export function readChoice(value: (name: string) => string | undefined, today: string): BooksChoice {
  const [period = '', act, method] = ['period', 'act', 'method'].map(value);
  return {
    period: PERIOD.test(period) ? period : today.slice(0, 7),
    act: BOOK_ACTS.find((one) => one === act),
    method: PAYMENT_METHODS.find((one) => one === method),
    q: value('q')?.trim().slice(0, 100) || undefined,
    cursor: value('cursor') || undefined,
  };
}

/** A choice as the query of an address, without what is as it is anyway. */
export const choiceQuery = (
  { period, act, method, q, cursor }: BooksChoice,
  today: string,
): Record<string, string> => ({
  ...(period === today.slice(0, 7) ? {} : { period }),
  ...(act ? { act } : {}),
  ...(method ? { method } : {}),
  ...(q ? { q } : {}),
  ...(cursor ? { cursor } : {}),
});

/** What the list is asked for, to show a choice. */
export const actQuery = (act: BooksChoice['act']): Pick<EntriesQuery, 'kind' | 'act'> =>
  act === 'paper' || act === 'closing' ? { kind: act } : { act };

const monthAfter = (month: string): string => addDays(`${month}-28`, 4).slice(0, 7);
const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);

/** The days of a period, both ends included; of `all`, none are said. */
export function daysOf(period: string): Pick<EntriesQuery, 'from' | 'to'> {
  if (period === 'all') return {};
  if (period.length === 4) return { from: `${period}-01-01`, to: `${period}-12-31` };
  return { from: `${period}-01`, to: addDays(`${monthAfter(period)}-01`, -1) };
}

/** The period before and the one after, where the ledger can have entries in it. */
export function neighboursOf(period: string, first: string, today: string): { before?: string; after?: string } {
  if (period === 'all') return {};
  const length = period.length;
  const [before, after] =
    length === 4 ? [String(Number(period) - 1), String(Number(period) + 1)] : [monthBefore(period), monthAfter(period)];
  return {
    ...(before >= first.slice(0, length) ? { before } : {}),
    ...(after <= today.slice(0, length) ? { after } : {}),
  };
}

/** Every period there is to choose, the newest first: months, then years, then all; `shown` is among them in any case. */
export function periodsOf(first: string, today: string, shown: string): { months: string[]; years: string[] } {
  const months: string[] = [];
  for (let month = today.slice(0, 7); month >= first.slice(0, 7); month = monthBefore(month)) months.push(month);
  const years = [...new Set(months.map((month) => month.slice(0, 4)))];
  const withShown = (list: string[], length: number): string[] =>
    shown.length === length && !list.includes(shown) ? [...list, shown].sort().reverse() : list;
  return { months: withShown(months, 7), years: withShown(years, 4) };
}
