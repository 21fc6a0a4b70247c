import { getTranslations } from 'next-intl/server';
import { MeasureForm } from '@/components/measurements/measure-form';
import { TextLink } from '@/components/ui/link-button';
import { readClient } from '@/lib/clients/find-client';
import { listMeasurements } from '@/lib/clients/list-measurements';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export const generateMetadata = pageTitle('clients', 'newMeasures');

export default async function Page({ params }: Props) {
  const { locale, id } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.newMeasurements(id));
  const db = appDatabase();
  const client = await orNotFound(readClient(db, actor, id));
  const [t, sets] = await Promise.all([
    getTranslations('clients'),
    listMeasurements(db, actor, { clientId: id, limit: 20 }, locale),
  ]);
  return (
    <div className="page py-8 md:py-10">
      <p className="small text-ink2">
        <TextLink href={paths.atelier.clients}>{t('title')}</TextLink> /{' '}
        <TextLink href={paths.atelier.client(id)}>{client.name}</TextLink> /{' '}
        <TextLink href={paths.atelier.measurements(id)}>{t('measures')}</TextLink>
      </p>
      <h1 className="d2 mt-2">{t.rich('newMeasuresOf', { name: client.name, em: (words) => <em>{words}</em> })}</h1>
      <MeasureForm
        clientId={id}
        takenBy={actor.name}
        previous={sets.items}
        now={new Date().toISOString()}
        back={paths.atelier.client(id)}
      />
    </div>
  );
}
