import { ChevronLeft, ChevronRight } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { BooksAside } from '@/components/books/books-aside';
import { BooksDays } from '@/components/books/books-days';
import { BooksFilters } from '@/components/books/books-filters';
import { MoneyTabs } from '@/components/stats/money-tabs';
import { Icon } from '@/components/ui/icon';
import { LinkButton, TextLink } from '@/components/ui/link-button';
import { firstEntryAt, listEntries, sumEntries } from '@/lib/books/list-entries';
import { actQuery, choiceQuery, daysOf, neighboursOf, periodsOf, readChoice } from '@/lib/books/rules';
import { readNextClosing } from '@/lib/books/read-next-closing';
import { verifyBooks } from '@/lib/books/verify-books';
import { appDatabase } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { dayKey, formatLongMonth, formatMonthName, inCapital } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const LINES = 50;

export const generateMetadata = pageTitle('ledger', 'name');

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.ledger);
  if (actor.role !== 'owner') forbidden();
  const given = await searchParams;
  const value = (name: string) => [given[name]].flat()[0];
  const today = dayKey(new Date());
  const choice = readChoice(value, today);
  const { act, method, q, cursor, period } = choice;
  const narrowed = { ...actQuery(act), method, q, ...daysOf(period) };
  const db = appDatabase();
  const [t, page, { found, sums }, chain, since, next] = await Promise.all([
    getTranslations('ledger'),
    orNotFound(listEntries(db, actor, { ...narrowed, cursor, limit: LINES })),
    sumEntries(db, actor, narrowed),
    verifyBooks(db, actor, locale, value('check') === 'now' ? undefined : 'thisMinute'),
    firstEntryAt(db),
    // A ledger that cannot be read is still shown, with what is wrong with it.
    readNextClosing(db, actor).catch((error: unknown) => {
      if (error instanceof AppError) return undefined;
      throw error;
    }),
  ]);
  const first = dayKey(since ?? new Date());
  const { before, after } = neighboursOf(period, first, today);
  const link = (other: Partial<typeof choice>) => ({
    pathname: paths.atelier.ledger,
    query: choiceQuery({ ...choice, cursor: undefined, ...other }, today),
  });
  const isThisYear = period.startsWith(`${today.slice(0, 4)}-`);
  const middle = `${period}-15T12:00:00Z`;
  const when =
    period === 'all'
      ? t('everything')
      : period.length === 4
        ? period
        : inCapital(isThisYear ? formatMonthName(locale, middle) : formatLongMonth(locale, middle));
  return (
    <div className="ledger">
      <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
        <div>
          <h1 className="d2">
            {t.rich(chain.whole ? 'titleWhole' : 'titleFlawed', {
              when,
              n: chain.flaws,
              em: (words) => <em>{words}</em>,
            })}
          </h1>
          <p className="lead mt-2 text-ink2">{t(chain.whole ? 'leadWhole' : 'leadFlawed', { n: chain.entries })}</p>
        </div>
        <nav aria-label={t('period')} className="flex gap-3 pb-2">
          {before && (
            <LinkButton href={link({ period: before })} size="small" icon aria-label={t('before')}>
              <Icon of={ChevronLeft} size={16} />
            </LinkButton>
          )}
          {after && (
            <LinkButton href={link({ period: after })} size="small" icon aria-label={t('after')}>
              <Icon of={ChevronRight} size={16} />
            </LinkButton>
          )}
        </nav>
      </header>
      <MoneyTabs here={act === 'closing' ? 'closings' : 'ledger'} />
      {chain.training && <p className="ledger-training small">{t('training')}</p>}
      <div className="ledger-grid">
        <div className="min-w-0">
          <BooksFilters choice={choice} periods={periodsOf(first, today, period)} found={t('found', { n: found })} />
          <BooksDays items={page.items} findings={chain.findings} />
          <p className="mt-5 flex gap-6">
            {cursor && (
              <TextLink className="small" href={link({})}>
                {t('newest')}
              </TextLink>
            )}
            {page.nextCursor && (
              <TextLink className="small" href={link({ cursor: page.nextCursor })}>
                {t('older')}
              </TextLink>
            )}
          </p>
        </div>
        <BooksAside next={next} sums={sums} chain={chain} asked={choiceQuery(choice, today)} />
      </div>
    </div>
  );
}
