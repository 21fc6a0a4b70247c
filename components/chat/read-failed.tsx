'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';

/** A list beside the thread did not come. */
export function ReadFailed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('chat');
  return (
    <ErrorState
      level="h3"
      title={t.rich('readFailed', { em: (chunks) => <em>{chunks}</em> })}
      actions={<Button onPress={onRetry}>{t('state.retry')}</Button>}
    >
      {t('readFailedHelp')}
    </ErrorState>
  );
}
