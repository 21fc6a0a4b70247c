'use client';

import { useEffect } from 'react';
import { answerEarlyPress } from '@/lib/http/early-hands';

/** A button that was pressed before the page's scripts were there is answered when they are. */
export function EarlyPress() {
  useEffect(() => {
    // After the rest of the page has hydrated: the components around the button can change state.
    const timer = setTimeout(answerEarlyPress);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
