import { getTranslations, setRequestLocale } from 'next-intl/server';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { AtelierFrame } from '@/components/layout/atelier-frame';
import { OfflineNotice } from '@/components/layout/offline-notice';
import { SkipLink } from '@/components/layout/skip-link';
import { WorkspaceProviders } from '@/components/layout/workspace-providers';
import { getMe } from '@/lib/auth/get-me';
import { appDatabase } from '@/lib/db/client';
import { isLocale } from '@/lib/i18n/config';
import { ATELIER_NAMESPACES, pickMessages } from '@/lib/i18n/messages';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The couturiers' workspace. */
export default async function AtelierLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const actor = await requireStaff(locale, paths.atelier.today);
  const [t, me] = await Promise.all([getTranslations('common'), getMe(appDatabase(), actor)]);
  return (
    <WorkspaceProviders locale={locale} messages={pickMessages(locale, ATELIER_NAMESPACES)} closeLabel={t('close')}>
      <SkipLink>{t('skip')}</SkipLink>
      <AtelierFrame me={me} unread={null} bell={null} notices={<OfflineNotice />}>
        {children}
      </AtelierFrame>
    </WorkspaceProviders>
  );
}
