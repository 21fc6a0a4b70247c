'use client';

import { useEffect, useRef } from 'react';

/** The header leaves with the page and returns as soon as one scrolls up. Marks its parent; draws nothing. */
export function HeaderReturn() {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const header = mark.current?.parentElement;
    if (!header) return;
    let last = window.scrollY;
    const onScroll = () => {
      const now = window.scrollY;
      if (Math.abs(now - last) < 4) return;
      header.toggleAttribute('data-back', now < last && now > header.offsetHeight);
      last = now;
    };
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, []);
  return <span ref={mark} hidden />;
}
