'use client';

import { useLocale, useTranslations } from 'next-intl';
import { languageTag } from '@/lib/i18n/config';
import { daysBetween, formatDayMonth, formatDuration, inCapital } from '@/lib/i18n/format';
import { dateFormatter } from '@/lib/i18n/formatters';

/** « 1 h 30 » in a column: hours always written, so that the figures stand under one another. */
const columnTime = (minutes: number): string =>
  minutes < 60 ? `0\u00A0h\u00A0${String(minutes).padStart(2, '0')}` : padded(minutes);
const padded = (minutes: number): string =>
  minutes % 60 === 0 ? `${formatDuration(minutes)}\u00A000` : formatDuration(minutes);

/** The words a day is told with. */
export function useDashboardWords() {
  const t = useTranslations('dashboard');
  const locale = useLocale();
  /** « 4 min », « 2 h », « 3 jours ». */
  const since = (from: string, now: string): string => {
    const minutes = Math.max(0, Math.round((Date.parse(now) - Date.parse(from)) / 60_000));
    if (minutes < 1) return t('since.now');
    if (minutes < 60) return t('since.minutes', { count: minutes });
    if (minutes < 24 * 60) return t('since.hours', { count: Math.round(minutes / 60) });
    return t('since.days', { count: Math.max(1, daysBetween(from, now)) });
  };
  /** « aujourd’hui », « hier », « depuis 4 jours ». */
  const when = (from: string, now: string): string => {
    const days = daysBetween(from, now);
    if (days <= 0) return t('awaited.today');
    return days === 1 ? t('awaited.yesterday') : t('awaited.days', { count: days });
  };
  /** The sentence under the date: who comes, what there is to do, who waits. */
  const sentence = (counts: { appointments: number; tasks: number; late: number; waiting: number }): string => {
    const day =
      counts.appointments + counts.tasks === 0
        ? t('sentence.free')
        : t('sentence.day', {
            appointments: inCapital(t('sentence.appointments', { count: counts.appointments })),
            tasks: t('sentence.tasks', { count: counts.tasks }),
            late: t('sentence.late', { count: counts.late }),
          });
    return `${day} ${t('sentence.waiting', { count: counts.waiting })}`;
  };
  /** The weekday in roman, day and month in italic. */
  const date = (value: string): { weekday: string; rest: string } => {
    const options = { timeZone: 'UTC' } as const;
    const at = new Date(`${value}T12:00:00Z`);
    const tag = languageTag(locale);
    const weekday = inCapital(dateFormatter(tag, { ...options, weekday: 'long' }).format(at));
    return { weekday, rest: formatDayMonth(locale, at) };
  };
  const weekday = (day: string, style: 'short' | 'long'): string =>
    dateFormatter(languageTag(locale), { timeZone: 'UTC', weekday: style }).format(new Date(`${day}T12:00:00Z`));
  return { t, locale, since, when, sentence, date, weekday, columnTime };
}
