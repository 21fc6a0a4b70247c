'use client';

import { useSyncExternalStore } from 'react';
import { dayKey } from '@/lib/i18n/format';

const MINUTE_MS = 60_000;

function subscribe(changed: () => void): () => void {
  const timer = setInterval(changed, MINUTE_MS);
  window.addEventListener('focus', changed);
  document.addEventListener('visibilitychange', changed);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', changed);
    document.removeEventListener('visibilitychange', changed);
  };
}

let now = { key: '', at: new Date(0) };

/** The moment this day was first noticed; the same object until midnight in Paris. */
function today(): Date {
  const at = new Date();
  const key = dayKey(at.toISOString());
  if (key !== now.key) now = { key, at };
  return now.at;
}

/** Today, also for a page that stays open over midnight. */
export const useToday = (): Date => useSyncExternalStore(subscribe, today, today);
