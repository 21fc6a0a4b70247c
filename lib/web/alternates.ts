import type { Metadata } from 'next';
import type { Locale } from '../actor';
import { DEFAULT_LOCALE, LOCALES } from '../i18n/config';

/**
 * Where a page stands in each language, for search engines: its canonical address, one `hreflang` for each language, and the
 * default for readers of any other.
 * @param path without the language; `/` for the home page
 */
export function alternatesOf(locale: Locale, path: string): NonNullable<Metadata['alternates']> {
  const at = (one: Locale) => `/${one}${path === '/' ? '' : path}`;
  return {
    canonical: at(locale),
    languages: { ...Object.fromEntries(LOCALES.map((one) => [one, at(one)])), 'x-default': at(DEFAULT_LOCALE) },
  };
}
