import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ImportClients } from '@/components/clients/import-clients';
import { TextLink } from '@/components/ui/link-button';
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
      <ImportClients />
    </div>
  );
}
