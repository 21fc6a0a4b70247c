import type { Locale } from '../actor';
import { decimalsOf, type Money, minorPerUnit } from '../money';
import { numbers as en } from './en/numbers';
import { numbers as fr } from './fr/numbers';
import type { SpokenNumbers } from './spoken-numbers';

const SPOKEN: Record<Locale, SpokenNumbers> = { fr, en };

/** A whole number of zero or more, below a thousand milliards, in words: « mille deux cents », "one thousand two hundred". */
export const wordsOf = (value: number, locale: Locale): string => SPOKEN[locale].words(value);

/** The currency's name after a count: « euros », « francs CFA »; what Intl puts in brackets is left out. */
function nameOf(locale: Locale, currency: string, count: number): string {
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    minimumFractionDigits: 0,
  }).formatToParts(count);
  const name = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  return name.replace(/\s*\([^)]*\)/, '').trim();
}

/** A long length in words, from centimetres: « sept mètres vingt-cinq »; below a metre, or finer than a centimetre, nothing. */
export const lengthWords = (locale: Locale, centimetres: number): string | undefined =>
  centimetres >= 100 && Number.isInteger(centimetres)
    ? SPOKEN[locale].length(Math.floor(centimetres / 100), centimetres % 100)
    : undefined;

/** What a currency is called where many of it are meant: « francs CFA ». */
export const currencyName = (locale: Locale, currency: string): string => nameOf(locale, currency, 2);

/** A sum in words: « mille deux cents euros et cinquante centimes ». */
export function moneyWords(locale: Locale, { amount, currency }: Money): string {
  const spoken = SPOKEN[locale];
  const whole = Math.floor(Math.abs(amount) / minorPerUnit(currency));
  const minor = Math.abs(amount) % minorPerUnit(currency);
  // Rounded to a whole so that the name agrees with the units alone: one euro and fifty cents.
  const units = spoken.units(spoken.words(whole), nameOf(locale, currency, whole), currency);
  const minus = amount < 0 ? `${spoken.minus} ` : '';
  if (minor === 0 || decimalsOf(currency) === 0) return minus + units;
  const [one, many] = spoken.minor(currency);
  const rest = `${spoken.words(minor)} ${minor === 1 ? one : many}`;
  return minus + (whole === 0 ? rest : `${units} ${spoken.and} ${rest}`);
}
