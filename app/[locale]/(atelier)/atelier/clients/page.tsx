import { Plus, Upload } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { ClientList } from '@/components/clients/client-list';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { listClients, listClientTags } from '@/lib/clients/list-clients';
import { appDatabase } from '@/lib/db/client';
import { PAGE_SHOWN } from '@/lib/pages';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('clients', 'title');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.clients);
  const db = appDatabase();
  const [t, page, tags] = await Promise.all([
    getTranslations('clients'),
    listClients(db, actor, { limit: PAGE_SHOWN }),
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
      <ClientList initial={page} tags={tags} />
    </div>
  );
}
