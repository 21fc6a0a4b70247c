import { getTranslations } from 'next-intl/server';
import { NotFoundView } from '@/components/layout/not-found-view';
import { PublicHeader } from '@/components/layout/public-header';
import { SkipLink } from '@/components/layout/skip-link';

/**
 * A 404 outside the spaces: with the public header, so that the visit can go on. Next renders this with every page of
 * the house, found or not, so it reads nothing from the database.
 */
export default async function NotFoundPage() {
  const t = await getTranslations('common');
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      <PublicHeader />
      <main id="main" tabIndex={-1} className="outline-none">
        <NotFoundView />
      </main>
    </>
  );
}
