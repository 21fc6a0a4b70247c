import { getLocale, getTranslations } from 'next-intl/server';
import { Footer } from '@/components/layout/footer';
import { NotFoundView } from '@/components/layout/not-found-view';
import { PublicHeader } from '@/components/layout/public-header';
import { SkipLink } from '@/components/layout/skip-link';
import { houseCard } from '@/lib/web/house-card';

/** A 404 outside the spaces: with the public header, so that the visit can go on. */
export default async function NotFoundPage() {
  const locale = await getLocale();
  const [t, house] = await Promise.all([getTranslations('common'), houseCard(locale)]);
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      <PublicHeader />
      <main id="main" tabIndex={-1} className="outline-none">
        <NotFoundView />
      </main>
      <Footer locale={locale} house={house} />
    </>
  );
}
