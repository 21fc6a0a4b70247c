'use client';

import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { useCopy } from '@/components/ui/use-copy';
import { ERRORS, type ErrorCode } from '@/lib/errors';
import { formatTime, typo } from '@/lib/i18n/format';
import { FILE_LOST } from '@/lib/http/bring-voice';
import type { Shown } from './build-thread';
import { Edited } from './edited';

const isCode = (code: string | undefined): code is ErrorCode => code !== undefined && code in ERRORS;

interface Props {
  message: Shown;
  onRetry?: () => void;
  /** For what was refused for good: gives the words back to the composer, or takes them out of the thread. */
  onEdit?: () => void;
  onTakeBack?: () => void;
}

/** The line under a group: its hour, and for one's own how far it has come, in sign and word. */
export function MessageState({ message, onRetry, onTakeBack, onEdit }: Props) {
  const t = useTranslations('chat');
  const errors = useTranslations('errors.codes');
  const copy = useCopy({ done: t('copied'), refused: t('copyFailed') });
  const locale = useLocale();
  const reason = message.waiting?.failed;
  const time = (
    <>
      {formatTime(locale, message.createdAt)}
      {message.history && <Edited history={message.history} />}
    </>
  );
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
        <div className="message-refused" role="group" aria-label={t('state.refused')}>
          <p className="message-meta text-garance">
            <Icon of={CircleAlert} size={14} />
            {t('state.refused')} {reason === FILE_LOST ? t('voice.lost') : isCode(reason) && errors(reason)}
          </p>
          <p className="message-refused-ways">
            {reason !== FILE_LOST && (
              <button type="button" className="link" onClick={onRetry}>
                {t('state.retry')}
              </button>
            )}
            {message.content !== '' && (
              <button type="button" className="link" onClick={() => copy(typo(message.content))}>
                {t('state.copy')}
              </button>
            )}
            {onEdit && message.waiting?.input.type !== 'voice' && (
              <button type="button" className="link" onClick={onEdit}>
                {t('state.edit')}
              </button>
            )}
            {onTakeBack && (
              <button type="button" className="link" onClick={onTakeBack}>
                {t('state.takeBack')}
              </button>
            )}
          </p>
        </div>
      );
    case 'sent':
    case 'delivered':
    case 'read':
    case 'heard': {
      const read = message.progress === 'read' || message.progress === 'heard';
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
