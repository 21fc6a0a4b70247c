import { NotificationPage } from '@/components/notifications/notification-page';
import { appDatabase } from '@/lib/db/client';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { paths } from '@/lib/paths';
import { requireStaff } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
}

export const generateMetadata = pageTitle('notifications', 'title');

/** The bell as a page. */
export default async function AtelierNotificationsPage({ params }: Props) {
  const { locale } = await pageParams(params);
  const actor = await requireStaff(locale, paths.atelier.notifications);
  const initial = await listNotifications(appDatabase(), actor, { limit: 50, locale });
  return <NotificationPage initial={initial} />;
}
