'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { FormModel } from '@/lib/http/order-form';
import { formatDayMonth } from '@/lib/i18n/format';
import { dateVerdict, possibleDate } from './possible-date';

/** The honest date: what the cut needs, said before anything is asked; it answers while one types. */
export function DateCard({ model, eventDate }: { model: FormModel; eventDate: string }) {
  const t = useTranslations('orderForm.date');
  const locale = useLocale();
  const possible = possibleDate(new Date(), model.leadTimeDays);
  const event = /^\d{4}-\d{2}-\d{2}$/.test(eventDate) ? new Date(`${eventDate}T12:00:00Z`) : undefined;
  const verdict = event && !Number.isNaN(event.getTime()) ? dateVerdict(possible, event) : undefined;
  return (
    <div className="flex flex-col gap-4 border border-hair bg-sheet p-6 sm:flex-row sm:gap-8" aria-live="polite">
      <div className="shrink-0">
        <p className="caption">{t('title')}</p>
        <p className="figure">{formatDayMonth(locale, possible)}</p>
      </div>
      <p className={`small sm:pt-5 ${verdict === 'late' ? 'text-ocre' : 'text-ink2'}`}>
        {t('needs', { days: model.leadTimeDays })} {verdict ? t(verdict) : t('noEvent')}
      </p>
    </div>
  );
}
