import type { Locale } from '@/lib/actor';
import { typo } from '@/lib/i18n/format';

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

function clock(locale: Locale, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  if (locale === 'fr') return `${hours}\u00A0h${minutes ? `\u00A0${String(minutes).padStart(2, '0')}` : ''}`;
  const hour = hours % 12 === 0 ? 12 : hours % 12;
  return `${hour}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}\u00A0${hours < 12 ? 'am' : 'pm'}`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** « Lundi au samedi, 9 h – 19 h »: neighbouring days with the same hours share a line, closed days have none. */
export function openingLines(locale: Locale, hours: WeekHours): string[] {
  const lines: string[] = [];
  const print = (day: (typeof DAYS)[number]) =>
    hours[day].map(({ from, to }) => `${clock(locale, from)}\u00A0– ${clock(locale, to)}`).join(', ');
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
