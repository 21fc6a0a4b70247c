import type { Locale } from '../actor';

export const LOCALES = ['fr', 'en'] as const satisfies readonly Locale[];
export const DEFAULT_LOCALE: Locale = 'fr';

export const isLocale = (value: unknown): value is Locale => (LOCALES as readonly unknown[]).includes(value);

const TAGS: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' };

/** The language with the country whose way of writing dates and numbers the house follows. */
export const languageTag = (locale: Locale): string => TAGS[locale];
