import type { Locale } from '../actor';
import { formatTime } from '../i18n/format';
import { type OpeningHours, WEEKDAYS } from './schemas';

/** The week as it is printed on a door: each day with its hours, none on a closed one. */
export function openingRows(hours: OpeningHours, locale: Locale): { day: string; hours: string }[] {
  const name = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'long', timeZone: 'UTC' });
  // Winter time: the atelier's clock is one hour ahead of UTC on these days of January.
  const clock = (time: string) => formatTime(locale, `2026-01-05T${time}:00+01:00`);
  return WEEKDAYS.map((weekday, index) => {
    // 5 January 2026 was a Monday; only the weekday is printed.
    const day = name.format(new Date(Date.UTC(2026, 0, 5 + index)));
    return {
      day: day.charAt(0).toLocaleUpperCase(locale) + day.slice(1),
      hours: hours[weekday].map(({ from, to }) => `${clock(from)} – ${clock(to)}`).join(', '),
    };
  });
}
