import type { Locale } from '../actor';
import { formatYearlyDay } from '../i18n/format';
import { monthOf } from '../i18n/month-names';
import { plainDigits } from '../numbers';
import { foldText } from '../text';

/** A day as people and tables write it; `year` where it says one. Checked: it is in the calendar. */
export interface WrittenDay {
  year?: number;
  month: number;
  day: number;
}

/** Two digits are of this century up to ten years ahead, else of the last. */
const yearOf = (text: string | undefined): number | undefined => {
  if (!text || text === '0000') return undefined;
  const year = Number(text);
  if (text.length > 2) return year;
  return year <= (new Date().getUTCFullYear() % 100) + 10 ? 2000 + year : 1900 + year;
};

/** A leap year stands for a day without a year, so that 29 February has its place. */
const isDay = ({ year = 2000, month, day }: WrittenDay): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** A time of day after the day, as tables write it: `T00:00:00.000Z`, ` 12:00:00 AM`, `T00:00:00+02:00`. */
const TIME = /[t ]\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?)?( ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?$/;
/** What one says around a day: « lundi », « le », "of", « de ». */
const AROUND =
  /^(\p{L}+day|\p{L}+di|dimanche|mon|tue|wed|thu|fri|sat|sun|lun|mer|jeu|ven|sam|dim)\b\.?,? +(?=\d|\p{L}+ \d)|^(le|the|on) /u;

/** What stands first in a day written in numbers, where nothing else tells: a table of one mind says it in its other rows. */
export type DayOrder = 'day' | 'month';

/**
 * Reads a day in any of the ways people and tables write one: `06/05/1990`, `06-05`, `6.5.90`, `1990-05-06 00:00:00`, `1990/05/06`,
 * `19900506`, `6 mai 1990`, `lundi 6 mai`, `06-mai-90`, `May 6, 1990`, `--05-06`, in any digits. In numbers the day comes first, as both
 * languages of the house write it, unless `order` says otherwise or a year of four digits stands before. What is in no calendar
 * (31/02) is `null`.
 */
export function readWrittenDay(cell: string, order: DayOrder = 'day'): WrittenDay | null {
  const text = foldText(plainDigits(cell))
    .replace(TIME, '')
    .replace(AROUND, '')
    .replace(/(\d) ?(?:er|st|nd|rd|th|º)\b/, '$1')
    .replace(/(?<=[\d\p{L}]) (?:(?:of|de|del) |d')(?=[\d\p{L}])/gu, ' ')
    .replace(/'(?=\d{2}$)/, '');
  const made = (year: string | undefined, month: number | undefined, day: string | undefined): WrittenDay | null => {
    const read = { ...(yearOf(year) ? { year: yearOf(year) } : {}), month: month ?? 0, day: Number(day) };
    return isDay(read) ? read : null;
  };
  const google = /^--(\d{1,2})-(\d{1,2})$/.exec(text);
  if (google) return made(undefined, Number(google[1]), google[2]);
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ??
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (iso) return made(iso[1], Number(iso[2]), iso[3]);
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?$/.exec(text);
  if (numbers) {
    const [, first, second, year] = numbers;
    return order === 'month' ? made(year, Number(first), second) : made(year, Number(second), first);
  }
  const words = /^(\d{1,2})[-/. ]+(\p{L}+)\.?(?:[-/., ]+(\d{2}|\d{4}))?$/u.exec(text);
  if (words) return made(words[3], monthOf(words[2] ?? ''), words[1]);
  const english = /^(\p{L}+)\.?[-/. ]+(\d{1,2})(?:[-/., ]+(\d{4}))?$/u.exec(text);
  return english && made(english[3], monthOf(english[1] ?? ''), english[2]);
}

/** Whether a cell says that there is no day, as Outlook does in every row without one: `0/0/00`. */
export const isNoDay = (cell: string): boolean => /^[0/.\- :]+$/.test(cell) && /0/.test(cell);

/** Two numbers of a day and a month side by side: only there does it matter which stands first. */
const TWO_NUMBERS = /\p{Nd}{1,2}[^\p{Nd}\p{L}]+\p{Nd}{1,2}/u;

/** Which must stand first in a cell for it to be a day at all: `12/31/1990` is one only with the month first; mostly either will do. */
export function onlyOrder(cell: string): DayOrder | undefined {
  if (!TWO_NUMBERS.test(cell)) return undefined;
  const [day, month] = [readWrittenDay(cell, 'day'), readWrittenDay(cell, 'month')];
  return (day === null) === (month === null) ? undefined : day === null ? 'month' : 'day';
}

const two = (number: number): string => String(number).padStart(2, '0');
/** `MM-DD`, as a file keeps a birthday. */
export const birthdayOf = ({ month, day }: WrittenDay): string => `${two(month)}-${two(day)}`;

/** A birthday in words: no spreadsheet takes « 6 mai » for another day. */
export const birthdayWords = (birthday: string, locale: Locale): string =>
  formatYearlyDay(locale, Number(birthday.slice(0, 2)), Number(birthday.slice(3)));
