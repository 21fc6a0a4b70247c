import type { Locale } from '../actor';
import { addDays, weekdayNumber } from '../calendar';
import { dayKey } from '../i18n/format';
import { unlocalised } from '../i18n/href';

/** Only own relative paths: never another site, not even by `//` or a backslash. */
export const isOwnPath = (path: string): boolean => /^\/(?![/\\])[^\\\s]*$/.test(path);

/**
 * Where a person goes after signing in: where they wanted to, if that is a page of ours, else their own space.
 * @param next the query of the sign-in page, as anybody may have written it
 * @param home their own space
 */
export function afterSignIn(next: string | undefined, locale: Locale, home: string): string {
  const wanted = next && isOwnPath(next) && !next.startsWith('/api/') ? next : home;
  return unlocalised(wanted) !== wanted ? wanted : `/${locale}${wanted}`;
}

/** Days in a row, both ends included, `YYYY-MM-DD`. */
export interface Days {
  from: string;
  to: string;
}

/** When somebody of the house is there, as whoever books an hour needs to know it. */
export interface Presence {
  available: boolean;
  /** The day of return, for who is away; none as long as nobody knows it. */
  backOn?: string;
  /** Absences that are planned. */
  away: readonly Days[];
  /** 1 (Monday) to 7. */
  workingDays: readonly number[];
  /** Other working days from a day on, earliest first. */
  weeks?: readonly { from: string; workingDays: readonly number[] }[];
}

/** Whether somebody takes new work and words: they said so, or the day of return they named has come. */
export const isBack = (
  profile: { available: boolean; backOn?: Date } | undefined,
  today = dayKey(new Date()),
): boolean =>
  profile !== undefined && (profile.available || (profile.backOn !== undefined && dayKey(profile.backOn) <= today));

/** What holds on a day, of what was agreed from a day on (earliest first); `before` where none has begun. */
export const heldOn = <T extends { from: string }, B>(agreed: readonly T[], day: string, before: B): T | B =>
  agreed.findLast(({ from }) => from <= day) ?? before;

const shares = (one: Days, other: Days): boolean => one.from <= other.to && other.from <= one.to;

/** The first of these that shares a day with others. */
export const overlapping = <T extends Days>(others: readonly T[], days: Days): T | undefined =>
  others.find((other) => shares(other, days));

/** Whether somebody is at work on a calendar day (`YYYY-MM-DD`): back, not in a planned absence, and on a day of their week. */
export const isAtWork = (presence: Presence, day: string): boolean => {
  const { available, backOn, away, weeks = [] } = presence;
  const isBack = available || (backOn !== undefined && backOn <= day);
  return (
    isBack &&
    !away.some((absence) => shares(absence, { from: day, to: day })) &&
    heldOn(weeks, day, presence).workingDays.includes(weekdayNumber(day))
  );
};

/** The day somebody is back who is in a planned absence on `today`: after the last of those that follow each other. */
export function returnFrom(away: readonly Days[], today: string): string | undefined {
  const within = away.find((absence) => shares(absence, { from: today, to: today }));
  if (!within) return undefined;
  const next = addDays(within.to, 1);
  return returnFrom(away, next) ?? next;
}

/** What is wrong with an address being typed; `undefined` when it looks whole. */
export function emailProblem(value: string): 'empty' | 'incomplete' | 'ending' | undefined {
  const text = value.trim();
  if (text === '') return 'empty';
  const [name, domain, ...rest] = text.split('@');
  if (!name || !domain || rest.length > 0 || /\s/.test(text)) return 'incomplete';
  return /[^.]\.[^.\s]{2,}$/.test(domain) ? undefined : 'ending';
}
