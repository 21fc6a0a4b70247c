import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { MeasurementsPage } from '@/components/measurements/history-page';
import { listMeasurements } from '@/lib/clients/list-measurements';
import { appDatabase } from '@/lib/db/client';
import { isLocale } from '@/lib/i18n/config';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'measurements' });
  return { title: t('mine') };
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireClient(locale, paths.account.measurements);
  const clientId = actor.clientId.toHexString();
  const [t, sets] = await Promise.all([
    getTranslations('measurements'),
    listMeasurements(appDatabase(), actor, { clientId, limit: 100 }, locale),
  ]);
  return (
    <MeasurementsPage
      title={t.rich('mineTitle', { em: (words) => <em>{words}</em> })}
      sets={sets.items}
      takeHref={paths.account.newMeasurements}
      takeLabel={t('takeMine')}
    />
  );
}
