'use client';

import { RefreshCw } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Icon } from '@/components/ui/icon';
import { NativeButton } from '@/components/ui/native';
import { useOnline } from '@/components/ui/offline-line';
import { formatTime } from '@/lib/i18n/format';
import { useLive, useLiveState } from '../live/live-provider';

const SECOND_MS = 1_000;

/** Seconds until the line is tried again; 0 while it is being tried. */
function useSecondsLeft(): number {
  const { client } = useLive();
  const at = useSyncExternalStore(client.subscribe, client.line.retryAt, () => undefined);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (at === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(timer);
  }, [at]);
  return at === undefined ? 0 : Math.max(0, Math.ceil((at - now) / SECOND_MS));
}

/** Under the head of a thread while the live line is cut: when it is tried again, and a way not to wait. */
export function LineCut() {
  const t = useTranslations('chat.line');
  const { client } = useLive();
  const state = useLiveState();
  const seconds = useSecondsLeft();
  // Without a network the space itself says so above.
  const network = useOnline();
  if (state !== 'offline' || !network) return null;
  return (
    <div className="offline-line">
      <Icon of={RefreshCw} size={16} />
      <p className="flex-1">
        <strong className="strong" role="status">
          {t('cut')}
        </strong>{' '}
        {seconds > 0 ? t('again', { seconds }) : t('trying')}
      </p>
      <button type="button" className="link" onClick={() => client.comeBack()}>
        {t('now')}
      </button>
    </div>
  );
}

/** At the end of a thread that no longer hears what is said: since when, why, and the way back. */
export function LineStopped() {
  const t = useTranslations('chat.line');
  const locale = useLocale();
  const { client } = useLive();
  const state = useLiveState();
  if (state !== 'crowded' && state !== 'stopped') return null;
  return (
    <section className="line-stopped" role="status">
      <p className="thread-rule" data-tone="ocre">
        <span>{t('stoppedAt', { time: formatTime(locale, new Date(client.line.since())) })}</span>
      </p>
      <h2 className="h3">{t('stopped')}</h2>
      <p className="small text-ink2">{t(state === 'crowded' ? 'crowded' : 'refused')}</p>
      <NativeButton variant="secondary" size="small" onClick={() => client.comeBack()}>
        {t('resume')}
      </NativeButton>
    </section>
  );
}
