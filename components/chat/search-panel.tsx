'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { Empty } from '@/components/ui/empty';
import { TextField } from '@/components/ui/text-field';
import type { MessageDto } from '@/lib/chat/schemas';
import { useMessageSearch } from '@/lib/http/conversations';
import { formatDay, formatTime } from '@/lib/i18n/format';
import { usePreview } from './conversation-row';
import { ReadFailed } from './read-failed';

interface Props {
  conversationId: string;
  isOwn: (message: MessageDto) => boolean;
  other: string;
  onFound: (seq: number) => void;
}

/** Finds words in the whole history, accents aside; a result leads to its place in the thread. */
export function SearchPanel({ conversationId, isOwn, other, onFound }: Props) {
  const t = useTranslations('chat');
  const locale = useLocale();
  const preview = usePreview();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, isFetching, isError, refetch } = useMessageSearch(conversationId, q);
  const found = q === '' ? [] : [...(data?.items ?? [])].reverse();
  return (
    <div>
      <TextField label={t('searchWords')} value={typed} onChange={setTyped} autoFocus />
      <p className="caption mt-3" role="status">
        {q !== '' && !isFetching && !isError ? t('found', { count: found.length }) : ''}
      </p>
      {q !== '' && isError && !isFetching && <ReadFailed onRetry={() => void refetch()} />}
      {q !== '' && !isFetching && !isError && found.length === 0 && (
        <Empty drawing="loupe" level="h3" title={t.rich('notFound', { q, em: (chunks) => <em>{chunks}</em> })}>
          {t('notFoundHelp')}
        </Empty>
      )}
      <ul className="mt-2">
        {found.map((message) => (
          <li key={message.id}>
            <button type="button" className="search-result" onClick={() => onFound(message.seq)}>
              <span className="caption flex justify-between gap-3">
                <span>{isOwn(message) ? t('you') : other}</span>
                <span>
                  {formatDay(locale, message.createdAt)}, {formatTime(locale, message.createdAt)}
                </span>
              </span>
              <span className="line-clamp-2">{preview(message, false)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
