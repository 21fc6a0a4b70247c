'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** From the bottom, this close still counts as « reading the newest ». */
const NEAR_PX = 80;

interface Options {
  /** Number of pages at hand: grows when older ones have come. */
  pages: number;
  /** Changes when something was added at the end. */
  tail: string | undefined;
  /** The last entry is one's own, so that sending always shows it. */
  tailIsOwn: boolean;
  hasMore: boolean;
  loading: boolean;
  loadMore: () => void;
}

/**
 * Keeps a thread's place: opens at the end, follows it while the reader is there, asks for older pages near the top and
 * holds what is being read still while they come in above it.
 */
export function useScrollBack(box: RefObject<HTMLDivElement | null>, options: Options) {
  const { pages, tail, tailIsOwn, hasMore, loading, loadMore } = options;
  const [atEnd, setAtEnd] = useState(true);
  const stay = useRef(true);
  const height = useRef(0);
  const known = useRef({ pages, tail });

  const toEnd = useCallback(() => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [box]);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (pages > known.current.pages) element.scrollTop += element.scrollHeight - height.current;
    else if (stay.current || (tail !== known.current.tail && tailIsOwn)) toEnd();
    known.current = { pages, tail };
    height.current = element.scrollHeight;
  }, [box, pages, tail, tailIsOwn, toEnd]);

  // Pictures and fonts that come late, or a keyboard that opens, must not leave the end.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (stay.current) toEnd();
      height.current = element.scrollHeight;
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [box, toEnd]);

  const onScroll = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const near = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    stay.current = near;
    setAtEnd(near);
    height.current = element.scrollHeight;
    if (element.scrollTop < element.clientHeight && hasMore && !loading) loadMore();
  }, [box, hasMore, loading, loadMore]);

  // A first page shorter than the window cannot be scrolled: the next one is asked for at once.
  useEffect(() => {
    const element = box.current;
    if (element && hasMore && !loading && element.scrollHeight <= element.clientHeight) loadMore();
  }, [box, hasMore, loading, loadMore, pages]);

  return { atEnd, onScroll, toEnd };
}
