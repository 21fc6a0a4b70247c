import { getTranslations } from 'next-intl/server';
import { MeasurementsPage } from '@/components/measurements/history-page';
import { listMeasurements } from '@/lib/clients/list-measurements';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';
import { wholeOf } from '@/lib/pages';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('measurements', 'mine');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireClient(locale, paths.account.measurements);
  const clientId = actor.clientId.toHexString();
  const [t, sets] = await Promise.all([
    getTranslations('measurements'),
    wholeOf((page) => listMeasurements(appDatabase(), actor, { ...page, clientId }, locale)),
  ]);
  return (
    <MeasurementsPage
      title={t.rich('mineTitle', { em: (words) => <em>{words}</em> })}
      sets={sets}
      takeHref={paths.account.newMeasurements}
      takeLabel={t('takeMine')}
    />
  );
}
