import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { JournalAside } from '@/components/journal/journal-aside';
import { JournalDays } from '@/components/journal/journal-days';
import { JournalFilters } from '@/components/journal/journal-filters';
import { TextLink } from '@/components/ui/link-button';
import { listStaff } from '@/lib/auth/edit-staff';
import { appDatabase } from '@/lib/db/client';
import { dayKey } from '@/lib/i18n/format';
import { listActs, readJournal } from '@/lib/journal/list-acts';
import { choiceQuery, firstDay, readChoice } from '@/lib/journal/rules';
import { paths } from '@/lib/paths';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const LINES = 50;
const COUNTED = 1000;

export const generateMetadata = pageTitle('journal', 'meta');

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.journal);
  if (actor.role !== 'owner') forbidden();
  const given = await searchParams;
  const choice = readChoice((name) => [given[name]].flat()[0]);
  const today = dayKey(new Date());
  const { by, of, group, cursor } = choice;
  const narrowed = { by, of, group, from: firstDay(choice.when, today) };
  const db = appDatabase();
  const [t, page, journal, staff] = await Promise.all([
    getTranslations('journal'),
    orNotFound(listActs(db, actor, { ...narrowed, cursor, limit: LINES })),
    readJournal(db, actor, narrowed),
    listStaff(db, actor),
  ]);
  const about = of && !staff.some(({ id }) => id === of) ? page.items.find((act) => act.of?.id === of)?.of : undefined;
  const link = (cursorThen?: string) => ({
    pathname: paths.atelier.journal,
    query: choiceQuery({ ...choice, cursor: cursorThen }),
  });
  const asked = Object.entries({ ...narrowed, locale }).filter((one): one is [string, string] => Boolean(one[1]));
  return (
    <div className="page py-8 md:py-10">
      <p className="mb-3">
        <TextLink className="small" href={paths.atelier.house}>
          {t('house')}
        </TextLink>
      </p>
      <h1 className="d2">{t.rich('title', { n: journal.notices.length, i: (words) => <em>{words}</em> })}</h1>
      <p className="lead mt-2 text-ink2">{t('lead')}</p>
      <JournalFilters
        choice={choice}
        staff={staff}
        about={about ?? undefined}
        found={journal.found < COUNTED ? t('found', { n: journal.found }) : t('foundMany')}
        exportHref={`/api/journal/export?${new URLSearchParams(asked).toString()}`}
      />
      <div className="journal-grid">
        <div className="min-w-0">
          <JournalDays items={page.items} today={today} />
          <p className="mt-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
            <span className="flex gap-6">
              {cursor && (
                <TextLink className="small" href={link()}>
                  {t('newest')}
                </TextLink>
              )}
              {page.nextCursor && (
                <TextLink className="small" href={link(page.nextCursor)}>
                  {t('older')}
                </TextLink>
              )}
            </span>
            <span className="caption">{t('kept')}</span>
          </p>
        </div>
        <JournalAside journal={journal} />
      </div>
    </div>
  );
}
