import { dayKey } from '../i18n/format';
import { perpetualAfter, addTotals, cashOf, saysSame, totalsOfEntries } from './closing-totals';
import { isPeriod, lastDayOf } from './periods';
import { closedAfter, type ClosedSoFar, isStillOpen, NOTHING_CLOSED, reckonOf } from './reckon-closing';
import { type CashCount, type ClosingContent, closingContent, type LedgerEntry } from './shape';
import { CLOSED_KINDS, type ClosedKind, type EntryKind, type Flaw } from './words';

type Note = (flaw: Flaw, at: string) => void;
type Series = ReadonlyMap<EntryKind, readonly LedgerEntry[]>;

/** Whether the sums of a till add up, by themselves and onto the till before. */
function cashAddsUp(cash: CashCount, before: CashCount | undefined, totals: ClosingContent['totals']): boolean {
  const { currency, opening, taken, expected, counted, difference, pieces, left } = cash;
  if (before?.currency === currency && opening !== before.left) return false;
  if (taken !== cashOf(totals, currency) || expected !== opening + taken) return false;
  if (counted === undefined) return difference === undefined && pieces === undefined && left === expected;
  const inPieces = pieces?.reduce((sum, { value, count }) => sum + value * count, 0) ?? 0;
  return difference === counted - expected && inPieces <= counted && left <= counted && left >= 0;
}

/** Follows the closings of days over the series, each from where the one before it ended. */
class Days {
  /** How many entries of each series are covered so far. */
  readonly #done = new Map<ClosedKind, number>();

  constructor(
    private readonly series: Series,
    private readonly note: Note,
  ) {}

  judge({ number, at }: LedgerEntry, content: ClosingContent, before: ClosingContent | undefined): void {
    const covered: LedgerEntry[] = [];
    for (const kind of CLOSED_KINDS) {
      const list = this.series.get(kind) ?? [];
      const from = this.#done.get(kind) ?? 0;
      const said = content.covers.find((cover) => cover.kind === kind);
      const own = list.slice(from, from + (said?.count ?? 0));
      this.#done.set(kind, from + own.length);
      covered.push(...own);
      const ends = own.length > 0 ? { first: own[0], last: own.at(-1) } : { last: list[from - 1] };
      const next = list[from + own.length];
      const whole =
        content.covers.filter((cover) => cover.kind === kind).length <= 1 &&
        own.length === (said?.count ?? 0) &&
        [said?.first, ends.first].every(
          (one) => one?.number === ends.first?.number && one?.hash === ends.first?.hash,
        ) &&
        [said?.last, ends.last].every((one) => one?.number === ends.last?.number && one?.hash === ends.last?.hash) &&
        own.every((entry) => entry.at <= at && dayKey(entry.at) <= content.period) &&
        // What was there and of its day when it was closed is in it.
        !(next && next.at <= at && dayKey(next.at) <= content.period);
      if (!whole) this.note('coversWrong', number);
    }
    if (!saysSame(content.totals, totalsOfEntries(covered))) this.note('totalsWrong', number);
    if (!saysSame(content.perpetual, perpetualAfter(before?.perpetual ?? [], content.totals)))
      this.note('perpetualWrong', number);
    const { cash } = content;
    if (cash ? !cashAddsUp(cash, before?.cash, content.totals) : before?.cash) this.note('cashWrong', number);
    if (content.parts.length > 0) this.note('partsWrong', number);
  }
}

/** Holds the closing of a month against its days, or that of a year against its months. */
function judgeWhole(number: string, content: ClosingContent, state: ClosedSoFar, note: Note): void {
  if (content.span === 'day') return;
  const pending = content.span === 'month' ? state.days : state.months;
  const parts = pending.filter((one) => one.content.period.startsWith(`${content.period}-`));
  const reckoned = reckonOf(content.span, content.period, parts, content);
  if (parts.length === 0 || !saysSame(content.parts, reckoned.parts)) note('partsWrong', number);
  else if (!saysSame(content.covers, reckoned.covers)) note('coversWrong', number);
  if (!saysSame(content.totals, addTotals(parts.map((one) => one.content.totals)))) note('totalsWrong', number);
  if (!saysSame(content.perpetual, reckoned.perpetual)) note('perpetualWrong', number);
  if (content.cash) note('cashWrong', number);
}

/** What closings say of themselves, of each other, and of the entries they cover: all of it is reckoned anew. */
export function judgeClosings(series: Series, note: Note): void {
  const days = new Days(series, note);
  let state = NOTHING_CLOSED;
  for (const entry of series.get('closing') ?? []) {
    const { data: content } = closingContent.safeParse(entry.body);
    if (!content) {
      note('unreadable', entry.number);
      continue;
    }
    const { span, period } = content;
    if (!isPeriod(period, span)) {
      note('closedTwice', entry.number);
      continue;
    }
    if (!isStillOpen(state, span, period) || lastDayOf(period) > dayKey(entry.at)) note('closedTwice', entry.number);
    if (span === 'day') days.judge(entry, content, state.day);
    else judgeWhole(entry.number, content, state, note);
    state = closedAfter(state, { number: entry.number, hash: entry.hash, content });
  }
}
