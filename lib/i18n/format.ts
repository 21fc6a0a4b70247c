import type { Locale } from '../actor';
import { daysFrom } from '../calendar';
import { decimalsOf, inUnits, minorPerUnit, type Money } from '../money';
import { languageOf, languageTag } from './config';
import { dateFormatter, numberFormatter } from './formatters';

/** The house's clock: appointments and dates are told in the atelier's own time, wherever the reader is. */
export const TIME_ZONE = 'Europe/Paris';

const NARROW = '\u202F';
const NBSP = '\u00A0';

/**
 * Prints the narrow no-break space as U+00A0: in Instrument Sans U+00A0 is a true fine (0.20em), while browsers
 * synthesise U+202F at half that and « 2480€ » collapses (measured, see the design reference).
 */
export const typo = (text: string): string => text.replaceAll(NARROW, NBSP);

const date = (locale: Locale, options: Intl.DateTimeFormatOptions) =>
  dateFormatter(languageTag(locale), { timeZone: TIME_ZONE, ...options });
const toDate = (value: Date | string): Date => (typeof value === 'string' ? new Date(value) : value);
const ordinal = (locale: Locale, text: string) =>
  locale === 'fr' ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text;

/** « 2 480,00 € » · « €2,480.00 » · « 45 000 F CFA ». `round` leaves out the cents when there are none. */
export function formatMoney(locale: Locale, value: Money, options: { round?: boolean; sign?: boolean } = {}): string {
  const round = options.round && value.amount % minorPerUnit(value.currency) === 0;
  const digits = round ? 0 : decimalsOf(value.currency);
  const formatter = numberFormatter(languageTag(locale), {
    style: 'currency',
    currency: value.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const text = formatter.format(Math.abs(inUnits(value)));
  const mark = value.amount < 0 ? `\u2212${NARROW}` : options.sign && value.amount > 0 ? `+${NARROW}` : '';
  return typo(mark + text);
}

/** Words that open a line: « Novembre 2026 ». */
export const inCapital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A number as people write it, with as many decimals as it has. */
export const formatNumber = (
  locale: Locale,
  value: number,
  maximumFractionDigits = 1,
  minimumFractionDigits = 0,
): string =>
  typo(
    numberFormatter(languageTag(locale), { minimumFractionDigits, maximumFractionDigits })
      .format(value)
      .replace('-', '\u2212'),
  );

/** A length as the tape is read: « 39,0 », one decimal always. */
export const formatCentimetres = (locale: Locale, value: number): string => formatNumber(locale, value, 1, 1);

/** By how many centimetres a length changed: « + 1,0 » · « − 1,5 » · « = ». */
export const formatDifference = (locale: Locale, value: number): string =>
  value === 0 ? '=' : typo(`${value > 0 ? '+' : '\u2212'}${NARROW}${formatCentimetres(locale, Math.abs(value))}`);

/** « lun. 23 nov. » · « Mon 23 Nov ». */
export const formatDay = (locale: Locale, value: Date | string): string =>
  ordinal(
    locale,
    date(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(toDate(value)).replace(',', ''),
  );

/** « 23 nov. » · « 23 Nov ». */
export const formatShortDate = (locale: Locale, value: Date | string): string =>
  ordinal(locale, date(locale, { day: 'numeric', month: 'short' }).format(toDate(value)));

/** « 23 novembre 2026 » · « 23 November 2026 ». */
export const formatDate = (locale: Locale, value: Date | string): string =>
  ordinal(locale, date(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(toDate(value)));

/** « 6 mai » · « 6 May », of every year. */
export const formatYearlyDay = (locale: Locale, month: number, day: number): string =>
  ordinal(
    locale,
    dateFormatter(languageTag(locale), { timeZone: 'UTC', day: 'numeric', month: 'long' }).format(
      Date.UTC(2000, month - 1, day),
    ),
  );

/** « samedi 13 février 2027 » · « Saturday 13 February 2027 ». */
export const formatWholeDay = (locale: Locale, value: Date | string): string =>
  ordinal(
    locale,
    date(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
      .format(toDate(value))
      .replace(',', ''),
  );

/** « 23 novembre » · « 23 November ». */
export const formatDayMonth = (locale: Locale, value: Date | string): string =>
  ordinal(locale, date(locale, { day: 'numeric', month: 'long' }).format(toDate(value)));

/** « lundi 23 novembre » · « Monday 23 November ». */
export const formatLongDay = (locale: Locale, value: Date | string): string =>
  ordinal(
    locale,
    date(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(toDate(value)).replace(',', ''),
  );

/** « 24 » · « 1er »: the day alone, large beside what happens. */
export const formatDayNumber = (locale: Locale, value: Date | string): string => {
  const day = date(locale, { day: 'numeric' }).format(toDate(value));
  return locale === 'fr' && day === '1' ? '1er' : day;
};

/** « nov. » · « Nov ». */
export const formatMonth = (locale: Locale, value: Date | string): string =>
  date(locale, { month: 'short' }).format(toDate(value));

/** « novembre » · « November ». */
export const formatMonthName = (locale: Locale, value: Date | string): string =>
  date(locale, { month: 'long' }).format(toDate(value));

/** « nov. 2026 » · « Nov 2026 ». */
export const formatMonthYear = (locale: Locale, value: Date | string): string =>
  date(locale, { month: 'short', year: 'numeric' }).format(toDate(value));

/** « novembre 2026 » · « November 2026 ». */
export const formatLongMonth = (locale: Locale, value: Date | string): string =>
  date(locale, { month: 'long', year: 'numeric' }).format(toDate(value));

/** « 28 novembre 2026 », « novembre 2026 » or « 2026 », of a day, a month or a year of the calendar. */
export function formatPeriod(locale: Locale, period: string): string {
  if (period.length === 4) return period;
  if (period.length === 7) return formatLongMonth(locale, `${period}-15T12:00:00Z`);
  return formatDate(locale, `${period}T12:00:00Z`);
}

/** « 15 h 30 » · « 3:30 pm ». */
export function formatTime(locale: Locale, value: Date | string): string {
  if (locale === 'en')
    return date('en', { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' })
      .format(toDate(value))
      .replace(/\u202F|\u00A0/g, ' ')
      .toLowerCase();
  const parts = date('fr', { hour: 'numeric', minute: '2-digit' }).formatToParts(toDate(value));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${Number(part('hour'))}${NBSP}h${NBSP}${part('minute').padStart(2, '0')}`;
}

/** A time on a door, from `HH:MM`: « 9 h », « 9 h 30 » · « 9 am », « 9:30 am ». */
export function formatClock(locale: Locale, clock: string): string {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  if (locale === 'fr') return formatHours(hours, minutes);
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  return `${hour}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}${NBSP}${hours < 12 ? 'am' : 'pm'}`;
}

const formatHours = (hours: number, minutes: number): string =>
  `${hours}${NBSP}h${minutes ? `${NBSP}${String(minutes).padStart(2, '0')}` : ''}`;

/** « 45 min » · « 1 h 30 ». */
export function formatDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours === 0 ? `${rest}${NBSP}min` : formatHours(hours, rest);
}

/** Minutes and seconds of a sound: « 0:42 ». */
export function formatSeconds(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const DAY_KEY = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in the atelier's time zone, `YYYY-MM-DD`. */
export const dayKey = (value: Date | string): string => DAY_KEY.format(toDate(value));

/** Whole calendar days from `from` to `to` (negative when past), in the atelier's time zone. */
export const daysBetween = (from: Date | string, to: Date | string): number => daysFrom(dayKey(from), dayKey(to));

/** « Elle est belle » · “She is beautiful”. */
export const quoted = (locale: Locale, text: string): string => typo(languageOf(locale).quotes.join(text));

/** « lundi au samedi » · « Monday to Saturday ». */
export const formatRange = (locale: Locale, first: string, last: string): string =>
  `${first} ${languageOf(locale).to} ${last}`;

/** An hour beside a line of hours: « 15 » · « 3 ». */
export const formatHourMark = (locale: Locale, hour: number): number =>
  languageOf(locale).hours === 24 ? hour : ((hour + 11) % 12) + 1;

/** « 84 Ko » · « 84 KB »; 1024 to the step. */
export function formatBytes(locale: Locale, bytes: number): string {
  const units = locale === 'fr' ? ['o', 'Ko', 'Mo', 'Go'] : ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return typo(`${formatNumber(locale, value, value < 10 && unit > 0 ? 1 : 0)}${NARROW}${units[unit] ?? ''}`);
}

/** « Awa » for « Awa Diallo ». */
export const firstName = (name: string): string => name.split(' ')[0] ?? name;

/** « AD » for « Awa Diallo ». */
export const initials = (name: string): string =>
  name
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((word) => [...word][0] ?? '')
    .filter((_, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toLocaleUpperCase('fr');
