'use client';

import type { StatsDto } from '@/lib/stats/schemas';
import { useStatsWords } from './use-stats-words';

/** Retouches, apart from the pieces; nothing in a house that has none. */
export function RetouchesSection({ stats }: { stats: StatsDto }) {
  const { t, money } = useStatsWords();
  const { going, delivered, promised, onTime, days, revenue } = stats.retouches;
  if (going + delivered === 0 && revenue.amount === 0) return null;
  return (
    <section aria-labelledby="retouches">
      <h2 id="retouches" className="h1">
        {t('retouches.title')}
      </h2>
      <p className="mt-3 border-t border-ink pt-4">
        {[
          t('retouches.line', { going, delivered }),
          ...(promised > 0 ? [t('retouches.kept', { onTime, promised })] : []),
          ...(days === undefined ? [] : [t('retouches.days', { days })]),
          ...(revenue.amount === 0 ? [] : [t('retouches.revenue', { amount: money(revenue) })]),
        ].join(' ')}
      </p>
      <p className="small mt-1 text-ink2">{t('retouches.apart')}</p>
    </section>
  );
}
