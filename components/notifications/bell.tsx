'use client';

import { Bell } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { useNotifications } from '@/lib/http/notifications';
import type { NotificationPageDto } from '@/lib/notifications/schemas';
import { Link } from '@/lib/i18n/routing';
import { NotificationPanel } from './notification-panel';

interface Props {
  /** The page with all of them: `paths.account.notifications` or `paths.atelier.notifications`. */
  href: string;
  initial?: NotificationPageDto;
  placement?: 'bottom end' | 'right top';
}

/** The bell: a garance dot when something is new, the number in its name; a popover on a desk, the page on a phone. */
export function NotificationBell({ href, initial, placement = 'bottom end' }: Props) {
  const t = useTranslations('notifications');
  const [open, setOpen] = useState(false);
  const unread = useNotifications(initial).data?.unread ?? 0;
  const face = (
    <>
      <Icon of={Bell} />
      {unread > 0 && <span className="bell-dot" />}
    </>
  );
  const name = t('bell', { count: unread });
  return (
    <>
      <span className="hidden md:inline-flex">
        <Popover
          trigger={<IconButton label={name}>{face}</IconButton>}
          label={t('title')}
          open={open}
          onOpenChange={setOpen}
          placement={placement}
        >
          <NotificationPanel href={href} onLeave={() => setOpen(false)} />
        </Popover>
      </span>
      <Link href={href} className="icon-button md:hidden" aria-label={name}>
        {face}
      </Link>
    </>
  );
}
