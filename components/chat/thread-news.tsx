'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import type { MessageDto } from '@/lib/chat/schemas';
import { usePreview } from './conversation-row';

interface Props {
  messages: readonly MessageDto[];
  isOwn: (message: MessageDto) => boolean;
  other: string;
}

/**
 * Says the words that come while the thread is open to who listens to the page instead of looking at it. The thread itself
 * is silent: its pages of history would all be read out.
 */
export function ThreadNews({ messages, isOwn, other }: Props) {
  const t = useTranslations('chat');
  const preview = usePreview();
  const [from] = useState(() => messages.at(-1)?.seq ?? 0);
  const [said, setSaid] = useState<MessageDto>();
  const last = messages.at(-1);
  useEffect(() => {
    if (last && last.seq > from && !isOwn(last)) setSaid(last);
  }, [last, from, isOwn]);
  return (
    <p className="sr-only" role="status">
      {said && (said.system ? preview(said, false) : t('said', { name: other, words: preview(said, false) }))}
    </p>
  );
}
