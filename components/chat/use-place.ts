'use client';

import { type RefObject, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Block } from './build-thread';

/** From the bottom, this close still counts as « reading the newest ». */
const NEAR_PX = 80;
/** How far above and below the screen blocks are drawn. */
const DRAWN = '1500px 0px';
/** Room above a message that is led to. */
const AIR_PX = 24;

interface Options {
  blocks: readonly Block[];
  /** Changes when something was added at the end. */
  tail: string | undefined;
  /** The last entry is one's own, so that sending always shows it. */
  tailIsOwn: boolean;
  /** Older words exist, newer words exist that are not here, and neither is on its way or failed. */
  older: boolean;
  newer: boolean;
  loadOlder: () => void;
  loadNewer: () => void;
  /** The first message nobody has seen: the thread does not scroll it away by itself. */
  unseen: () => number | undefined;
  /** Called after the thread moved. */
  look: () => void;
}

const messageAt = (box: HTMLElement, seq: number): HTMLElement | null =>
  box.querySelector<HTMLElement>(`#message-${seq}`);

/**
 * Keeps a thread's place. While the reader is at the end it follows, but never scrolls past what was not seen; anywhere
 * else the message at the top of the screen stays where it is, whatever comes or changes its height above or below.
 * Blocks far from the screen are not drawn: `rooms` says how much room each of them keeps.
 */
export function usePlace(box: RefObject<HTMLDivElement | null>, options: Options) {
  const { blocks, tail, tailIsOwn, older, newer, loadOlder, loadNewer } = options;
  const [atEnd, setAtEnd] = useState(true);
  const [rooms, setRooms] = useState<ReadonlyMap<string, number>>(new Map());
  const stay = useRef(true);
  const anchor = useRef<{ seq: number; top: number } | undefined>(undefined);
  const lastTail = useRef(tail);
  const goal = useRef<number | undefined>(undefined);
  /** The end was asked for, and its words may still be on their way. */
  const endWanted = useRef(false);

  /** Remembers which message stands at the top of the screen. */
  const hold = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const view = element.getBoundingClientRect();
    for (const one of element.querySelectorAll<HTMLElement>('[id^="message-"]')) {
      const rect = one.getBoundingClientRect();
      if (rect.bottom <= view.top) continue;
      anchor.current = { seq: Number(one.id.slice('message-'.length)), top: rect.top - view.top };
      return;
    }
  }, [box]);

  /** Puts the thread where it belongs after anything changed its height. */
  const settle = useEffectEvent((ownWord = false) => {
    const element = box.current;
    if (!element) return;
    if (endWanted.current && !newer) {
      endWanted.current = false;
      stay.current = true;
    }
    const view = element.getBoundingClientRect();
    const wanted = goal.current === undefined ? null : messageAt(element, goal.current);
    if (wanted) {
      const rect = wanted.getBoundingClientRect();
      element.scrollTop += rect.top - view.top - Math.max(AIR_PX, (view.height - rect.height) / 2);
    } else if (stay.current && !newer) {
      const end = element.scrollHeight - element.clientHeight;
      const unseen = ownWord ? undefined : options.unseen();
      const first = unseen === undefined ? null : messageAt(element, unseen);
      const top = first ? first.getBoundingClientRect().top - view.top + element.scrollTop - AIR_PX * 2 : end;
      element.scrollTop = Math.min(end, Math.max(top, 0));
    } else if (anchor.current) {
      const held = messageAt(element, anchor.current.seq);
      if (held) element.scrollTop += held.getBoundingClientRect().top - view.top - anchor.current.top;
    }
    if (!goal.current) hold();
    options.look();
  });

  useLayoutEffect(() => {
    const ownWord = tail !== lastTail.current && tailIsOwn;
    if (ownWord) {
      goal.current = undefined;
      stay.current = true;
    }
    lastTail.current = tail;
    settle(ownWord);
  }, [blocks, rooms, tail, tailIsOwn]);

  // Pictures and fonts that come late, or a keyboard that opens, must not move what is read.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => settle());
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [box]);

  // Only the blocks near the screen are drawn.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (seen) =>
        setRooms((now) => {
          const next = new Map(now);
          for (const { target, isIntersecting, boundingClientRect } of seen) {
            const key = (target as HTMLElement).dataset.block;
            if (key === undefined) continue;
            if (isIntersecting) next.delete(key);
            else if (!next.has(key)) next.set(key, boundingClientRect.height);
          }
          const unchanged = next.size === now.size && [...next.keys()].every((key) => now.has(key));
          return unchanged ? now : next;
        }),
      { root: element, rootMargin: DRAWN },
    );
    for (const one of element.querySelectorAll('[data-block]')) observer.observe(one);
    return () => observer.disconnect();
  }, [box, blocks]);

  const onScroll = useCallback(() => {
    const element = box.current;
    if (!element) return;
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    const near = below < NEAR_PX && !newer;
    stay.current = near;
    setAtEnd(near);
    hold();
    if (element.scrollTop < element.clientHeight && older) loadOlder();
    if (below < element.clientHeight && newer) loadNewer();
    options.look();
  }, [box, hold, older, newer, loadOlder, loadNewer, options]);

  // A first page shorter than the window cannot be scrolled: the next one is asked for at once.
  useEffect(() => {
    const element = box.current;
    if (element && older && element.scrollHeight <= element.clientHeight) loadOlder();
  }, [box, older, loadOlder, blocks]);

  // A scroll of the reader's own ends the thread's automatic one.
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const end = () => {
      goal.current = undefined;
      endWanted.current = false;
    };
    const hands = ['wheel', 'touchmove', 'keydown', 'pointerdown'];
    for (const hand of hands) element.addEventListener(hand, end, { passive: true });
    return () => {
      for (const hand of hands) element.removeEventListener(hand, end);
    };
  }, [box]);

  const toEnd = useCallback(() => {
    const element = box.current;
    goal.current = undefined;
    stay.current = true;
    endWanted.current = true;
    if (element) element.scrollTop = element.scrollHeight;
  }, [box]);

  /** Leads to one message as soon as it is drawn, and stays there until the reader moves. */
  const show = useCallback(
    (seq: number) => {
      goal.current = seq;
      endWanted.current = false;
      stay.current = false;
      const block = blocks.find((one) => one.from !== undefined && one.from <= seq && seq <= (one.to ?? 0));
      setRooms((now) => {
        const next = new Map(now);
        if (block) next.delete(block.key);
        return next;
      });
    },
    [blocks],
  );

  return { atEnd, rooms, onScroll, toEnd, show };
}
