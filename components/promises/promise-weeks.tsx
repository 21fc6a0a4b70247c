'use client';

import type { PromiseDto } from '@/lib/promises/schemas';
import { firstName, formatShortDate } from '@/lib/i18n/format';
import { usePromiseWords } from './use-promise-words';

/** Whose hours are taken, week by week, with this piece on top. */
export function PromiseWeeks({ load: { name, weeks } }: { load: NonNullable<PromiseDto['load']> }) {
  const { t, locale, on, hours } = usePromiseWords();
  const top = Math.max(1, ...weeks.map((one) => Math.max(one.capacity, one.taken + one.piece + one.over)));
  const high = (minutes: number) => `${(minutes / top) * 100}%`;
  return (
    <div className="mt-5">
      <p className="caption flex flex-wrap justify-between gap-x-6 gap-y-1 text-ink2">
        <span>{t('hours', { name: firstName(name) })}</span>
        <span className="flex gap-4" aria-hidden="true">
          <span className="flex items-center gap-1.5">
            <span className="promise-sign promise-taken" /> {t('taken')}
          </span>
          <span className="flex items-center gap-1.5">
            <span className="promise-sign promise-piece" /> {t('piece')}
          </span>
          <span className="flex items-center gap-1.5">
            <span className="promise-sign promise-over" /> {t('over')}
          </span>
        </span>
      </p>
      <ol className="promise-weeks mt-3">
        {weeks.map((one, index) => (
          <li key={one.week}>
            <span className="sr-only">
              {t('week', {
                week: on(one.week),
                taken: hours(one.taken),
                piece: hours(one.piece),
                capacity: hours(one.capacity),
              })}
              {one.over > 0 && ` ${t('weekOver', { over: hours(one.over) })}`}
            </span>
            <span className="promise-bar" data-closed={one.capacity === 0 || undefined} aria-hidden="true">
              <span className="promise-taken" style={{ height: high(one.taken) }} />
              {one.piece > 0 && <span className="promise-piece" style={{ height: high(one.piece) }} />}
              {one.over > 0 && <span className="promise-over" style={{ height: high(one.over) }} />}
              {one.capacity > 0 && <span className="promise-line" style={{ bottom: high(one.capacity) }} />}
            </span>
            <span className="caption mt-1 block text-ink3 whitespace-nowrap" aria-hidden="true">
              {index % 2 === 0 ? formatShortDate(locale, one.week) : '\u00a0'}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
