import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LiveProvider } from '@/components/live/live-provider';
import { UnreadCount } from '@/components/chat/unread-count';
import { Chrome } from '@/components/layout/chrome';
import { ClientBar } from '@/components/layout/client-bar';
import { ClientHeader } from '@/components/layout/client-header';
import { Footer } from '@/components/layout/footer';
import { OfflineNotice } from '@/components/layout/offline-notice';
import { SkipLink } from '@/components/layout/skip-link';
import { WorkspaceProviders } from '@/components/layout/workspace-providers';
import { NotificationBell } from '@/components/notifications/bell';
import { getUnread } from '@/lib/chat/get-unread';
import { deviceKeys } from '@/lib/auth/device-keys';
import { appDatabase } from '@/lib/db/client';
import { CLIENT_NAMESPACES, pickMessages } from '@/lib/i18n/messages';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { paths } from '@/lib/paths';
import { houseCard } from '@/lib/web/house-card';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The client's space. */
export default async function AccountLayout({ children, params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireClient(locale, paths.account.home);
  const account = actor.id.toHexString();
  const db = appDatabase();
  const [t, house, unread, notifications, keys] = await Promise.all([
    getTranslations('common'),
    houseCard(locale),
    getUnread(db, actor),
    listNotifications(db, actor, { limit: 50, locale }),
    deviceKeys(actor.id),
  ]);
  const count = <UnreadCount initial={unread} />;
  return (
    <WorkspaceProviders
      account={account}
      deviceKeys={keys}
      locale={locale}
      messages={pickMessages(locale, CLIENT_NAMESPACES)}
      closeLabel={t('close')}
    >
      <SkipLink>{t('skip')}</SkipLink>
      <LiveProvider userId={account} name={actor.name}>
        <Chrome
          header={
            <ClientHeader
              person={{ name: actor.name, email: actor.email }}
              unread={count}
              bell={<NotificationBell href={paths.account.notifications} initial={notifications} />}
            />
          }
          notices={<OfflineNotice />}
          footer={<Footer locale={locale} house={house} />}
          bar={<ClientBar unread={count} />}
        >
          {children}
        </Chrome>
      </LiveProvider>
    </WorkspaceProviders>
  );
}
