import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Footer } from '@/components/layout/footer';
import { PublicHeader } from '@/components/layout/public-header';
import { SkipLink } from '@/components/layout/skip-link';
import { houseCard } from '@/lib/web/house-card';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The house and its catalogue change while the app runs; no page of it is made at build time, where there is no database. */
export const dynamic = 'force-dynamic';

/** The public pages: the same for everyone, so that they may be kept. */
export default async function CatalogueLayout({ children, params }: Props) {
  const { locale } = await pageParams(params);
  const [t, house] = await Promise.all([getTranslations('common'), houseCard(locale)]);
  return (
    <>
      <SkipLink>{t('skip')}</SkipLink>
      <PublicHeader />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <Footer locale={locale} house={house} />
    </>
  );
}
