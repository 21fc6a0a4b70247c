import { useLocale, useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { formatDate, formatTime } from '@/lib/i18n/format';
import { describeAct } from '@/lib/journal/describe-act';
import { choiceQuery } from '@/lib/journal/rules';
import type { ActDto, Journal } from '@/lib/journal/schemas';
import { paths } from '@/lib/paths';

/** Where a line leads: to what its person did, or to what was done to them. */
function Further({ act }: { act: ActDto }) {
  const t = useTranslations('journal');
  const to = (choice: { by?: string; of?: string }) => ({
    pathname: paths.atelier.journal,
    query: choiceQuery({ ...choice, when: 'month' }),
  });
  if (act.of?.name)
    return (
      <TextLink className="small" href={to({ of: act.of.id })}>
        {t('about')}
      </TextLink>
    );
  if (!act.by?.name) return null;
  return (
    <TextLink className="small" href={to({ by: act.by.id })}>
      {t('acts')}
    </TextLink>
  );
}

/** What deserves a look, and the thread that holds the lines together. */
export function JournalAside({ journal }: { journal: Journal }) {
  const t = useTranslations('journal');
  const locale = useLocale();
  const { lines, checked, notices } = journal;
  const read = checked && { day: formatDate(locale, checked.at), time: formatTime(locale, checked.at) };
  return (
    <aside className="journal-aside" aria-label={t('look')}>
      <section>
        <h2 className="small strong border-b border-ink pb-3">{t('look')}</h2>
        {notices.length === 0 && <p className="small pt-3 text-ink3">{t('nothingToLook')}</p>}
        <ul>
          {notices.map((act) => {
            const { who, what, detail } = describeAct(act, locale);
            return (
              <li key={act.id} className="border-b border-hair py-4">
                <span className="small strong block">{what}</span>
                <span className="caption block">
                  {[act.notice && t(`notices.${act.notice}`), who, detail, formatDate(locale, act.at)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <Further act={act} />
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h2 className="small strong border-b border-ink pb-3">{t('thread')}</h2>
        <span className="pique journal-thread" data-broken={checked?.whole === false || undefined} aria-hidden="true" />
        <p className="small text-ink2">
          {t('threadText', { n: lines })} {read && checked && t(checked.whole ? 'checkedWhole' : 'checkedBroken', read)}
        </p>
        <p className="small pt-3 text-ink2">{t('neverRemoved')}</p>
      </section>
    </aside>
  );
}
