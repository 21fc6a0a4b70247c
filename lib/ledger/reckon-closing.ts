import { dayKey } from '../i18n/format';
import { addDays } from '../calendar';
import { addTotals, cashOf, perpetualAfter, totalsOfEntries } from './closing-totals';
import { lastDayOf } from './periods';
import type { CashCount, ClosingContent, LedgerEntry } from './shape';
import { CLOSED_KINDS, type ClosedKind, type Span, SPANS } from './words';

/** What was counted in the till, as somebody says it; the rest is reckoned. Minor units. */
export interface Counted {
  /** What was in it in the morning: asked at the first count only, since every other follows from the one before. */
  opening?: number;
  counted: number;
  left: number;
  word?: string;
  pieces?: { value: number; count: number }[];
}

/** A closing that others are made of. */
export interface Part {
  number: string;
  hash: string;
  content: ClosingContent;
}

/** How far everything is closed. */
export interface ClosedSoFar {
  /** The last period of each length that is closed; empty while there is none. */
  last: Readonly<Record<Span, string>>;
  /** The last closing of a day. */
  day?: ClosingContent;
  /** Days that no month holds yet, and months that no year does. */
  days: Part[];
  months: Part[];
}

export const NOTHING_CLOSED: ClosedSoFar = { last: { day: '', month: '', year: '' }, days: [], months: [] };

/** No day until this one can be closed any more; empty at the beginning. */
export const closedUntil = ({ last }: Pick<ClosedSoFar, 'last'>): string =>
  SPANS.map((span) => (last[span] ? lastDayOf(last[span]) : ''))
    .sort()
    .at(-1) ?? '';

/** Whether a period can still be closed: it comes after the last of its length, and is not within a longer one that is closed. */
export const isStillOpen = ({ last }: Pick<ClosedSoFar, 'last'>, span: Span, period: string): boolean =>
  SPANS.slice(SPANS.indexOf(span)).every((longer) => !last[longer] || lastDayOf(period) > lastDayOf(last[longer]));

/** The state once a closing was entered. */
export function closedAfter(state: ClosedSoFar, part: Part): ClosedSoFar {
  const { span, period } = part.content;
  const last = period > state.last[span] ? { ...state.last, [span]: period } : state.last;
  if (span === 'day') return { ...state, last, day: part.content, days: [...state.days, part] };
  const outside = (one: Part) => !one.content.period.startsWith(`${period}-`);
  if (span === 'month') return { ...state, last, days: state.days.filter(outside), months: [...state.months, part] };
  return { ...state, last, months: state.months.filter(outside) };
}

/** Entries that no closing covers yet, by series, each in its order. */
export type Uncovered = ReadonlyMap<ClosedKind, readonly LedgerEntry[]>;

const first = (entries: readonly LedgerEntry[]): string | undefined => entries[0] && dayKey(entries[0].at);

/**
 * The next day that is to be closed: the first that has an entry. What came after the closing of its day belongs to the next one.
 * @returns `undefined` where every entry is covered
 */
export function nextOpenDay(closed: Pick<ClosedSoFar, 'last'>, uncovered: Uncovered): string | undefined {
  const until = closedUntil(closed);
  const days = [...uncovered.values()].flatMap((list) => first(list) ?? []);
  const earliest = days.sort()[0];
  if (earliest === undefined) return undefined;
  return earliest > until ? earliest : addDays(until, 1);
}

/** What the till should hold, and what was found in it. No till is kept until it was counted once. */
function cashAfter(
  before: CashCount | undefined,
  taken: number,
  { currency, counted }: { currency: string; counted?: Counted },
): CashCount | undefined {
  const kept = before?.currency === currency ? before : undefined;
  if (!kept && !counted) return undefined;
  const opening = kept ? kept.left : (counted?.opening ?? 0);
  const expected = opening + taken;
  if (!counted) return { currency, opening, taken, expected, left: expected };
  return {
    currency,
    opening,
    taken,
    expected,
    counted: counted.counted,
    difference: counted.counted - expected,
    ...(counted.word ? { word: counted.word } : {}),
    ...(counted.pieces?.length ? { pieces: counted.pieces } : {}),
    left: counted.left,
  };
}

interface How {
  currency: string;
  program: string;
  automatic?: true;
  counted?: Counted;
}

/** What the closing of a day says, and what is left uncovered after it. */
export function reckonDay(
  { day: before }: Pick<ClosedSoFar, 'day'>,
  day: string,
  uncovered: Uncovered,
  { currency, program, automatic, counted }: How,
): { content: ClosingContent; rest: Uncovered } {
  const rest = new Map<ClosedKind, readonly LedgerEntry[]>();
  const covered: LedgerEntry[] = [];
  const covers = CLOSED_KINDS.flatMap((kind) => {
    const list = uncovered.get(kind) ?? [];
    const later = list.findIndex(({ at }) => dayKey(at) > day);
    const own = later === -1 ? list : list.slice(0, later);
    rest.set(kind, later === -1 ? [] : list.slice(later));
    covered.push(...own);
    const [one, last] = [own[0], own.at(-1)];
    if (one && last) return [{ kind, count: own.length, first: markOf(one), last: markOf(last) }];
    const there = before?.covers.find((cover) => cover.kind === kind);
    return there ? [{ kind, count: 0, last: there.last }] : [];
  });
  const totals = totalsOfEntries(covered);
  const cash = cashAfter(before?.cash, cashOf(totals, currency), { currency, counted });
  const content: ClosingContent = {
    span: 'day',
    period: day,
    ...(automatic ? { automatic } : {}),
    covers,
    parts: [],
    totals,
    perpetual: perpetualAfter(before?.perpetual ?? [], totals),
    ...(cash ? { cash } : {}),
    program,
  };
  return { content, rest };
}

const markOf = ({ number, hash }: { number: string; hash: string }) => ({ number, hash });

/** What the closing of a month says, made of its days; or that of a year, of its months. `parts` are in their order, and not none. */
export function reckonOf(
  span: 'month' | 'year',
  period: string,
  parts: readonly Part[],
  { program, automatic }: Pick<How, 'program' | 'automatic'>,
): ClosingContent {
  const contents = parts.map(({ content }) => content);
  const covers = CLOSED_KINDS.flatMap((kind) => {
    const own = contents.flatMap((one) => one.covers.filter((cover) => cover.kind === kind));
    const last = own.at(-1);
    if (!last) return [];
    const begun = own.find((cover) => cover.first)?.first;
    const count = own.reduce((sum, cover) => sum + cover.count, 0);
    return [{ kind, count, ...(begun ? { first: begun } : {}), last: last.last }];
  });
  return {
    span,
    period,
    ...(automatic ? { automatic } : {}),
    covers,
    parts: parts.map(markOf),
    totals: addTotals(contents.map(({ totals }) => totals)),
    perpetual: contents.at(-1)?.perpetual ?? [],
    program,
  };
}
