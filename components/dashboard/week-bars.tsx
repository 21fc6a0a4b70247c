'use client';

import { SectionHead } from '@/components/ui/section-head';
import { TextLink } from '@/components/ui/link-button';
import type { DayLoad } from '@/lib/dashboard/schemas';
import { formatDuration, inCapital } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { useDashboardWords } from './use-dashboard-words';

/** The week as bars under the line of what one pair of hands can do; what goes over is hatched. */
export function WeekBars({ week, today }: { week: readonly DayLoad[]; today: string }) {
  const { t, weekday } = useDashboardWords();
  const top = Math.max(60, ...week.map((load) => Math.max(load.planned, load.capacity)));
  const percent = (minutes: number) => `${(minutes / top) * 100}%`;
  const planned = week.reduce((sum, load) => sum + load.planned, 0);
  const capacity = week.reduce((sum, load) => sum + load.capacity, 0);
  const over = week.filter((load) => load.day >= today && load.planned > load.capacity);
  const [worst] = [...over].sort((a, b) => b.planned - b.capacity - (a.planned - a.capacity));
  return (
    <section aria-labelledby="week">
      <SectionHead
        id="week"
        title={t('week.title')}
        aside={
          <span className={`figures ${planned > capacity ? 'text-ocre' : ''}`}>
            {t('week.sum', { planned: formatDuration(planned), capacity: formatDuration(capacity) })}
          </span>
        }
      />
      <ul className="load-bars mt-5">
        {week.map((load) => {
          const excess = Math.max(0, load.planned - load.capacity);
          const words = {
            day: inCapital(weekday(load.day, 'long')),
            planned: formatDuration(load.planned),
            capacity: formatDuration(load.capacity),
          };
          return (
            <li key={load.day} className="load-day" data-today={load.day === today || undefined}>
              <div className="load-bar" title={t('week.label', words)} aria-hidden="true">
                {excess > 0 && <span className="load-over" style={{ height: percent(excess) }} />}
                <span className="load-fill" style={{ height: percent(load.planned - excess) }} />
                <span className="load-line" style={{ bottom: percent(load.capacity) }} />
              </div>
              <span className={`caption mt-1.5 ${load.day === today ? 'strong text-ink' : ''}`} aria-hidden="true">
                {weekday(load.day, 'short')}
              </span>
              <span className="sr-only">{t('week.label', words)}</span>
            </li>
          );
        })}
      </ul>
      <p className="small mt-3 text-ink2">
        {worst
          ? t('week.over', {
              day: inCapital(weekday(worst.day, 'long')),
              time: formatDuration(worst.planned - worst.capacity),
            })
          : t('week.fits')}{' '}
        {worst && <TextLink href={`${paths.atelier.tasks}?view=week`}>{t('week.move')}</TextLink>}
      </p>
    </section>
  );
}
