'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { daysBetween, formatDay, formatTime } from '@/lib/i18n/format';

/** « Essayage, demain 15 h 30 ». */
export function useAppointmentWords(): (appointment: AppointmentDto) => string {
  const t = useTranslations('chat.panel');
  const kinds = useTranslations('calendar.kinds');
  const locale = useLocale();
  return ({ kind, start, status }) => {
    const days = daysBetween(new Date(), start);
    const day = days === 0 ? t('today') : days === 1 ? t('tomorrow') : formatDay(locale, start);
    const words = t('appointment', { kind: kinds(kind), day, time: formatTime(locale, start) });
    return status === 'proposed' ? t('proposed', { words }) : words;
  };
}
