'use client';

import { Check, CheckCheck, Clock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { formatTime } from '@/lib/i18n/format';
import type { Shown } from './build-thread';

/** The line under a group: its hour, and for one's own how far it has come, in sign and word. */
export function MessageState({ message, onRetry }: { message: Shown; onRetry?: () => void }) {
  const t = useTranslations('chat');
  const locale = useLocale();
  const time = formatTime(locale, message.createdAt);
  switch (message.progress) {
    case 'sending':
      return (
        <p className="message-meta">
          <Icon of={Clock} size={14} />
          {t('state.sending')}
        </p>
      );
    case 'failed':
      return (
        <p className="message-meta text-garance">
          {t('state.failed')}{' '}
          <button type="button" className="link" onClick={onRetry}>
            {t('state.retry')}
          </button>
        </p>
      );
    case 'sent':
    case 'delivered':
    case 'read': {
      const read = message.progress === 'read';
      return (
        <p className="message-meta">
          {time}
          <Icon of={message.progress === 'sent' ? Check : CheckCheck} size={14} className={read ? 'text-ink' : ''} />
          {t(`state.${message.progress}`)}
        </p>
      );
    }
    case undefined:
      return <p className="message-meta">{time}</p>;
  }
}
