'use client';

import { useLocale, useTranslations } from 'next-intl';
import { nightsUpTo } from '@/lib/backup/rules';
import type { BackupDto } from '@/lib/backup/schemas';
import { addDays } from '@/lib/calendar';
import { dayKey, formatClock, formatDay, formatDayNumber } from '@/lib/i18n/format';

const NIGHTS = 14;

/** Fourteen nights as stitches: solid where something is kept, half and ocre where a night was missed, basted before the first one. */
export function Nights({ items, at }: { items: readonly BackupDto[]; at: string | undefined }) {
  const t = useTranslations('house.backups');
  const locale = useLocale();
  const today = dayKey(new Date());
  const made = new Set(items.map(({ madeAt }) => dayKey(madeAt)));
  const first = [...made].sort()[0] ?? today;
  const kind = (day: string) =>
    made.has(day) ? 'nightMade' : day < first || day === today ? 'nightBefore' : 'nightMissed';
  return (
    <>
      <ol className="nights" aria-label={t('nights')}>
        {nightsUpTo(today, NIGHTS).map((day) => (
          <li key={day} data-night={kind(day)}>
            <span aria-hidden="true">{formatDayNumber(locale, day)}</span>
            <span className="sr-only">{t(kind(day), { day: formatDay(locale, day) })}</span>
          </li>
        ))}
      </ol>
      {at && made.has(today) && (
        <p className="caption mt-2 text-right">
          {t('next', { when: `${formatDay(locale, addDays(today, 1))}, ${formatClock(locale, at)}` })}
        </p>
      )}
    </>
  );
}
