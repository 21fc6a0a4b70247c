import type { Actor, Locale } from '../actor';
import { DEFAULT_LOCALE, isLocale } from '../i18n/config';

/** The language of an answer: the page's (our fetch sends it as Accept-Language), else the account's, else French. */
export function requestLocale(headers: Headers, actor: Actor | null): Locale {
  const wanted = headers.get('accept-language') ?? '';
  for (const part of wanted.split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return actor?.locale ?? DEFAULT_LOCALE;
}
