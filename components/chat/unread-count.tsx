'use client';

import { useTranslations } from 'next-intl';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { useUnread } from '@/lib/http/conversations';
import type { UnreadDto } from '@/lib/chat/schemas';

/** The number of unread messages, beside « Messages »; nothing at zero. */
export function UnreadCount({ initial }: { initial?: UnreadDto }) {
  const t = useTranslations('chat');
  const count = useUnread(initial).data?.messages ?? 0;
  if (count === 0) return null;
  return (
    <span className="count">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <VisuallyHidden>{t('unread', { count })}</VisuallyHidden>
    </span>
  );
}
