import { addDays } from '../calendar';
import type { Database } from '../db/client';
import { getHouse } from '../house/get-house';
import { minuteOfDay } from '../i18n/atelier-time';
import { dayKey } from '../i18n/format';
import { ClosingRefused, closePeriod } from '../ledger/close-periods';
import { periodAround } from '../ledger/periods';
import { readClosed, readUncovered } from '../ledger/read-closed';
import { nextOpenDay } from '../ledger/reckon-closing';
import type { Span } from '../ledger/words';
import { PROGRAM_VERSION } from '../program-version';
import { NIGHT_MINUTE } from './rules';

/** Days of one round: a house that was away for a year is closed bit by bit. */
const AT_ONCE = 20;

/** Until which day each house was found closed: nothing before today can open again, so it is looked at once a day. */
const done = new Map<string, string>();

/** What is left open and over. */
async function nextOpen(db: Database, evening: string): Promise<{ span: Span; period: string } | undefined> {
  const closed = await readClosed(db);
  const month = closed.days.map(({ content }) => periodAround(content.period, 'month'))[0];
  const year = closed.months.map(({ content }) => periodAround(content.period, 'year'))[0];
  const day = nextOpenDay(closed, await readUncovered(db, closed, { until: evening, most: 1 }));
  const isOver = (period: string) => period < evening.slice(0, period.length) || isLastDay(evening, period);
  // A month before the days of the next, so that the ledger is read in the order of the calendar.
  if (month && isOver(month) && !day?.startsWith(month)) return { span: 'month', period: month };
  if (year && isOver(year) && !month?.startsWith(year) && !day?.startsWith(year)) return { span: 'year', period: year };
  return day !== undefined && day <= evening ? { span: 'day', period: day } : undefined;
}

/** Whether a day is the last of its month or year. */
const isLastDay = (day: string, period: string): boolean =>
  day.startsWith(period) && !addDays(day, 1).startsWith(period);

/**
 * Closes what was left open: days with entries that are over, then months and years, once the night has come (`NIGHT_MINUTE`). Each is
 * a transaction of its own: two that do it at once close each day once, and one that dies leaves the rest to the next round.
 * @returns how many closings were entered
 */
export async function closeNights(db: Database, now = new Date()): Promise<number> {
  const today = dayKey(now);
  const evening = addDays(today, minuteOfDay(now) < NIGHT_MINUTE ? -2 : -1);
  const name = db.db.databaseName;
  if (done.get(name) === evening) return 0;
  let entered = 0;
  for (let round = 0; round < AT_ONCE; round += 1) {
    const open = await nextOpen(db, evening);
    if (!open) {
      done.set(name, evening);
      break;
    }
    const house = await getHouse(db);
    const by = { id: 'house', name: house.name };
    const how = { by, currency: house.currency, program: PROGRAM_VERSION, now, automatic: true } as const;
    try {
      entered += (await closePeriod(db, { ...open, ...how })).length;
    } catch (error) {
      // Somebody else was faster.
      if (!(error instanceof ClosingRefused)) throw error;
    }
  }
  return entered;
}
