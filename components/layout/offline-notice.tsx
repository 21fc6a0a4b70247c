'use client';

import { useTranslations } from 'next-intl';
import { OfflineLine } from '@/components/ui/offline-line';
import { useOutbox } from '../live/live-provider';

/** Under the header of the workspaces while the network is away: what still works, and how many words wait to leave. */
export function OfflineNotice() {
  const t = useTranslations('states.offline');
  const count = useOutbox().length;
  return (
    <OfflineLine title={t('title')}>
      {t('text')} {t('waiting', { count })}
    </OfflineLine>
  );
}
