'use client';

import { AwaitedList } from '@/components/dashboard/awaited-list';
import { DayViews } from '@/components/dashboard/day-views';
import { useOverview } from '@/lib/http/overview';
import { daysFrom } from '@/lib/calendar';
import { formatMoney, inCapital } from '@/lib/i18n/format';
import type { OverviewDto } from '@/lib/overview/schemas';
import { Dangers } from './dangers';
import { HandsTable } from './hands-table';
import { HouseCounts } from './house-counts';
import { Leaves } from './leaves';
import { UnansweredList } from './unanswered-list';
import { useOverviewWords } from './use-overview-words';

/** Dangers that the sentence under the title names. */
const NAMED = 2;

/** La maison: what whoever runs it has to save, to answer, to share out and to collect, one tap from done. */
export function OverviewPage({ initial }: { initial: OverviewDto }) {
  const { data } = useOverview(initial);
  const { t, locale, on, since } = useOverviewWords(data.day);
  const { counts } = data;
  const named = data.dangers
    .filter(({ state }) => state !== 'tight')
    .slice(0, NAMED)
    .map(({ title, day, state }) =>
      state === 'late'
        ? t('lead.late', { title, n: daysFrom(day, data.day) })
        : t('lead.untenable', { title, day: on(day) }),
    );
  const [oldest] = data.unanswered;
  const words = t('lead.waiting', { n: counts.unanswered });
  const waiting = oldest ? t('lead.oldest', { words, name: oldest.clientName, day: since(oldest.since) }) : words;
  return (
    <div className="today">
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
        <h1 className="d2">{t.rich('title', { n: counts.late + counts.untenable, em: (em) => <em>{em}</em> })}</h1>
        <div className="pt-3">
          <DayViews here="name" />
        </div>
      </div>
      <p className="lead mt-4 max-w-152">
        {named.length > 0 && `${inCapital(named.join(', '))}. `}
        {waiting}.
      </p>
      <HouseCounts data={data} />
      <div className="overview-pair">
        <Dangers data={data} />
        <UnansweredList data={data} />
      </div>
      <HandsTable data={data} />
      <div className="overview-pair">
        <div className="min-w-0">
          <AwaitedList
            awaited={data.awaited}
            now={data.now}
            title={t('awaited.title')}
            aside={t('awaited.sum', {
              n: counts.quotes + counts.approvals + counts.changes,
              amount: formatMoney(locale, counts.toCollect),
            })}
          />
        </div>
        <Leaves data={data} />
      </div>
    </div>
  );
}
