import type { Locale } from '../actor';

/** The languages of the pages; the first is the source, and what a visitor gets whose browser asks for none of them. */
export const LOCALES = ['fr', 'en'] as const;
export const DEFAULT_LOCALE: Locale = 'fr';

export const isLocale = (value: unknown): value is Locale => (LOCALES as readonly unknown[]).includes(value);

/** What each is called in itself, and the country whose way of writing dates and numbers the house follows. */
const LANGUAGES: Record<Locale, { name: string; tag: string }> = {
  fr: { name: 'Français', tag: 'fr-FR' },
  en: { name: 'English', tag: 'en-GB' },
};

export const languageTag = (locale: Locale): string => LANGUAGES[locale].tag;
export const languageName = (locale: Locale): string => LANGUAGES[locale].name;
