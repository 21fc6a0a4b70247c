import { getTranslations } from 'next-intl/server';
import { NewClientForm } from '@/components/clients/new-client-form';
import { TextLink } from '@/components/ui/link-button';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('clients', 'new');

export default async function Page({ params }: Props) {
  const { locale } = await pageParams(params);
  await requireStaff(locale, paths.atelier.newClient);
  const t = await getTranslations('clients');
  return (
    <div className="page py-8 md:py-10">
      <p className="small">
        <TextLink href={paths.atelier.clients}>{t('title')}</TextLink>
      </p>
      <h1 className="d2 mt-2">{t.rich('newTitle', { em: (words) => <em>{words}</em> })}</h1>
      <NewClientForm />
    </div>
  );
}
