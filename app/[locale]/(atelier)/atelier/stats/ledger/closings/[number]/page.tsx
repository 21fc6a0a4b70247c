import { ArrowLeft } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { BooksDays } from '@/components/books/books-days';
import { ClosingTotals } from '@/components/books/closing-totals';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link-button';
import { readClosing } from '@/lib/books/read-closing';
import { appDatabase } from '@/lib/db/client';
import { formatPeriod, formatTime } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; number: string }>;
}

export const generateMetadata = pageTitle('ledger', 'tabs.closings');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const { number } = await params;
  const actor = await requireStaff(locale, paths.atelier.closing(number));
  if (actor.role !== 'owner') forbidden();
  const t = await getTranslations('ledger.close');
  const { closing, entries } = await orNotFound(readClosing(appDatabase(), actor, number));
  const said = closing.closing;
  if (!said) return null;
  return (
    <div className="ledger">
      <TextLink
        className="small inline-flex items-center gap-2"
        href={{ pathname: paths.atelier.ledger, query: { period: 'all', act: 'closing' } }}
      >
        <Icon of={ArrowLeft} size={16} /> {t('all')}
      </TextLink>
      <h1 className="d2 mt-4">{t(`of.${said.span}`, { period: formatPeriod(locale, said.period) })}</h1>
      <p className="lead mt-2 text-ink2">
        {t('closedBy', {
          number: closing.id,
          by: closing.by.name,
          time: formatTime(locale, closing.at),
          n: said.entries,
        })}
      </p>
      <div className="ledger-grid">
        <div className="min-w-0">
          <BooksDays items={entries} findings={[]} />
        </div>
        <div className="ledger-aside">
          <ClosingTotals title={t('comesTo')} totals={said.totals} perpetual={said.perpetual} cash={said.cash} />
        </div>
      </div>
    </div>
  );
}
