'use client';

import { useTranslations } from 'next-intl';
import { OfflineLine } from '@/components/ui/offline-line';
import { useEffect } from 'react';
import { useToast } from '@/components/ui/toast';
import { OFFLINE_NAVIGATION } from '@/lib/i18n/navigation';
import { UnsentWords } from '../chat/unsent-words';
import { useOutbox } from '../live/live-provider';

/** Under the header of the workspaces while the network is away: what still works, and how many words wait to leave. */
export function OfflineNotice() {
  const t = useTranslations('states.offline');
  const say = useToast();
  const count = useOutbox().filter(({ failed }) => failed === undefined).length;
  useEffect(() => {
    const tell = (event: Event) => {
      event.preventDefault();
      say({ text: t('stay') });
    };
    window.addEventListener(OFFLINE_NAVIGATION, tell);
    return () => window.removeEventListener(OFFLINE_NAVIGATION, tell);
  }, [say, t]);
  return (
    <>
      <OfflineLine title={t('title')}>
        {t('text')} {t('waiting', { count })}
      </OfflineLine>
      <UnsentWords />
    </>
  );
}
