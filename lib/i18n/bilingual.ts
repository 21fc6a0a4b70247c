import { z } from 'zod';
import { words } from '../clean-text';
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

const each = <Value>(value: Value): Bilingual<Value> => ({ fr: value, en: value });

/** What is sent in every language of the house, and nothing beside. */
export const eachLanguage = <Schema extends z.ZodType>(value: Schema) => z.strictObject(each(value));
/** What is answered, or kept, in every language of the house. */
const inEachLanguage = <Schema extends z.ZodType>(value: Schema) => z.object(each(value));

/** A text in every language, each between `min` and `max` signs. A draft may lack one; a published thing may not. */
export const bilingual = (max: number, min = 0) => eachLanguage(words().min(min).max(max));
/** The same as it is answered. */
export const bilingualDto = inEachLanguage(z.string());
/** No words yet. */
export const noWords = (): Bilingual => each('');
