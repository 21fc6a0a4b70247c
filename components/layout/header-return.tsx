'use client';

import { useEffect, useRef } from 'react';

/**
 * The header leaves with the page and returns as soon as one scrolls up. What takes the focus moves the page a little by itself:
 * that calls no header, which would come to lie over what is being pressed; and the header leaves what the focus reaches under
 * it (WCAG 2.4.11). Marks its parent; draws nothing.
 */
export function HeaderReturn() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const header = mark.current?.parentElement;
    if (!header) return;
    let last = window.scrollY;
    let frame: number | undefined;
    const settle = (frames: number) => {
      frame = requestAnimationFrame(() => (frames > 1 ? settle(frames - 1) : (frame = undefined)));
    };
    const onFocus = (event: FocusEvent) => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      settle(2);
      const { target } = event;
      if (!(target instanceof Element) || header.contains(target) || target.contains(header)) return;
      if (target.getBoundingClientRect().top < header.offsetHeight) header.removeAttribute('data-back');
    };
    const onScroll = () => {
      const now = window.scrollY;
      const down = now > last;
      if (Math.abs(now - last) < 4) return;
      last = now;
      if (down || now <= header.offsetHeight) header.removeAttribute('data-back');
      else if (frame === undefined) header.setAttribute('data-back', '');
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    window.addEventListener('focusin', onFocus);
    return () => {
      window.removeEventListener('scroll', onScroll);
      window.removeEventListener('focusin', onFocus);
      if (frame !== undefined) cancelAnimationFrame(frame);
    };
  }, []);
  return <span ref={mark} hidden />;
}
