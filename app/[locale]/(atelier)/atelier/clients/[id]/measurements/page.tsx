import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { MeasurementsPage } from '@/components/measurements/history-page';
import { TextLink } from '@/components/ui/link-button';
import { readClient } from '@/lib/clients/find-client';
import { listMeasurements } from '@/lib/clients/list-measurements';
import { appDatabase } from '@/lib/db/client';
import { isLocale } from '@/lib/i18n/config';
import { paths } from '@/lib/paths';
import { orNotFound } from '@/lib/web/or-not-found';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'clients' });
  return { title: t('measures') };
}

export default async function Page({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.measurements(id));
  const db = appDatabase();
  const client = await orNotFound(readClient(db, actor, id));
  const [t, sets] = await Promise.all([
    getTranslations('clients'),
    listMeasurements(db, actor, { clientId: id, limit: 100 }, locale),
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
      sets={sets.items}
      takeHref={paths.atelier.newMeasurements(id)}
      takeLabel={t('measure')}
    />
  );
}
