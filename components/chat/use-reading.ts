'use client';

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MessageDto } from '@/lib/chat/schemas';
import { useLive } from '../live/live-provider';
import { firstUnseen, isInSight, readMark } from './read-mark';

/** Somebody is there: the window is in front, and no dialog lies over the thread. */
const isWatched = (box: HTMLElement): boolean =>
  document.visibilityState === 'visible' && document.hasFocus() && !box.closest('[inert], [aria-hidden="true"]');

interface Options {
  conversationId: string;
  messages: readonly MessageDto[];
  isOwn: (message: MessageDto) => boolean;
  readUpTo: number;
  unread: number;
}

/**
 * Tells the house how far the thread was read. Only what was on the screen counts, while the page was looked at; the mark never passes
 * a message that was not.
 */
export function useReading(
  box: RefObject<HTMLElement | null>,
  { conversationId, messages, isOwn, readUpTo, unread }: Options,
) {
  const { client } = useLive();
  const items = useMemo(() => messages.map((one) => ({ seq: one.seq, own: isOwn(one) })), [messages, isOwn]);
  const [seen] = useState(() => new Set<number>());
  // The count of the moment the page opened: later ones are counted against what is loaded anyway.
  const [countedUnread] = useState(unread);
  const [mark, setMark] = useState(readUpTo);
  const told = useRef(readUpTo);
  const from = Math.max(readUpTo, mark);

  /** Looks at what is on the screen now. */
  const look = useCallback(() => {
    const element = box.current;
    if (!element || !isWatched(element)) return;
    const view = element.getBoundingClientRect();
    for (const one of element.querySelectorAll<HTMLElement>('[id^="message-"]'))
      if (isInSight(one.getBoundingClientRect(), view)) seen.add(Number(one.id.slice('message-'.length)));
    const next = readMark(items, seen, readUpTo, countedUnread);
    if (next <= told.current) return;
    told.current = next;
    setMark(next);
    client.read(conversationId, next);
  }, [box, client, conversationId, items, seen, readUpTo, countedUnread]);

  useEffect(() => {
    // After the thread has found its place.
    const frame = requestAnimationFrame(look);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [look]);

  return {
    look,
    /** The first message of the other person that nobody has seen. */
    unseen: useCallback(() => firstUnseen(items, seen, readUpTo), [items, seen, readUpTo]),
    /** How many of the other person's words at hand were not read. */
    waiting: useMemo(() => items.filter((one) => !one.own && one.seq > from).length, [items, from]),
  };
}
