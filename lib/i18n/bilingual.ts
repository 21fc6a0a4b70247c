import type { Locale } from '../actor';

/** The languages the house writes its own words in: titles, descriptions, names of stages. The pages may be read in more. */
export const CONTENT_LOCALES = ['fr', 'en'] as const satisfies readonly Locale[];
export type ContentLocale = (typeof CONTENT_LOCALES)[number];
export type Bilingual<Value = string> = Record<ContentLocale, Value>;

/** The language of the house that a reader of this one is given. */
const contentLocale = (locale: Locale): ContentLocale => CONTENT_LOCALES.find((one) => one === locale) ?? 'en';

/** The house's own words for a reader: in their language where they are written in it. */
export function inLanguage<Value>(words: Readonly<Bilingual<Value>>, locale: Locale): Value;
export function inLanguage<Value>(words: Readonly<Bilingual<Value>> | undefined, locale: Locale): Value | undefined;
export function inLanguage<Value>(words: Readonly<Bilingual<Value>> | undefined, locale: Locale): Value | undefined {
  const written: Partial<Record<Locale, Value>> | undefined = words;
  return written?.[locale] ?? words?.[contentLocale(locale)];
}

/** The same in every language of the house. */
export const each = <Value>(value: Value): Bilingual<Value> => ({ fr: value, en: value });

/** No words yet. */
export const noWords = (): Bilingual => each('');
