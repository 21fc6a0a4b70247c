import { getTranslations } from 'next-intl/server';
import { ImportClients } from '@/components/clients/import-clients';
import { TextLink } from '@/components/ui/link-button';
import { listImports } from '@/lib/clients/list-imports';
import { appDatabase } from '@/lib/db/client';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('clients', 'import.open');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.importClients);
  const [t, past] = await Promise.all([getTranslations('clients'), listImports(appDatabase(), actor)]);
  return (
    <div className="page py-8 md:py-10">
      <p className="small">
        <TextLink href={paths.atelier.clients}>{t('title')}</TextLink>
      </p>
      <ImportClients past={past.items} />
    </div>
  );
}
