/** Lengths of time. A day is 24 hours here; the atelier's days, which clocks change, are in lib/i18n/atelier-time.ts. */
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const DAY_SECONDS = DAY_MS / 1000;

/** Midnight UTC of a calendar day `YYYY-MM-DD`: how days without an hour are stored and compared. */
export const dayStart = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day so many days after (before, when negative) a day, both `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  new Date(dayStart(day) + days * DAY_MS).toISOString().slice(0, 10);

/** Whole days from one calendar day to another (negative when past), both `YYYY-MM-DD`. */
export const daysFrom = (from: string, to: string): number => Math.round((dayStart(to) - dayStart(from)) / DAY_MS);

/** The moment so many days after another; negative for before. */
export const daysLater = (moment: Date | number, days: number): Date => new Date(Number(moment) + days * DAY_MS);

/** 1 Monday to 7 Sunday. */
export const weekdayNumber = (day: string): number => ((new Date(dayStart(day)).getUTCDay() + 6) % 7) + 1;

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayNumber(day));
