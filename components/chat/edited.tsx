'use client';

import { useLocale, useTranslations } from 'next-intl';
import { LinkLikeButton } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { MessageDto } from '@/lib/chat/schemas';
import { formatTime } from '@/lib/i18n/format';
import { MessageWords } from './message-words';

/** « modifié »: the word opens what was said before. */
export function Edited({ history }: { history: NonNullable<MessageDto['history']> }) {
  const t = useTranslations('chat.edit');
  const locale = useLocale();
  return (
    <Popover
      label={t('before')}
      width={320}
      placement="bottom start"
      trigger={<LinkLikeButton>{t('edited')}</LinkLikeButton>}
    >
      <div className="px-4 py-3">
        <p className="caption">{t('before')}</p>
        <ul>
          {history.map(({ content, until }) => (
            <li key={until} className="mt-2">
              <p className="small whitespace-pre-wrap" dir="auto">
                <MessageWords text={content} />
              </p>
              <p className="caption">{t('until', { time: formatTime(locale, until) })}</p>
            </li>
          ))}
        </ul>
      </div>
    </Popover>
  );
}
