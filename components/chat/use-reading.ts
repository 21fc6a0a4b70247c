'use client';

import { useEffect } from 'react';
import { useLive } from '../live/live-provider';

/** Tells the house how far the thread was read: only what stood before open eyes, at its end, in a window in front. */
export function useReading(conversationId: string, head: number, readUpTo: number, atEnd: boolean): void {
  const { client } = useLive();
  useEffect(() => {
    if (head <= readUpTo || !atEnd) return;
    const tell = () => {
      if (document.visibilityState === 'visible' && document.hasFocus()) client.read(conversationId, head);
    };
    tell();
    window.addEventListener('focus', tell);
    document.addEventListener('visibilitychange', tell);
    return () => {
      window.removeEventListener('focus', tell);
      document.removeEventListener('visibilitychange', tell);
    };
  }, [client, conversationId, head, readUpTo, atEnd]);
}
