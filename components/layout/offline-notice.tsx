'use client';

import { useTranslations } from 'next-intl';
import { OfflineLine } from '@/components/ui/offline-line';

/** Under the header of the workspaces while the network is away. */
export function OfflineNotice() {
  const t = useTranslations('states.offline');
  return <OfflineLine title={t('title')}>{t('text')}</OfflineLine>;
}
