import { useSyncExternalStore } from 'react';

/** Below this a page has one column and the bar at its foot (design: 768). */
const NARROW = '(max-width: 47.999rem)';

function listen(changed: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

/** Whether the screen is a phone's. The server, which cannot know, says no. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    listen,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
