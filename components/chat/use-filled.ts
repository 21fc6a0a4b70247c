'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { fillThread } from '@/lib/http/messages';
import { useLiveState } from '../live/live-provider';

const FIRST_AGAIN_MS = 1_000;
const LONGEST_AGAIN_MS = 15_000;
/** Without the live line an open thread asks by itself this often. */
const ASK_MS = 10_000;

/**
 * Fills what is missing in a thread until nothing is, looks once when the thread opens, and while the live line is away
 * asks over HTTP: a page that cannot listen is slow, never deaf.
 */
export function useFilled(conversationId: string, missing: number): void {
  const queryClient = useQueryClient();
  const live = useLiveState() === 'online';
  const holed = missing > 0;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let wait = FIRST_AGAIN_MS;
    const work = async () => {
      clearTimeout(timer);
      if (document.visibilityState === 'visible' || holed)
        await fillThread(queryClient, conversationId).then(
          () => (wait = FIRST_AGAIN_MS),
          () => (wait = Math.min(LONGEST_AGAIN_MS, wait * 2)),
        );
      if (over || (live && !holed)) return;
      timer = setTimeout(() => void work(), holed ? wait : ASK_MS);
    };
    void work();
    const wake = () => {
      if (document.visibilityState === 'visible') void work();
    };
    window.addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    return () => {
      over = true;
      clearTimeout(timer);
      window.removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [queryClient, conversationId, live, holed]);
}
