import type { ClientSession } from 'mongodb';
import type { Database } from '../db/client';
import { atelierMoment } from '../i18n/atelier-time';
import { entryOf } from './copy';
import { type EntryDocument, ledgerEntries } from './documents';
import { lastDayOf } from './periods';
import type { ClosedSoFar, Part, Uncovered } from './reckon-closing';
import { closingContent, type LedgerEntry } from './shape';
import { CLOSED_KINDS, type ClosedKind, type Span } from './words';

const DAY_MINUTES = 24 * 60;

/** A ledger that cannot be read cannot be closed: what is wrong with it has to be looked at first. */
export class LedgerUnreadable extends Error {}

/** A closing as others are made of it. @throws LedgerUnreadable */
function partOf(document: EntryDocument): Part {
  const { data: content } = closingContent.safeParse(document.body);
  if (!content) throw new LedgerUnreadable(document._id);
  return { number: document._id, hash: document.hash, content };
}

/** How far everything is closed. @throws LedgerUnreadable */
export async function readClosed(db: Database, session?: ClientSession): Promise<ClosedSoFar> {
  const latest = async (span: Span) => {
    const found = await ledgerEntries(db).findOne(
      { 'body.span': span },
      { session, sort: { 'body.span': -1, 'body.period': -1 } },
    );
    return found ? partOf(found) : undefined;
  };
  const [day, month, year] = [await latest('day'), await latest('month'), await latest('year')];
  const after = async (span: Span, whole: Part | undefined) => {
    const found = await ledgerEntries(db)
      .find({ 'body.span': span, 'body.period': { $gt: whole ? lastDayOf(whole.content.period) : '' } }, { session })
      .sort({ 'body.span': 1, 'body.period': 1 })
      .toArray();
    return found.map(partOf);
  };
  const periodOf = (one: Part | undefined) => one?.content.period ?? '';
  return {
    last: { day: periodOf(day), month: periodOf(month), year: periodOf(year) },
    ...(day ? { day: day.content } : {}),
    days: await after('day', month),
    months: await after('month', year),
  };
}

/** Entries of one series that no closing covers, until the end of a day. @throws LedgerUnreadable */
async function uncoveredOf(
  db: Database,
  kind: ClosedKind,
  { day }: Pick<ClosedSoFar, 'day'>,
  { until, session, most }: { until: string; session?: ClientSession; most?: number },
): Promise<LedgerEntry[]> {
  const end = day?.covers.find((cover) => cover.kind === kind)?.last.number;
  const last = end === undefined ? undefined : await ledgerEntries(db).findOne({ _id: end }, { session });
  if (end !== undefined && !last) throw new LedgerUnreadable(end);
  const reading = ledgerEntries(db)
    .find(
      { kind, at: { ...(last ? { $gte: last.at } : {}), $lt: atelierMoment(until, DAY_MINUTES).toISOString() } },
      { session },
    )
    .sort({ kind: 1, at: 1, _id: 1 });
  const found: LedgerEntry[] = [];
  for await (const document of reading) {
    const entry = entryOf(document);
    if (!entry) throw new LedgerUnreadable(document._id);
    if (!last || entry.year > last.year || (entry.year === last.year && entry.n > last.n)) found.push(entry);
    if (found.length === most) break;
  }
  // Within one moment the text of a number is no order.
  return found.sort((a, b) => a.year - b.year || a.n - b.n);
}

/**
 * Entries that no closing covers, until the end of a day on the house's calendar.
 * @param most so many of each series only: to know whether there is one
 * @throws LedgerUnreadable
 */
export async function readUncovered(
  db: Database,
  closed: Pick<ClosedSoFar, 'day'>,
  how: { until: string; session?: ClientSession; most?: number },
): Promise<Uncovered> {
  const found = new Map<ClosedKind, LedgerEntry[]>();
  for (const kind of CLOSED_KINDS) found.set(kind, await uncoveredOf(db, kind, closed, how));
  return found;
}
