'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { useNotifications, useReadNotifications } from '@/lib/http/notifications';
import type { NotificationPageDto } from '@/lib/notifications/schemas';
import { NotificationRows } from './notification-rows';

/** All notifications, as a page. */
export function NotificationPage({ initial }: { initial: NotificationPageDto }) {
  const t = useTranslations('notifications');
  const read = useReadNotifications();
  const unread = useNotifications(initial).data?.unread ?? 0;
  return (
    <div className="page max-w-3xl py-10 md:py-14">
      <div className="flex flex-wrap items-end justify-between gap-4 pb-6">
        <h1 className="d2">{t.rich('pageTitle', { count: unread, em: (chunks) => <em>{chunks}</em> })}</h1>
        {unread > 0 && <Button onPress={() => read.mutate(undefined)}>{t('readAll')}</Button>}
      </div>
      <div className="rule">
        <NotificationRows initial={initial} />
      </div>
    </div>
  );
}
