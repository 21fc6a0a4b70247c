import { CircleQuestionMark, Eye, House } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Icon } from '@/components/ui/icon';
import { Tag } from '@/components/ui/tag';
import { addDays } from '@/lib/calendar';
import { dayKey, formatLongDay, formatTime, inCapital } from '@/lib/i18n/format';
import { describeAct } from '@/lib/journal/describe-act';
import type { ActDto } from '@/lib/journal/schemas';

const byDay = (items: readonly ActDto[]): [string, ActDto[]][] => {
  const days = new Map<string, ActDto[]>();
  for (const act of items) days.set(dayKey(act.at), [...(days.get(dayKey(act.at)) ?? []), act]);
  return [...days];
};

function Line({ act }: { act: ActDto }) {
  const t = useTranslations('journal');
  const locale = useLocale();
  const { who, what, detail, device } = describeAct(act, locale);
  return (
    <li className="journal-line">
      <time dateTime={act.at} className="small text-ink2">
        {formatTime(locale, act.at)}
      </time>
      <span className="journal-who">
        {act.by?.name ? (
          <Avatar name={act.by.name} size={30} />
        ) : (
          <span className="journal-nobody" aria-hidden="true">
            <Icon of={act.kind === 'signInRefused' ? CircleQuestionMark : House} size={16} />
          </span>
        )}
        <span>{who}</span>
      </span>
      <span className="journal-what">
        <span className="strong block">{what}</span>
        {detail && <span className="small block text-ink2">{detail}</span>}
      </span>
      <span className="journal-where small text-ink2">
        <span className="block">{device}</span>
        {act.address && <span className="caption block">{act.address}</span>}
        {act.notice && (
          <Tag tone="ocre" icon={Eye}>
            {t(`notices.${act.notice}`)}
          </Tag>
        )}
      </span>
    </li>
  );
}

/** The lines by day, the newest first. */
export function JournalDays({ items, today }: { items: readonly ActDto[]; today: string }) {
  const t = useTranslations('journal');
  const locale = useLocale();
  const headed = (day: string) => {
    const words = formatLongDay(locale, `${day}T12:00:00Z`);
    if (day === today) return t('today', { day: words });
    if (day === addDays(today, -1)) return t('yesterday', { day: words });
    return inCapital(words);
  };
  if (items.length === 0) return <p className="py-8 text-ink2">{t('empty')}</p>;
  return byDay(items).map(([day, acts]) => (
    <section key={day} aria-labelledby={`day-${day}`} className="journal-day">
      <h2 id={`day-${day}`} className="h3 border-b border-ink pb-3">
        {headed(day)}
      </h2>
      <ul>
        {acts.map((act) => (
          <Line key={act.id} act={act} />
        ))}
      </ul>
    </section>
  ));
}
