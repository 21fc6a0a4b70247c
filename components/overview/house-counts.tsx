import { Stat } from '@/components/ui/stat';
import { daysBetween, formatMoney } from '@/lib/i18n/format';
import type { OverviewDto } from '@/lib/overview/schemas';
import { daysFrom } from '@/lib/calendar';
import { useOverviewWords } from './use-overview-words';

/** Five figures on one rule, each the way to what it counts. */
export function HouseCounts({ data }: { data: OverviewDto }) {
  const { t, locale, since } = useOverviewWords(data.day);
  const { counts, dangers } = data;
  const late = dangers.find(({ state }) => state === 'late');
  const untenable = dangers.find(({ state }) => state === 'untenable');
  const [oldest] = data.unanswered;
  const signatures = counts.quotes + counts.approvals + counts.changes;
  const signed = [
    counts.quotes > 0 && t('counts.toSignHelp', { quotes: counts.quotes }),
    counts.approvals > 0 && t('counts.approvals', { n: counts.approvals }),
    counts.changes > 0 && t('counts.changes', { n: counts.changes }),
  ].filter(Boolean);
  const money = data.awaited
    .filter(({ kind }) => kind === 'deposit' || kind === 'balance')
    .sort((a, b) => (a.since < b.since ? -1 : 1))[0];
  const figures = [
    {
      id: 'late',
      href: '#dangers',
      value: counts.late,
      words: late ? t('counts.lateHelp', { title: late.title, n: daysFrom(late.day, data.day) }) : t('counts.lateNone'),
    },
    {
      id: 'untenable',
      href: '#dangers',
      value: counts.untenable,
      words: untenable
        ? t('counts.untenableHelp', { title: untenable.title, tight: counts.tight })
        : t('counts.untenableNone', { tight: counts.tight }),
    },
    {
      id: 'unanswered',
      href: '#unanswered',
      value: counts.unanswered,
      words: oldest ? t('counts.unansweredHelp', { since: since(oldest.since) }) : t('counts.unansweredNone'),
    },
    {
      id: 'toSign',
      href: '#awaited',
      value: signatures,
      words: signed.length > 0 ? signed.join(', ') : t('counts.toSignNone'),
    },
    {
      id: 'toCollect',
      href: '#awaited',
      value: formatMoney(locale, counts.toCollect, { round: true }),
      words: money?.amount
        ? t('counts.toCollectHelp', {
            amount: formatMoney(locale, money.amount, { round: true }),
            days: Math.max(0, daysBetween(money.since, data.now)),
          })
        : t('counts.toCollectNone'),
    },
  ] as const;
  return (
    <nav aria-label={t('counts.label')} className="stats-figures overview-counts">
      {figures.map(({ id, href, value, words }) => (
        <a key={id} href={href}>
          <Stat label={t(`counts.${id}`)} value={value}>
            {words}
          </Stat>
        </a>
      ))}
    </nav>
  );
}
