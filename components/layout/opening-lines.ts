import type { Locale } from '@/lib/actor';
import { formatClock, typo } from '@/lib/i18n/format';

interface Interval {
  from: string;
  to: string;
}

export type WeekHours = Readonly<
  Record<'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday', readonly Interval[]>
>;

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** 5 January 2026 was a Monday; only its weekday is printed. */
const dayName = (locale: Locale, index: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 5 + index)));

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** « Lundi au samedi, 9 h – 19 h »: neighbouring days with the same hours share a line, closed days have none. */
export function openingLines(locale: Locale, hours: WeekHours): string[] {
  const lines: string[] = [];
  const print = (day: (typeof DAYS)[number]) =>
    hours[day].map(({ from, to }) => `${formatClock(locale, from)}\u00A0– ${formatClock(locale, to)}`).join(', ');
  for (let first = 0; first < DAYS.length;) {
    const open = print(DAYS[first] ?? 'monday');
    let last = first;
    while (last + 1 < DAYS.length && print(DAYS[last + 1] ?? 'monday') === open) last += 1;
    if (open) {
      const joint = locale === 'fr' ? ' au ' : ' to ';
      const days =
        first === last ? dayName(locale, first) : `${dayName(locale, first)}${joint}${dayName(locale, last)}`;
      lines.push(typo(`${capital(days)}, ${open}`));
    }
    first = last + 1;
  }
  return lines;
}
