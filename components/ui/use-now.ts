'use client';

import { useEffect, useState } from 'react';

/** The present, moving on each minute; the server's moment until the page is alive, so that both print the same. */
export function useNow(initial: string): string {
  const [now, setNow] = useState(initial);
  useEffect(() => {
    const tell = () => setNow(new Date().toISOString());
    tell();
    const timer = setInterval(tell, 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
