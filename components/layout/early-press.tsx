'use client';

import { useEffect } from 'react';
import { answerEarlyPress } from '@/lib/http/early-hands';

/** A button that was pressed before the page's scripts were there is answered when they are. */
export function EarlyPress() {
  useEffect(() => {
    // After whatever else wakes up with the page: the parts around the button are ready to be changed.
    const timer = setTimeout(answerEarlyPress);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
