'use client';

import { useTranslations } from 'next-intl';
import { Stat } from '@/components/ui/stat';
import { inLanguage } from '@/lib/i18n/bilingual';
import { Link } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import type { StatsDto } from '@/lib/stats/schemas';
import { markedStage } from './stages-section';
import { useStatsWords } from './use-stats-words';

/** The four figures on one ink rule; each opens the list behind it. */
export function StatsFigures({ stats }: { stats: StatsDto }) {
  const { t, locale, money, month, percent } = useStatsWords();
  const where = useTranslations('stages.where');
  const { latest } = stats.revenue;
  const { kept, delay, stages } = stats;
  const soFar = latest.to === stats.today;
  const change = percent(latest.amount, latest.compared.amount);
  const before = { month: month(latest.compared.from), percent: change ?? '' };
  const fullest = markedStage(stages.lines);
  const orders = `${paths.atelier.orders}?view=all&shape=table`;
  return (
    <div className="stats-figures mt-8">
      <Link href={`${orders}&paidFrom=${latest.from}&paidTo=${latest.to}`}>
        <Stat label={t('figure.revenue', { month: month(latest.from) })} value={money(latest.amount)}>
          {change === undefined
            ? t(soFar ? 'noChangeSoFar' : 'noChange', before)
            : t(soFar ? 'changeSoFar' : 'change', before)}
        </Stat>
      </Link>
      <Link href={paths.atelier.orders}>
        <Stat label={t(stats.today > stats.to ? 'figure.goingThen' : 'figure.going')} value={stages.going}>
          {fullest ? t('including', { count: fullest.count, where: where(fullest.stage) }) : t('noneGoing')}
        </Stat>
      </Link>
      <Link href={`${orders}&stage=delivered`}>
        <Stat
          label={t('figure.onTime')}
          value={
            kept.promised === 0
              ? t('none')
              : t.rich('onTimeValue', {
                  kept: kept.onTime,
                  promised: kept.promised,
                  of: (words) => <span className="text-ink3">{words}</span>,
                })
          }
        >
          {kept.promised === 0
            ? t('noPromise')
            : kept.late === 0
              ? t('noneLate')
              : t('lateDays', { late: kept.late, days: kept.lateDays })}
        </Stat>
      </Link>
      <Link href={`${orders}&stage=delivered`}>
        <Stat label={t('figure.delay')} value={delay.kept === undefined ? t('none') : t('days', { days: delay.kept })}>
          {delay.kept === undefined || delay.promised === undefined
            ? t(delay.pieces === 0 ? 'noDelivery' : 'noPromise')
            : delay.garment
              ? t('delayGarment', {
                  promised: delay.promised,
                  garment: inLanguage(delay.garment.label, locale).toLocaleLowerCase(locale),
                  kept: delay.garment.kept,
                })
              : t('delayPromised', { promised: delay.promised })}
        </Stat>
      </Link>
    </div>
  );
}
