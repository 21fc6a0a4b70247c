import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { BottomBar } from '@/components/layout/bottom-bar';
import { Chrome } from '@/components/layout/chrome';
import { ClientHeader } from '@/components/layout/client-header';
import { Footer } from '@/components/layout/footer';
import { OfflineNotice } from '@/components/layout/offline-notice';
import { CLIENT_PLACES } from '@/components/layout/places';
import { SkipLink } from '@/components/layout/skip-link';
import { WorkspaceProviders } from '@/components/layout/workspace-providers';
import { isLocale } from '@/lib/i18n/config';
import { CLIENT_NAMESPACES, pickMessages } from '@/lib/i18n/messages';
import { paths } from '@/lib/paths';
import { houseCard } from '@/lib/web/house-card';
import { requireClient } from '@/lib/web/page-actor';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The client's space. */
export default async function AccountLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireClient(locale, paths.account.home);
  const [t, house] = await Promise.all([getTranslations('common'), houseCard(locale)]);
  return (
    <WorkspaceProviders locale={locale} messages={pickMessages(locale, CLIENT_NAMESPACES)} closeLabel={t('close')}>
      <SkipLink>{t('skip')}</SkipLink>
      <Chrome
        header={<ClientHeader person={{ name: actor.name, email: actor.email }} unread={null} bell={null} />}
        notices={<OfflineNotice />}
        footer={<Footer locale={locale} house={house} />}
        bar={<BottomBar places={CLIENT_PLACES.slice(0, 4)} more={CLIENT_PLACES.slice(4)} unread={null} />}
      >
        {children}
      </Chrome>
    </WorkspaceProviders>
  );
}
