import { type ClientSession } from 'mongodb';
import { type Database, inTransaction } from '../db/client';
import { dayKey } from '../i18n/format';
import { ledgerHeads } from './documents';
import { inSeriesOf, issueEntry } from './issue-entry';
import { lastDayOf, periodAround } from './periods';
import { readClosed, readUncovered } from './read-closed';
import {
  closedAfter,
  type ClosedSoFar,
  closedUntil,
  type Counted,
  isStillOpen,
  nextOpenDay,
  type Part,
  reckonDay,
  reckonOf,
} from './reckon-closing';
import type { ClosingContent, LedgerEntry } from './shape';
import { CLOSED_KINDS, type Span } from './words';

/** Who closes what. */
export interface Closing {
  span: Span;
  period: string;
  by: LedgerEntry['by'];
  currency: string;
  program: string;
  now: Date;
  automatic?: true;
  /** The till of the day that is closed. */
  counted?: Counted;
}

/** Why a period cannot be closed. */
export type ClosingRefusal = 'closing_ahead' | 'closing_done' | 'closing_empty' | 'closing_opening' | 'closing_word';
export class ClosingRefused extends Error {
  constructor(
    readonly code: ClosingRefusal,
    readonly until: string,
  ) {
    super(code);
  }
}

/** Everything of one act, in its transaction. */
interface Act extends Closing {
  db: Database;
  session: ClientSession;
  state: ClosedSoFar;
  entered: LedgerEntry[];
}

async function enter(act: Act, content: ClosingContent): Promise<void> {
  const { db, by, now, session } = act;
  const entry = await issueEntry(db, { kind: 'closing', body: content, by, now }, session);
  const part: Part = { number: entry.number, hash: entry.hash, content };
  act.entered.push(entry);
  act.state = closedAfter(act.state, part);
}

/** Closes one day; days before it that were left open, each by itself and uncounted. Days without entries are passed over. */
async function closeDays(act: Act, until: string, isAsked: boolean): Promise<void> {
  const { currency, program, automatic, counted } = act;
  let uncovered = await readUncovered(act.db, act.state, { until, session: act.session });
  const close = async (day: string, own: Counted | undefined) => {
    const left = own === undefined && (automatic ?? day !== act.period) ? ({ automatic: true } as const) : {};
    const { content, rest } = reckonDay(act.state, day, uncovered, { currency, program, counted: own, ...left });
    if (own && !own.word && content.cash?.difference) throw new ClosingRefused('closing_word', day);
    uncovered = rest;
    await enter(act, content);
  };
  for (;;) {
    const day = nextOpenDay(act.state, uncovered);
    if (day === undefined || day > until || (isAsked && day === until)) break;
    await close(day, undefined);
  }
  if (isAsked) await close(until, counted);
}

/** Closes a month, or the months of a year and the year; each with its days, of which one at least is closed. */
async function closeWhole(act: Act, span: 'month' | 'year', period: string): Promise<void> {
  const { program, automatic } = act;
  const own = () =>
    (span === 'month' ? act.state.days : act.state.months).filter((one) => one.content.period.startsWith(`${period}-`));
  if (span === 'year') {
    const months = new Set(
      act.state.days
        .map(({ content }) => periodAround(content.period, 'month'))
        .filter((month) => month.startsWith(period)),
    );
    for (const month of [...months].sort()) await closeWhole(act, 'month', month);
  }
  if (own().length === 0 && span === 'year') await closeWhole(act, 'month', `${period}-12`);
  if (own().length === 0 && span === 'month') {
    const last = lastDayOf(period);
    if (!isStillOpen(act.state, 'day', last)) throw new ClosingRefused('closing_empty', closedUntil(act.state));
    await closeDays(act, last, true);
  }
  await enter(act, reckonOf(span, period, own(), { program, automatic }));
}

/**
 * Nothing that is entered after the closing is dated before it or with it, whatever the clock says: by its hour alone, each entry is
 * in one closing. Whoever enters something at this moment meets this at the end of the series, and the database begins one of the two again.
 */
async function stopClocks({ db, session }: Act, at: string): Promise<void> {
  const after = new Date(Date.parse(at) + 1).toISOString();
  await ledgerHeads(db).updateMany({ _id: { $in: [...CLOSED_KINDS] } }, { $set: { at: after } }, { session });
}

/**
 * Closes a day, a month or a year of the house's calendar, in one transaction: the period once, whoever else tries; days and months
 * within it that are open with it, and days before it that were left open.
 * @returns the closings that were entered, in their order
 * @throws ClosingRefused closing_ahead (the period is not over: a day may be closed on its own evening), closing_done (closed already, or
 *   within or before what is), closing_empty (a month that was passed over because it has nothing), closing_opening (the till is counted for the first time, and nobody says what was in it in the morning),
 *   closing_word (the till differs, and nobody says why)
 * @throws LedgerUnreadable
 */
export const closePeriod = (db: Database, closing: Closing): Promise<LedgerEntry[]> =>
  inSeriesOf(db, [...CLOSED_KINDS, 'closing'], () =>
    inTransaction(db, async (session) => {
      const heads = await ledgerHeads(db).find({}, { session }).toArray();
      // A clock that was set back stands still here as it does in every series.
      const at = heads.reduce((latest, head) => (head.at > latest ? head.at : latest), closing.now.toISOString());
      const state = await readClosed(db, session);
      const act: Act = { ...closing, now: new Date(at), db, session, state, entered: [] };
      const { span, period } = closing;
      const last = lastDayOf(period);
      if (last > dayKey(at)) throw new ClosingRefused('closing_ahead', closedUntil(state));
      if (!isStillOpen(state, span, period)) throw new ClosingRefused('closing_done', closedUntil(state));
      if (closing.counted && closing.counted.opening === undefined && !state.day?.cash)
        throw new ClosingRefused('closing_opening', closedUntil(state));
      if (span === 'day') await closeDays(act, period, true);
      else {
        await closeDays(act, last, false);
        await closeWhole(act, span, period);
      }
      await stopClocks(act, at);
      return act.entered;
    }),
  );
