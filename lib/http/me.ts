'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Me } from '../auth/schemas';
import { api } from './api';

export const ME_KEY = ['me'] as const;

/** My own account. */
export const useMe = (initialData?: Me) =>
  useQuery({ queryKey: ME_KEY, queryFn: ({ signal }) => api<Me>('/api/me', { signal }), initialData });

/** Says whether I can be written to; shown at once, put back if it is refused. */
export function useSetAvailable() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: { available: boolean; version: number }) =>
      api<Me>('/api/me', { method: 'PATCH', body: change }),
    onMutate: ({ available }) => {
      const before = client.getQueryData<Me>(ME_KEY);
      if (before) client.setQueryData<Me>(ME_KEY, { ...before, available });
      return before;
    },
    onError: (_error, _change, before) => client.setQueryData(ME_KEY, before),
    onSuccess: (me) => client.setQueryData(ME_KEY, me),
    onSettled: () => client.invalidateQueries({ queryKey: ['couturiers'] }),
  });
}
