import { getTranslations } from 'next-intl/server';
import { MeasurementsPage } from '@/components/measurements/history-page';
import { TextLink } from '@/components/ui/link-button';
import { readClient } from '@/lib/clients/find-client';
import { listMeasurements } from '@/lib/clients/list-measurements';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';
import { wholeOf } from '@/lib/pages';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export const generateMetadata = pageTitle('clients', 'measures');

export default async function Page({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.measurements(id));
  const db = appDatabase();
  const client = await orNotFound(readClient(db, actor, id));
  const [t, sets] = await Promise.all([
    getTranslations('clients'),
    wholeOf((page) => listMeasurements(db, actor, { ...page, clientId: id }, locale)),
  ]);
  return (
    <MeasurementsPage
      title={t.rich('measuresOf', { name: client.name, em: (words) => <em>{words}</em> })}
      crumbs={
        <p className="small text-ink2">
          <TextLink href={paths.atelier.clients}>{t('title')}</TextLink> /{' '}
          <TextLink href={paths.atelier.client(id)}>{client.name}</TextLink>
        </p>
      }
      sets={sets}
      takeHref={paths.atelier.newMeasurements(id)}
      takeLabel={t('measure')}
    />
  );
}
