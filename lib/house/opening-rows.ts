import type { Locale } from '../actor';
import { formatClock } from '../i18n/format';
import { type OpeningHours, WEEKDAYS } from './schemas';

/** The week as it is printed on a door: each day with its hours, none on a closed one. */
export function openingRows(hours: OpeningHours, locale: Locale): { day: string; hours: string }[] {
  const name = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'long', timeZone: 'UTC' });
  return WEEKDAYS.map((weekday, index) => {
    // 5 January 2026 was a Monday; only the weekday is printed.
    const day = name.format(new Date(Date.UTC(2026, 0, 5 + index)));
    return {
      day: day.charAt(0).toLocaleUpperCase(locale) + day.slice(1),
      hours: hours[weekday]
        .map(({ from, to }) => `${formatClock(locale, from)} – ${formatClock(locale, to)}`)
        .join(', '),
    };
  });
}
