import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { SectionHead } from '@/components/ui/section-head';
import { inLanguage } from '@/lib/i18n/bilingual';
import { formatDayMonth, formatDayNumber, formatMonth, formatNumber } from '@/lib/i18n/format';
import type { OverviewDto, OverviewLeave } from '@/lib/overview/schemas';
import { paths } from '@/lib/paths';
import { useOverviewWords } from './use-overview-words';

/** Who is away and when the house is closed or busy, by date, with what falls into it. */
export function Leaves({ data }: { data: OverviewDto }) {
  const { t } = useOverviewWords(data.day);
  return (
    <section aria-labelledby="leaves" className="min-w-0">
      <SectionHead
        id="leaves"
        title={t('leaves.title')}
        aside={<TextLink href={`${paths.atelier.house}#hands`}>{t('leaves.add')}</TextLink>}
      />
      {data.leaves.length === 0 && <p className="small py-5 text-ink2">{t('leaves.empty')}</p>}
      <ul>
        {data.leaves.map((one) => (
          <LeaveRow
            key={`${one.kind}-${one.from}-${one.name ?? one.feast ?? one.label?.fr ?? ''}`}
            one={one}
            today={data.day}
          />
        ))}
      </ul>
    </section>
  );
}

function LeaveRow({ one, today }: { one: OverviewLeave; today: string }) {
  const { t, locale } = useOverviewWords(today);
  const house = useTranslations('house.settings');
  const single = one.from === one.to;
  const day = formatDayMonth(locale, one.to);
  const label = one.label ? (inLanguage(one.label, locale) ?? '') : '';
  const { appointments = 0, orders = 0 } = one;
  const title = (): string => {
    if (one.kind === 'absence')
      return t(single ? 'leaves.absenceDay' : 'leaves.absence', { name: one.name ?? '', day });
    if (one.kind === 'closure') return t(single ? 'leaves.closureDay' : 'leaves.closure', { day });
    return t(single ? 'leaves.feastDay' : 'leaves.feast', {
      name: one.feast ? house(`feast.${one.feast}`) : label,
      day,
    });
  };
  const text = (): string => {
    if (one.kind === 'closure') return t('leaves.closureText', { label });
    if (one.kind === 'feast')
      return t('leaves.feastText', { percent: `${formatNumber(locale, Math.round((one.share ?? 0) * 100))}\u202F%` });
    return appointments + orders === 0
      ? t('leaves.clear')
      : t('leaves.falls', { orders, appointments, both: orders > 0 && appointments > 0 ? 'yes' : 'no' });
  };
  // What began before today is said by where it stands now.
  const from = one.from < today ? today : one.from;
  return (
    <li className="flex gap-5 border-b border-hair py-4">
      <span className="w-12 shrink-0">
        <span className="overview-date">{formatDayNumber(locale, from)}</span>
        <span className="smaller block text-ink2">{formatMonth(locale, from)}</span>
      </span>
      <span className="min-w-0">
        <span className="small strong block wrap-anywhere">{title()}</span>
        <span className="smaller mt-1 block text-ink2">{text()}</span>
      </span>
    </li>
  );
}
