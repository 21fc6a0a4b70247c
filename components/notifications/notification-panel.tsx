'use client';

import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link-button';
import { useReadNotifications } from '@/lib/http/notifications';
import { paths } from '@/lib/paths';
import { NotificationRows } from './notification-rows';

/** The panel under the bell icon. */
export function NotificationPanel({ href, onLeave }: { href: string; onLeave: () => void }) {
  const t = useTranslations('notifications');
  const read = useReadNotifications();
  const { settings } = href === paths.atelier.notifications ? paths.atelier : paths.account;
  return (
    <div className="flex max-h-[min(640px,80vh)] flex-col">
      <div className="flex items-baseline justify-between gap-4 px-5 pt-4 pb-3">
        <h2 className="h2">{t('title')}</h2>
        <button type="button" className="link small" onClick={() => read.mutate(undefined)}>
          {t('readAll')}
        </button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto">
        <NotificationRows limit={12} onOpen={onLeave} />
      </div>
      <div className="flex justify-between gap-4 border-t border-hair px-5 py-3">
        <TextLink href={href} className="small" onClick={onLeave}>
          {t('all')}
        </TextLink>
        <TextLink href={`${settings}#notifications`} className="small" onClick={onLeave}>
          {t('settings')}
        </TextLink>
      </div>
    </div>
  );
}
