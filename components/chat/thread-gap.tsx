'use client';

import { useTranslations } from 'next-intl';
import { Needle } from '@/components/ui/needle';

/** Where words are missing: nothing below them is shown before they are there. */
export function ThreadGap({ count }: { count: number }) {
  const t = useTranslations('chat');
  return (
    <div className="thread-gap">
      <p className="thread-gap-line" role="status">
        <Needle busy />
        {t('gap', { count })}
      </p>
      <span className="thread-gap-bubble" />
      <span className="thread-gap-bubble" data-own="" />
    </div>
  );
}
