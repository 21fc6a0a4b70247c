import { Plus, Upload } from 'lucide-react';
import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ClientList } from '@/components/clients/client-list';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { listClients, listClientTags } from '@/lib/clients/list-clients';
import { appDatabase } from '@/lib/db/client';
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
  return { title: t('title') };
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.clients);
  const db = appDatabase();
  const [t, page, tags] = await Promise.all([
    getTranslations('clients'),
    listClients(db, actor, { limit: 100 }),
    listClientTags(db, actor),
  ]);
  return (
    <div className="page py-8 md:py-10">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="d2">{t('title')}</h1>
        <div className="flex flex-wrap gap-2">
          <LinkButton href={paths.atelier.importClients}>
            <Icon of={Upload} size={16} />
            {t('import.open')}
          </LinkButton>
          <LinkButton variant="primary" href={paths.atelier.newClient}>
            <Icon of={Plus} size={16} />
            {t('new')}
          </LinkButton>
        </div>
      </div>
      <ClientList initial={page.items} tags={tags} />
    </div>
  );
}
