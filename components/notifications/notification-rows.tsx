'use client';

import { Calendar, Clock, type LucideIcon, MessageSquare, PenLine, Reply, SquareCheck, User } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Avatar } from '@/components/ui/avatar';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/icon';
import { Needle } from '@/components/ui/needle';
import { useNotifications, useReadNotifications } from '@/lib/http/notifications';
import { daysBetween, formatDay, formatTime, typo } from '@/lib/i18n/format';
import { Link } from '@/lib/i18n/routing';
import type { NotificationDto, NotificationPageDto } from '@/lib/notifications/schemas';
import type { NotificationKind } from '@/lib/notifications/words';
import { useOutbox } from '../live/live-provider';

/** What is news of an order bears the needle; what asks for a hand, the pen. */
const ICONS: Record<Exclude<NotificationKind, 'order'>, LucideIcon> = {
  message: MessageSquare,
  quote: Reply,
  change: PenLine,
  appointment: Calendar,
  task: SquareCheck,
  account: User,
};

type Group = 'asks' | 'today' | 'earlier';
const GROUPS: readonly Group[] = ['asks', 'today', 'earlier'];

const groupOf = (one: NotificationDto): Group =>
  one.asks && !one.read ? 'asks' : daysBetween(one.createdAt, new Date()) === 0 ? 'today' : 'earlier';

function Row({ one, onOpen }: { one: NotificationDto; onOpen?: () => void }) {
  const locale = useLocale();
  const read = useReadNotifications();
  const today = daysBetween(one.createdAt, new Date()) === 0;
  const asks = one.asks && !one.read;
  return (
    <Link
      href={one.href}
      className="notification-row"
      data-unread={!one.read || undefined}
      data-asks={asks || undefined}
      onClick={() => {
        if (!one.read) read.mutate([one.id]);
        onOpen?.();
      }}
    >
      <span className="notification-sign">
        {one.person ? (
          <Avatar name={one.person} size={36} />
        ) : one.kind === 'order' && !asks ? (
          <Needle width={30} />
        ) : (
          <Icon of={one.kind === 'order' ? PenLine : ICONS[one.kind]} />
        )}
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-3">
          <span className="notification-title">{typo(one.title)}</span>
          <time className="caption shrink-0" dateTime={one.createdAt} suppressHydrationWarning>
            {today ? formatTime(locale, one.createdAt) : formatDay(locale, one.createdAt)}
          </time>
        </span>
        <span className="smaller line-clamp-2 text-ink2">{typo(one.text)}</span>
      </span>
    </Link>
  );
}

interface Props {
  initial?: NotificationPageDto;
  limit?: number;
  onOpen?: () => void;
}

/** What waits to leave, what asks something of you, today, earlier: the same rows in the popover and on the page. */
export function NotificationRows({ initial, limit, onOpen }: Props) {
  const t = useTranslations('notifications');
  const waiting = useOutbox();
  const items = (useNotifications(initial).data?.items ?? []).slice(0, limit);
  if (items.length === 0 && waiting.length === 0)
    return (
      <div className="px-5 pb-4">
        <Empty drawing="tick" level="h3" title={t.rich('none', { em: (chunks) => <em>{chunks}</em> })} />
      </div>
    );
  return (
    <>
      {waiting.length > 0 && (
        <div className="notification-waiting bati-box">
          <Icon of={Clock} />
          <p>
            <span className="strong block">{t('waiting', { count: waiting.length })}</span>
            <span className="smaller text-ink2">{t('waitingText')}</span>
          </p>
        </div>
      )}
      {GROUPS.map((group) => {
        const rows = items.filter((one) => groupOf(one) === group);
        if (rows.length === 0) return null;
        return (
          <section key={group} className="notification-group">
            <h3 className="caption px-5 pt-4 pb-1">{t(`group.${group}`)}</h3>
            {rows.map((one) => (
              <Row key={one.id} one={one} onOpen={onOpen} />
            ))}
          </section>
        );
      })}
    </>
  );
}
