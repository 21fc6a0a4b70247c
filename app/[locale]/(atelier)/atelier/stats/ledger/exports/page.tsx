import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { BooksToTake } from '@/components/books/books-to-take';
import { MoneyTabs } from '@/components/stats/money-tabs';
import { archiveFingerprint } from '@/lib/books/take-books';
import { appDatabase } from '@/lib/db/client';
import { countryTax } from '@/lib/house/countries/presets';
import { getHouse } from '@/lib/house/get-house';
import { dayKey } from '@/lib/i18n/format';
import { ledgerHeads } from '@/lib/ledger/documents';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('ledger', 'tabs.exports');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.exports);
  if (actor.role !== 'owner') forbidden();
  const db = appDatabase();
  const [t, house, fingerprint, training] = await Promise.all([
    getTranslations('ledger.books'),
    getHouse(db),
    archiveFingerprint(),
    ledgerHeads(db).findOne({ training: true }),
  ]);
  const year = dayKey(new Date()).slice(0, 4);
  const mayFec = countryTax(house.tax.country)?.books?.format === 'fec' && house.tax.registration !== '';
  return (
    <div className="ledger">
      <header>
        <h1 className="d2">{t.rich('title', { em: (words) => <em>{words}</em> })}</h1>
        <p className="lead mt-2 text-ink2">{t('lead')}</p>
      </header>
      <MoneyTabs here="exports" />
      {training && <p className="ledger-training small">{t('trainingNote')}</p>}
      <BooksToTake from={`${year}-01-01`} to={`${year}-12-31`} mayFec={mayFec} fingerprint={fingerprint} />
    </div>
  );
}
