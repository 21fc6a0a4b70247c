'use client';

import { ChevronDown } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Menu } from '@/components/ui/menu';
import { Segments } from '@/components/ui/segments';
import { useStats } from '@/lib/http/stats';
import { paths } from '@/lib/paths';
import { endsOf, periodOf, readPeriod, type Unit, UNIT_NAMES } from '@/lib/stats/rules';
import type { StatsDto } from '@/lib/stats/schemas';
import { KeptSection } from './kept-section';
import { ModelsSection } from './models-section';
import { RevenueSection } from './revenue-section';
import { RetouchesSection } from './retouches-section';
import { StagesSection } from './stages-section';
import { StatsFigures } from './stats-figures';
import { useStatsWords } from './use-stats-words';

/** Nothing came in, nothing stood on the tables, nothing was handed over. */
const isBlank = (stats: StatsDto): boolean =>
  stats.verdict === 'empty' &&
  stats.stages.going === 0 &&
  stats.delay.pieces === 0 &&
  stats.retouches.going + stats.retouches.delivered === 0;

/** Chiffres: what a period brought, where the orders stand, what was promised and kept. `tabs` lead to what else is said of money. */
export function StatsPage({ initial, tabs }: { initial: StatsDto; tabs?: ReactNode }) {
  const { t, period } = useStatsWords();
  const query = useSearchParams();
  const look = readPeriod((name) => query.get(name), initial.today);
  const days = periodOf(look.unit, look.end);
  const same = days.from === initial.from && days.to === initial.to;
  const { data: stats, error, isError, refetch } = useStats(days, same ? initial : undefined);
  const show = (unit: Unit, end: string) => {
    const url = new URL(window.location.href);
    url.searchParams.set('unit', unit);
    url.searchParams.set('end', end);
    window.history.replaceState(null, '', url);
  };
  const today = stats?.today ?? initial.today;
  const ends = endsOf(look.unit, today, stats?.since ?? initial.since);
  return (
    <div className="stats">
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <h1 className="d2" aria-live="polite">
          {stats
            ? t.rich(`verdict.${stats.verdict}`, { unit: look.unit, em: (words) => <em>{words}</em> })
            : t('title')}
        </h1>
        <div className="flex flex-wrap items-center gap-3 pb-2">
          <Segments
            label={t('unitLabel')}
            value={look.unit}
            onChange={(unit) => show(unit as Unit, look.end)}
            items={UNIT_NAMES.map((id) => ({ id, label: t(`unit.${id}`) }))}
          />
          <Menu
            label={t('period')}
            selected={look.end}
            items={[...new Set([...ends, look.end])]
              .sort()
              .reverse()
              .map((end) => ({
                id: end,
                label: period(periodOf(look.unit, end), look.unit),
                onAction: () => show(look.unit, end),
              }))}
            trigger={
              <Button size="small">
                <span className="sr-only">{t('period')} </span>
                {period(days, look.unit)}
                <Icon of={ChevronDown} size={16} />
              </Button>
            }
          />
        </div>
      </header>
      {tabs}
      {isError && !stats ? (
        <Refusal of={error} again={() => void refetch()} className="mt-10" />
      ) : !stats ? null : isBlank(stats) ? (
        <div className="mt-12">
          {stats.since && stats.since > stats.to ? (
            <Empty
              drawing="page"
              title={t.rich('empty.title', { em: (words) => <em>{words}</em> })}
              action={<LinkButton href={paths.atelier.stats}>{t('empty.pastAction')}</LinkButton>}
            >
              {t('empty.past')}
            </Empty>
          ) : (
            <Empty
              drawing="page"
              title={t.rich('empty.title', { em: (words) => <em>{words}</em> })}
              action={<LinkButton href={paths.atelier.newOrder}>{t('empty.newAction')}</LinkButton>}
            >
              {t('empty.new')}
            </Empty>
          )}
        </div>
      ) : (
        <div className="flex flex-col gap-14">
          <StatsFigures stats={stats} />
          <RevenueSection stats={stats} />
          <div className="stats-pair">
            <StagesSection stats={stats} />
            <KeptSection stats={stats} />
          </div>
          <ModelsSection stats={stats} />
          <RetouchesSection stats={stats} />
        </div>
      )}
    </div>
  );
}
