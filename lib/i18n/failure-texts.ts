import type { Locale } from '../actor';
import { DEFAULT_LOCALE, isLocale } from './config';
import en from './en/failure.json';
import fr from './fr/failure.json';

const TEXTS: Record<Locale, typeof fr> = { fr, en };

/**
 * The few words of a page that broke. They stand apart from the other texts because an error page is sent with every
 * page and must not bring a whole namespace along.
 */
export function failureTexts(locale: string | undefined) {
  const { reference, ...words } = TEXTS[isLocale(locale) ? locale : DEFAULT_LOCALE];
  return { ...words, reference: (digest: string) => `${reference} ${digest}.` };
}
