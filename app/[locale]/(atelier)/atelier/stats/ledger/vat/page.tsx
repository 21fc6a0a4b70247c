import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { VatPeriods } from '@/components/books/vat-periods';
import { VatTable } from '@/components/books/vat-table';
import { MoneyTabs } from '@/components/stats/money-tabs';
import { firstEntryAt } from '@/lib/books/list-entries';
import { readVat } from '@/lib/books/read-vat';
import { daysOf, periodsOf, readChoice } from '@/lib/books/rules';
import { appDatabase } from '@/lib/db/client';
import { dayKey, formatPeriod } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('ledger', 'tabs.vat');

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.vat);
  if (actor.role !== 'owner') forbidden();
  const given = await searchParams;
  const today = dayKey(new Date());
  const { period: asked } = readChoice((name) => [given[name]].flat()[0], today);
  const period = asked === 'all' ? today.slice(0, 7) : asked;
  const { from = today, to = today } = daysOf(period);
  const db = appDatabase();
  const [t, vat, since] = await Promise.all([
    getTranslations('ledger.vat'),
    readVat(db, actor, { from, to }),
    firstEntryAt(db),
  ]);
  const first = dayKey(since ?? new Date());
  return (
    <div className="ledger">
      <header>
        <h1 className="d2">
          {t.rich('title', { when: formatPeriod(locale, period), em: (words) => <em>{words}</em> })}
        </h1>
      </header>
      <MoneyTabs here="vat" />
      <VatPeriods period={period} periods={periodsOf(first, today, period)} />
      <VatTable vat={vat} />
    </div>
  );
}
