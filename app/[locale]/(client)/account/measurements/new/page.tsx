import { getTranslations } from 'next-intl/server';
import { MeasureForm } from '@/components/measurements/measure-form';
import { TextLink } from '@/components/ui/link-button';
import { listMeasurements } from '@/lib/clients/list-measurements';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('measurements', 'takeMine');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireClient(locale, paths.account.newMeasurements);
  const clientId = actor.clientId.toHexString();
  const [t, sets] = await Promise.all([
    getTranslations('measurements'),
    listMeasurements(appDatabase(), actor, { clientId, limit: 20 }, locale),
  ]);
  return (
    <div className="page py-8 md:py-10">
      <p className="small">
        <TextLink href={paths.account.measurements}>{t('mine')}</TextLink>
      </p>
      <h1 className="d2 mt-2">{t.rich('takeMineTitle', { em: (words) => <em>{words}</em> })}</h1>
      <MeasureForm
        takenBy={actor.name}
        previous={sets.items}
        now={new Date().toISOString()}
        back={paths.account.measurements}
      />
    </div>
  );
}
