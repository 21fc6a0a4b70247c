'use client';

import { useEffect } from 'react';
import { useNotifications } from '@/lib/http/notifications';

const COUNT = /^\(\d+\) /;

/** Keeps the number of new things in the tab's title, whatever page sets the rest of it. */
export function TitleCount() {
  const unread = useNotifications().data?.unread ?? 0;
  useEffect(() => {
    const write = () => {
      const bare = document.title.replace(COUNT, '');
      const wanted = unread > 0 ? `(${unread}) ${bare}` : bare;
      if (document.title !== wanted) document.title = wanted;
    };
    write();
    const observer = new MutationObserver(write);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => observer.disconnect();
  }, [unread]);
  return null;
}
