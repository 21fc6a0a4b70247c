import type { Locale } from '../actor';
import { decimalsOf, type Money, minorPerUnit } from '../money';
import { type Bilingual, contentLocale, inLanguage } from './bilingual';

const FR_SMALL =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const FR_TENS = ['', '', 'vingt', 'trente', 'quarante', 'cinquante', 'soixante'];
const EN_SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const EN_TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Below a hundred; « quatre-vingts » keeps its s only where nothing follows. */
function frenchTens(value: number, last: boolean): string {
  if (value < 20) return FR_SMALL[value] ?? '';
  if (value >= 80)
    return value === 80 ? `quatre-vingt${last ? 's' : ''}` : `quatre-vingt-${FR_SMALL[value - 80] ?? ''}`;
  const ten = value >= 60 ? 6 : Math.floor(value / 10);
  const rest = value - ten * 10;
  const word = FR_TENS[ten] ?? '';
  if (rest === 0) return word;
  return rest === 1 || rest === 11 ? `${word} et ${FR_SMALL[rest] ?? ''}` : `${word}-${FR_SMALL[rest] ?? ''}`;
}

function frenchHundreds(value: number, last: boolean): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  if (hundreds === 0) return frenchTens(rest, last);
  const head = hundreds === 1 ? 'cent' : `${FR_SMALL[hundreds] ?? ''} cent${rest === 0 && last ? 's' : ''}`;
  return rest === 0 ? head : `${head} ${frenchTens(rest, last)}`;
}

function englishHundreds(value: number): string {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const tens =
    rest < 20
      ? (EN_SMALL[rest] ?? '')
      : `${EN_TENS[Math.floor(rest / 10)] ?? ''}${rest % 10 ? `-${EN_SMALL[rest % 10] ?? ''}` : ''}`;
  if (hundreds === 0) return tens;
  return `${EN_SMALL[hundreds] ?? ''} hundred${rest ? ` and ${tens}` : ''}`;
}

/** A whole number of zero or more, below a thousand milliards, in words: « mille deux cents », "one thousand two hundred". */
export function wordsOf(value: number, reader: Locale): string {
  const locale = contentLocale(reader);
  if (value === 0) return locale === 'fr' ? 'zéro' : 'zero';
  const groups = [
    { of: 1e9, fr: 'milliard', en: 'billion' },
    { of: 1e6, fr: 'million', en: 'million' },
    { of: 1e3, fr: 'mille', en: 'thousand' },
  ];
  const words: string[] = [];
  let rest = value;
  for (const { of, fr, en } of groups) {
    const count = Math.floor(rest / of);
    rest %= of;
    if (count === 0) continue;
    if (locale === 'en') words.push(`${englishHundreds(count)} ${en}`);
    else if (of === 1e3) words.push(count === 1 ? 'mille' : `${frenchHundreds(count, false)} mille`);
    else words.push(`${frenchHundreds(count, true)} ${fr}${count > 1 ? 's' : ''}`);
  }
  if (rest > 0) {
    const and = locale === 'en' && value > 999 && rest < 100 ? 'and ' : '';
    words.push(locale === 'fr' ? frenchHundreds(rest, true) : `${and}${englishHundreds(rest)}`);
  }
  return words.join(' ');
}

/** Minor units that are not called centime or cent. */
const MINOR: Readonly<Record<string, Bilingual<[string, string]>>> = {
  GBP: { fr: ['penny', 'pence'], en: ['penny', 'pence'] },
  USD: { fr: ['cent', 'cents'], en: ['cent', 'cents'] },
  CHF: { fr: ['centime', 'centimes'], en: ['centime', 'centimes'] },
  MAD: { fr: ['centime', 'centimes'], en: ['centime', 'centimes'] },
  TND: { fr: ['millime', 'millimes'], en: ['millime', 'millimes'] },
};
const CENTS: Bilingual<[string, string]> = { fr: ['centime', 'centimes'], en: ['cent', 'cents'] };
/** Currencies whose French name is feminine: « vingt et une livres sterling ». */
const FEMININE = new Set(['GBP', 'TRY', 'SEK', 'NOK', 'DKK', 'ISK', 'CZK', 'INR', 'MRU', 'LBP', 'EGP', 'SYP']);

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

/** A sum in words: « mille deux cents euros et cinquante centimes ». */
export function moneyWords(locale: Locale, { amount, currency }: Money): string {
  const whole = Math.floor(Math.abs(amount) / minorPerUnit(currency));
  const minor = Math.abs(amount) % minorPerUnit(currency);
  let words = wordsOf(whole, locale);
  // Rounded to a whole so that the name agrees with the units alone: one euro and fifty cents.
  const name = nameOf(locale, currency, whole);
  if (locale === 'fr' && FEMININE.has(currency)) words = words.replace(/\bun$/, 'une');
  // « un million d’euros »: a million is a noun and asks for « de ».
  const of = locale === 'fr' && /(million|milliard)s?$/.test(words) ? (/^[aeiouyéè]/i.test(name) ? 'd’' : 'de ') : '';
  const major = `${words} ${of}${name}`;
  const minus = amount < 0 ? (locale === 'fr' ? 'moins ' : 'minus ') : '';
  if (minor === 0 || decimalsOf(currency) === 0) return minus + major;
  const [one, many] = inLanguage(MINOR[currency] ?? CENTS, locale);
  const rest = `${wordsOf(minor, locale)} ${minor === 1 ? one : many}`;
  return minus + (whole === 0 ? rest : `${major} ${locale === 'fr' ? 'et' : 'and'} ${rest}`);
}
