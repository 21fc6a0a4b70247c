'use client';

import { useEffect, useState } from 'react';

/** Counts down from so many seconds by this device's own clock, so that one that is set wrong counts right; never below nothing. */
export function useSecondsLeft(of: number): number {
  const [left, setLeft] = useState(of);
  useEffect(() => {
    const until = performance.now() + of * 1000;
    const tell = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    tell();
    const timer = setInterval(tell, 500);
    return () => clearInterval(timer);
  }, [of]);
  return left;
}
