import type { Locale } from '../actor';
import { LOCALES } from '../i18n/config';
import { formatYearlyDay } from '../i18n/format';
import { foldText } from '../text';

/** A day as people and tables write it; `year` where it says one. Checked: it is in the calendar. */
export interface WrittenDay {
  year?: number;
  month: number;
  day: number;
}

const MONTHS = new Map<string, number>(
  LOCALES.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) =>
      Array.from({ length: 12 }, (_, at): [string, number] => [
        foldText(new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' }).format(Date.UTC(2000, at, 1))).replace(
          '.',
          '',
        ),
        at + 1,
      ]),
    ),
  ),
);

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

/**
 * Reads a day in any of the ways people and tables write one: `06/05/1990`, `06-05`, `6.5.90`, `1990-05-06 00:00:00`, `1990/05/06`, `6 mai
 * 1990`, `06-mai-90`, `May 6, 1990`, `--05-06`. In numbers the day comes first, as both languages of the house write it, unless
 * a year of four digits stands before. What is in no calendar (31/02) is `null`.
 */
export function readWrittenDay(cell: string): WrittenDay | null {
  const text = foldText(cell)
    .replace(/[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?z?$/, '')
    .replace(/(\d)(?:er|st|nd|rd|th)\b/, '$1');
  const made = (year: string | undefined, month: number | undefined, day: string | undefined): WrittenDay | null => {
    const read = { ...(yearOf(year) ? { year: yearOf(year) } : {}), month: month ?? 0, day: Number(day) };
    return isDay(read) ? read : null;
  };
  const google = /^--(\d{1,2})-(\d{1,2})$/.exec(text);
  if (google) return made(undefined, Number(google[1]), google[2]);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return made(iso[1], Number(iso[2]), iso[3]);
  const numbers = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{2}|\d{4}))?$/.exec(text);
  if (numbers) return made(numbers[3], Number(numbers[2]), numbers[1]);
  const words = /^(\d{1,2})[-/. ]+(\p{L}+)\.?(?:[-/., ]+(\d{2}|\d{4}))?$/u.exec(text);
  if (words) return made(words[3], MONTHS.get(words[2] ?? ''), words[1]);
  const english = /^(\p{L}+)\.?[-/. ]+(\d{1,2})(?:[-/., ]+(\d{4}))?$/u.exec(text);
  return english && made(english[3], MONTHS.get(english[1] ?? ''), english[2]);
}

const two = (number: number): string => String(number).padStart(2, '0');
/** `MM-DD`, as a file keeps a birthday. */
export const birthdayOf = ({ month, day }: WrittenDay): string => `${two(month)}-${two(day)}`;

/** A birthday in words: no spreadsheet takes « 6 mai » for another day. */
export const birthdayWords = (birthday: string, locale: Locale): string =>
  formatYearlyDay(locale, Number(birthday.slice(0, 2)), Number(birthday.slice(3)));
