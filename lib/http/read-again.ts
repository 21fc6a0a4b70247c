import type { QueryClient } from '@tanstack/react-query';
import type { Resource } from '../realtime-protocol/frames';

/** The query keys that a change makes old, by the first word of the key. */
const KEYS = {
  order: ['orders', 'dashboard', 'conversations'],
  task: ['tasks', 'dashboard'],
  appointment: ['appointments', 'dashboard'],
  client: ['clients'],
  model: ['models'],
  conversation: ['conversations'],
  /** Somebody was merged or erased: what names them. */
  person: ['orders', 'tasks', 'appointments', 'conversations', 'dashboard'],
  /** A fitting was written down: its order, the tasks it made, the measurements, its appointment. */
  fitting: ['orders', 'tasks', 'appointments', 'clients', 'dashboard'],
} as const satisfies Record<Resource, readonly string[]> & Record<string, readonly string[]>;

/**
 * Reads again what a change made old.
 * @param threads whether the messages on screen are among it; they come by themselves while the line is open
 */
export const readAgain = (queryClient: QueryClient, what: keyof typeof KEYS, threads = true): Promise<unknown> =>
  Promise.all(
    KEYS[what].map((key) =>
      queryClient.invalidateQueries({
        queryKey: [key],
        predicate: ({ queryKey }) => threads || queryKey[1] !== 'messages',
      }),
    ),
  );
