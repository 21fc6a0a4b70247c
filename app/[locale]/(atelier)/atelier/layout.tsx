import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LiveProvider } from '@/components/live/live-provider';
import { UnreadCount } from '@/components/chat/unread-count';
import { AtelierFrame } from '@/components/layout/atelier-frame';
import { OfflineNotice } from '@/components/layout/offline-notice';
import { SkipLink } from '@/components/layout/skip-link';
import { WorkspaceProviders } from '@/components/layout/workspace-providers';
import { NotificationBell } from '@/components/notifications/bell';
import { getMe } from '@/lib/auth/get-me';
import { getUnread } from '@/lib/chat/get-unread';
import { deviceKeys } from '@/lib/auth/device-keys';
import { appDatabase } from '@/lib/db/client';
import { ATELIER_NAMESPACES, pickMessages } from '@/lib/i18n/messages';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams } from '@/lib/web/page-params';

interface Props {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}

/** The couturiers' workspace. */
export default async function AtelierLayout({ children, params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.today, { beforeSecondKey: true });
  const account = actor.id.toHexString();
  const db = appDatabase();
  const [t, me, unread, notifications, keys] = await Promise.all([
    getTranslations('common'),
    getMe(db, actor),
    getUnread(db, actor),
    listNotifications(db, actor, { limit: 50, locale }),
    deviceKeys(actor.id),
  ]);
  return (
    <WorkspaceProviders
      account={account}
      deviceKeys={keys}
      locale={locale}
      messages={pickMessages(locale, ATELIER_NAMESPACES)}
      closeLabel={t('close')}
    >
      <SkipLink>{t('skip')}</SkipLink>
      <LiveProvider userId={account} name={actor.name}>
        <AtelierFrame
          me={me}
          unread={<UnreadCount initial={unread} />}
          bell={<NotificationBell href={paths.atelier.notifications} initial={notifications} placement="right top" />}
          notices={<OfflineNotice />}
        >
          {children}
        </AtelierFrame>
      </LiveProvider>
    </WorkspaceProviders>
  );
}
