import type { Locale } from '../actor';
import { languageTag } from '../i18n/config';
import { formatClock, formatRange, inCapital, typo } from '../i18n/format';
import { type OpeningHours } from './schemas';
import { WEEKDAYS } from './words';

/** Each day as it is called, with its hours in words; no words on a closed one. */
function weekInWords(hours: OpeningHours, locale: Locale): { day: string; hours: string }[] {
  const name = new Intl.DateTimeFormat(languageTag(locale), { weekday: 'long', timeZone: 'UTC' });
  return WEEKDAYS.map((weekday, index) => ({
    // 5 January 2026 was a Monday; only the weekday is printed.
    day: name.format(new Date(Date.UTC(2026, 0, 5 + index))),
    hours: hours[weekday]
      .map(({ from, to }) => `${formatClock(locale, from)}\u00A0– ${formatClock(locale, to)}`)
      .join(', '),
  }));
}

/** The week as it is printed on a door: each day with its hours, none on a closed one. */
export const openingRows = (hours: OpeningHours, locale: Locale): { day: string; hours: string }[] =>
  weekInWords(hours, locale).map((row) => ({ ...row, day: inCapital(row.day) }));

/** « Lundi au samedi, 9 h – 19 h »: neighbouring days with the same hours share a line, closed days have none. */
export function openingLines(hours: OpeningHours, locale: Locale): string[] {
  const runs: { first: string; last: string; hours: string }[] = [];
  for (const { day, hours: open } of weekInWords(hours, locale)) {
    const run = runs.at(-1);
    if (run?.hours === open) run.last = day;
    else runs.push({ first: day, last: day, hours: open });
  }
  return runs
    .filter((run) => run.hours)
    .map(({ first, last, hours: open }) =>
      typo(`${inCapital(first === last ? first : formatRange(locale, first, last))}, ${open}`),
    );
}
