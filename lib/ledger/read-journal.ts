import type { ClientSession } from 'mongodb';
import type { Database } from '../db/client';
import { entryOf } from './copy';
import { ledgerEntries } from './documents';
import { readClosed, readUncovered } from './read-closed';
import { closedAfter, nextOpenDay, reckonDay } from './reckon-closing';
import { closingContent, type LedgerEntry } from './shape';
import { CLOSED_KINDS, type ClosedKind } from './words';

/** An entry of money on the day it counts for: that of the closing that covers it, or would. */
export interface JournalEntry {
  day: string;
  entry: LedgerEntry;
  /** The number of that closing; absent while the day is open. */
  closing?: string;
}

/** A day's closing, by what it covers. */
interface Covered {
  number: string;
  day: string;
  covers: { kind: ClosedKind; count: number; first?: { number: string }; last: { number: string } }[];
}

const placeOf = (number: string): [number, number] => {
  const [, year, n] = number.split('-').map(Number);
  return [year ?? 0, n ?? 0];
};
const inOrder = (a: LedgerEntry, b: LedgerEntry): number => a.year - b.year || a.n - b.n;

/** Entries of one series from one number to another. */
async function between(
  db: Database,
  kind: ClosedKind,
  [first, last]: [string, string],
  session?: ClientSession,
): Promise<LedgerEntry[]> {
  const [[fromYear, from], [toYear, to]] = [placeOf(first), placeOf(last)];
  const found: LedgerEntry[] = [];
  for (let year = fromYear; year <= toYear; year += 1) {
    const n = { ...(year === fromYear ? { $gte: from } : {}), ...(year === toYear ? { $lte: to } : {}) };
    const read = ledgerEntries(db)
      .find({ kind, year, n: Object.keys(n).length > 0 ? n : { $gte: 1 } }, { session })
      .sort({ kind: 1, year: 1, n: 1 });
    for await (const document of read) found.push(...[entryOf(document) ?? []].flat());
  }
  return found;
}

/**
 * The entries of money that count for some days of the house's calendar, both included, in the order of days and of their hours. Read by what the
 * closings cover, and of days that are open by what their closings would: so that a journal comes to its closings to the minor unit.
 * @throws LedgerUnreadable
 */
export async function readJournal(
  db: Database,
  from: string,
  to: string,
  session?: ClientSession,
): Promise<JournalEntry[]> {
  const found: JournalEntry[] = [];
  const closings = await ledgerEntries(db)
    .find({ 'body.span': 'day', 'body.period': { $gte: from, $lte: to } }, { session })
    .sort({ 'body.span': 1, 'body.period': 1 })
    .toArray();
  const days: Covered[] = closings.flatMap(({ _id, body }) => {
    const { data } = closingContent.safeParse(body);
    return data ? [{ number: _id, day: data.period, covers: data.covers }] : [];
  });
  for (const kind of CLOSED_KINDS) {
    const own = days.flatMap(({ number, day, covers }) =>
      covers.filter((cover) => cover.kind === kind && cover.first).map((cover) => ({ number, day, cover })),
    );
    const ends = own[0]?.cover.first && own.at(-1)?.cover.last;
    if (!ends) continue;
    const list = await between(db, kind, [own[0]?.cover.first?.number ?? '', ends.number], session);
    let at = 0;
    for (const { number, day, cover } of own)
      for (const entry of list.slice(at, (at += cover.count))) found.push({ day, entry, closing: number });
  }
  let state = await readClosed(db, session);
  let uncovered = await readUncovered(db, state, { until: to, session });
  for (let day = nextOpenDay(state, uncovered); day !== undefined && day <= to; day = nextOpenDay(state, uncovered)) {
    const before = uncovered;
    const { content, rest } = reckonDay(state, day, uncovered, { currency: '', program: '' });
    if (day >= from)
      for (const [kind, list] of before)
        for (const entry of list.slice(0, list.length - (rest.get(kind)?.length ?? 0))) found.push({ day, entry });
    uncovered = rest;
    state = closedAfter(state, { number: '', hash: '', content });
  }
  return found.sort(
    (a, b) =>
      (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
      (a.entry.at < b.entry.at ? -1 : a.entry.at > b.entry.at ? 1 : 0) ||
      CLOSED_KINDS.indexOf(a.entry.kind as ClosedKind) - CLOSED_KINDS.indexOf(b.entry.kind as ClosedKind) ||
      inOrder(a.entry, b.entry),
  );
}

/** Every entry of money of some orders, in the order of their hours. */
export async function readOrders(
  db: Database,
  orders: readonly string[],
  session?: ClientSession,
): Promise<LedgerEntry[]> {
  const found: LedgerEntry[] = [];
  const read = ledgerEntries(db).find({ 'body.order.id': { $in: [...orders] } }, { session });
  for await (const document of read) found.push(...[entryOf(document) ?? []].flat());
  return found.sort(
    (a, b) =>
      (a.at < b.at ? -1 : a.at > b.at ? 1 : 0) ||
      CLOSED_KINDS.indexOf(a.kind as ClosedKind) - CLOSED_KINDS.indexOf(b.kind as ClosedKind) ||
      inOrder(a, b),
  );
}
