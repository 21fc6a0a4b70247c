import type { Locale } from '../actor';
import { weekdayNumber } from '../calendar';
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

/** When somebody of the house is there, as whoever books an hour needs to know it. */
export interface Presence {
  available: boolean;
  /** The day of return, for who is away; none as long as nobody knows it. */
  backOn?: string;
  /** 1 (Monday) to 7. */
  workingDays: readonly number[];
}

/** Whether somebody is at work on a calendar day (`YYYY-MM-DD`): back from an absence, and on a day of their week. */
export const isAtWork = ({ available, backOn, workingDays }: Presence, day: string): boolean =>
  (available || (backOn !== undefined && backOn <= day)) && workingDays.includes(weekdayNumber(day));

/** What is wrong with an address being typed; `undefined` when it looks whole. */
export function emailProblem(value: string): 'empty' | 'incomplete' | 'ending' | undefined {
  const text = value.trim();
  if (text === '') return 'empty';
  const [name, domain, ...rest] = text.split('@');
  if (!name || !domain || rest.length > 0 || /\s/.test(text)) return 'incomplete';
  return /[^.]\.[^.\s]{2,}$/.test(domain) ? undefined : 'ending';
}
