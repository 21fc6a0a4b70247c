import { ArrowLeft } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { forbidden } from 'next/navigation';
import { ClosingForm } from '@/components/books/closing-form';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link-button';
import { readNextClosing } from '@/lib/books/read-next-closing';
import { appDatabase } from '@/lib/db/client';
import { formatLongDay, formatMoney, formatTime } from '@/lib/i18n/format';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('ledger', 'close.name');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.closeDay);
  if (actor.role !== 'owner') forbidden();
  const [t, next] = await Promise.all([getTranslations('ledger.close'), readNextClosing(appDatabase(), actor)]);
  const { day, closed, earlier, entries, totals, cash } = next;
  const money = (amount: number) => formatMoney(locale, { amount, currency: cash.currency });
  const came = totals
    .filter(({ currency }) => currency === cash.currency)
    .reduce((sum, { received }) => sum + received.in + received.out, 0);
  const name = (one: string) => formatLongDay(locale, `${one}T12:00:00Z`);
  return (
    <div className="closing">
      <TextLink className="small inline-flex items-center gap-2" href={paths.atelier.ledger}>
        <Icon of={ArrowLeft} size={16} /> {t('back')}
      </TextLink>
      <h1 className="d2 mt-4">
        {t.rich(closed ? 'titleClosed' : 'title', { day: name(day), em: (words) => <em>{words}</em> })}
      </h1>
      {closed ? (
        <p className="lead mt-3 text-ink2">
          {t('closed', { number: closed.id, by: closed.by, time: formatTime(locale, closed.at) })}
        </p>
      ) : (
        <>
          <p className="lead mt-3 text-ink2">
            {entries === 0 ? t('leadNothing') : t('lead', { n: entries, all: money(came), cash: money(cash.taken) })}
          </p>
          {earlier.length > 0 && (
            <p className="small mt-3 text-ink2">
              {t('earlier', { n: earlier.length, days: earlier.map(name).join(', ') })}
            </p>
          )}
          <ClosingForm next={next} />
        </>
      )}
    </div>
  );
}
