'use client';

import { useLocale, useTranslations } from 'next-intl';
import { addDays } from '@/lib/calendar';
import { languageTag } from '@/lib/i18n/config';
import { dayKey, formatDayMonth, formatShortDate, formatTime } from '@/lib/i18n/format';

/** Days within a week are said by their name. */
const NAMED_DAYS = 6;

/** The words the whole house is told with. @param today its day, `YYYY-MM-DD` */
export function useOverviewWords(today: string) {
  const t = useTranslations('overview');
  const locale = useLocale();
  const weekday = (day: string): string =>
    new Intl.DateTimeFormat(languageTag(locale), { timeZone: 'UTC', weekday: 'long' }).format(
      new Date(`${day}T12:00:00Z`),
    );
  const said = (day: string, far: string): string => {
    if (day === today) return t('today');
    const named = day > today ? day <= addDays(today, NAMED_DAYS) : day >= addDays(today, -NAMED_DAYS);
    return named ? t('weekday', { day: weekday(day) }) : t('onDay', { day: far });
  };
  /** « mardi », « le 17 décembre », « aujourd’hui »: a day of this week by its name. */
  const on = (day: string): string => said(day, formatDayMonth(locale, day));
  /** « le 17 déc. ». */
  const onShort = (day: string): string => said(day, formatShortDate(locale, day));
  /** The same of a moment that has been: « hier », « jeudi ». */
  const since = (moment: string): string => {
    const day = dayKey(moment);
    if (day === addDays(today, -1)) return t('yesterday');
    if (day === today) return t('today');
    return day >= addDays(today, -NAMED_DAYS) ? weekday(day) : t('theDay', { day: formatDayMonth(locale, day) });
  };
  /** « hier à 18 h 10 ». */
  const at = (moment: string): string => t('at', { day: since(moment), time: formatTime(locale, moment) });
  return { t, locale, on, onShort, since, at };
}
