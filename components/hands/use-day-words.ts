'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { AbsenceDto } from '@/lib/absences/schemas';
import { formatDate, formatDayMonth } from '@/lib/i18n/format';
import { dayRuns } from './day-runs';

/** Days in words: of an absence, and of a week. */
export function useDayWords() {
  const t = useTranslations('hands');
  const house = useTranslations('house.settings');
  const locale = useLocale();
  const name = (day: number) => house(`shortDay.d${day}` as 'shortDay.d1');
  return {
    /** « lun. », « Mon ». */
    name,
    /** « du 11 au 15 janvier »; the year where it changes. */
    absence: ({ from, to }: Pick<AbsenceDto, 'from' | 'to'>): string => {
      if (from === to) return t('oneDay', { day: formatDate(locale, from) });
      const oneYear = from.slice(0, 4) === to.slice(0, 4);
      return t('days', {
        from: oneYear ? formatDayMonth(locale, from) : formatDate(locale, from),
        to: formatDate(locale, to),
      });
    },
    /** « lun. – ven. ». */
    week: (days: readonly number[]): string =>
      dayRuns(days)
        .map(([from, to]) => (from === to ? name(from) : house('days', { from: name(from), to: name(to) })))
        .join(', ') || t('noDays'),
  };
}
