import type { Locale } from '../actor';

/** The languages of the pages; the first is the source, and what a visitor gets whose browser asks for none of them. */
export const LOCALES = ['fr', 'en'] as const;
export const DEFAULT_LOCALE: Locale = 'fr';

export const isLocale = (value: unknown): value is Locale => (LOCALES as readonly unknown[]).includes(value);

/** How a language writes what no text of its own says. */
interface Language {
  /** In itself. */
  name: string;
  /** With the country whose way of writing dates and numbers the house follows. */
  tag: string;
  /** Before the decimals, and between thousands. */
  decimal: string;
  group: string;
  quotes: readonly [string, string];
  colon: string;
  /** Between two days. */
  to: string;
  /** What parts the columns of a spreadsheet's table. */
  columns: string;
  hours: 12 | 24;
}

const LANGUAGES: Record<Locale, Language> = {
  fr: {
    name: 'Français',
    tag: 'fr-FR',
    decimal: ',',
    group: ' ',
    quotes: ['«\u00A0', '\u00A0»'],
    colon: '\u00A0: ',
    to: 'au',
    columns: ';',
    hours: 24,
  },
  en: {
    name: 'English',
    tag: 'en-GB',
    decimal: '.',
    group: ',',
    quotes: ['“', '”'],
    colon: ': ',
    to: 'to',
    columns: ',',
    hours: 12,
  },
};

export const languageOf = (locale: Locale): Readonly<Language> => LANGUAGES[locale];

export const languageTag = (locale: Locale): string => LANGUAGES[locale].tag;
export const languageName = (locale: Locale): string => LANGUAGES[locale].name;
