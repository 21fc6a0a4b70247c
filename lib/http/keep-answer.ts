import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Puts into the cache what the house answered to a change, or what the screen shows while it is asked. A reading that began
 * before is given up: it may have been made before the change, and would put back on the screen what is no more.
 * @param value the new value, or how it is made from the cached one
 */
export async function keepAnswer<T>(
  queryClient: QueryClient,
  queryKey: QueryKey,
  value: T | ((now: T | undefined) => T | undefined),
): Promise<void> {
  await queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData<T>(queryKey, value);
}
