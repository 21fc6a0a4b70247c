import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ImportClients } from '@/components/clients/import-clients';
import { TextLink } from '@/components/ui/link-button';
import { CSV_FIELDS, headerOf } from '@/lib/clients/csv-columns';
import { isLocale } from '@/lib/i18n/config';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: 'clients' });
  return { title: t('import.open') };
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  await requireStaff(locale, paths.atelier.importClients);
  const t = await getTranslations('clients');
  return (
    <div className="page py-8 md:py-10">
      <p className="small">
        <TextLink href={paths.atelier.clients}>{t('title')}</TextLink>
      </p>
      <h1 className="d2 mt-2">{t.rich('import.title', { em: (words) => <em>{words}</em> })}</h1>
      <p className="measure mt-6 text-ink2">{t('import.lead')}</p>
      <p className="measure small mt-2 text-ink2">
        {t('import.known', { columns: CSV_FIELDS.map((field) => headerOf(field, locale)).join(', ') })}
      </p>
      <ImportClients />
    </div>
  );
}
