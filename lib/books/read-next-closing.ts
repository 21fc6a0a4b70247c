import type { StaffActor } from '../actor';
import { addDays } from '../calendar';
import { type Database, inTransaction } from '../db/client';
import { AppError } from '../errors';
import { getHouse } from '../house/get-house';
import { minuteOfDay } from '../i18n/atelier-time';
import { dayKey } from '../i18n/format';
import { NOTHING_BEFORE, numberOf } from '../ledger/canonical';
import { ledgerEntries, ledgerHeads } from '../ledger/documents';
import { readClosed, readUncovered } from '../ledger/read-closed';
import { closedAfter, closedUntil, isStillOpen, nextOpenDay, reckonDay } from '../ledger/reckon-closing';
import { PROGRAM_VERSION } from '../program-version';
import { asRefusal } from './close-period';
import { piecesOf } from './denominations';
import { NIGHT_MINUTE } from './rules';
import type { NextClosingDto } from './schemas';

/** The day somebody means who closes at this hour: until the house closes the night by itself, the evening before where it was left open. */
const meant = (now: Date): string => {
  const today = dayKey(now);
  return minuteOfDay(now) < NIGHT_MINUTE ? addDays(today, -1) : today;
};

/**
 * What the closing of the day would say now: what came, what the till should hold, which number it will bear.
 * @throws AppError forbidden for anyone but an owner, ledger_unreadable.
 */
export async function readNextClosing(db: Database, actor: StaffActor, now = new Date()): Promise<NextClosingDto> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const { currency } = await getHouse(db);
  return inTransaction(db, async (session) => {
    const heads = await ledgerHeads(db).find({}, { session }).toArray();
    const at = heads.reduce((latest, head) => (head.at > latest ? head.at : latest), now.toISOString());
    const today = dayKey(at);
    let state = await readClosed(db, session);
    let uncovered = await readUncovered(db, state, { until: today, session });
    const evening = meant(new Date(at));
    const open = nextOpenDay(state, uncovered);
    // What came today, before the evening before was closed, is not of that evening.
    const day = evening < today && (open ?? today) <= evening && isStillOpen(state, 'day', evening) ? evening : today;
    const end = heads.find(({ _id }) => _id === 'closing');
    const year = Number(today.slice(0, 4));
    const follows = end && end.hash !== NOTHING_BEFORE ? end.hash : null;
    const isClosed = !isStillOpen(state, 'day', day);
    const last = isClosed
      ? await ledgerEntries(db).findOne({ 'body.span': 'day', 'body.period': closedUntil(state) }, { session })
      : null;
    const earlier: string[] = [];
    const how = { currency, program: PROGRAM_VERSION };
    for (let next = open; !isClosed && next !== undefined && next < day; next = nextOpenDay(state, uncovered)) {
      const { content, rest } = reckonDay(state, next, uncovered, how);
      earlier.push(next);
      uncovered = rest;
      state = closedAfter(state, { number: '', hash: '', content });
    }
    const { content } = reckonDay(state, day, isClosed ? new Map() : uncovered, how);
    const before = state.day?.cash?.currency === currency ? state.day.cash : undefined;
    const taken = content.totals
      .filter((one) => one.currency === currency)
      .flatMap(({ means }) => means.filter(({ method }) => method === 'cash'))
      .reduce((sum, { amount }) => sum + amount, 0);
    return {
      day,
      closed: last ? { id: last._id, at: last.at, by: last.by.name } : null,
      earlier,
      entries: content.covers.reduce((sum, { count }) => sum + count, 0),
      totals: content.totals,
      perpetual: content.perpetual,
      cash: { currency, opening: before?.left ?? null, taken },
      pieces: [...piecesOf(currency)],
      number: numberOf('closing', year, (end?.year === year ? end.n : 0) + 1 + earlier.length),
      follows: earlier.length > 0 ? null : follows,
    };
  }).catch((error: unknown) => {
    throw asRefusal(error, actor.locale);
  });
}
