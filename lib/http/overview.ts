'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OverviewDto } from '../overview/schemas';
import type { TaskDto } from '../tasks/dto';
import { api } from './api';

const MINUTE = 60_000;

/** The whole house: read again when something of a day changes, and each five minutes for what the clock alone moves. */
export const useOverview = (initialData: OverviewDto) =>
  useQuery({
    queryKey: ['dashboard', 'house'],
    queryFn: ({ signal }) => api<OverviewDto>('/api/dashboard/house', { signal }),
    initialData,
    refetchInterval: 5 * MINUTE,
  });

/** Gives a task to somebody else, and the house is judged anew. */
export function useGiveTask() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: { id: string; version: number; assigneeId: string }) =>
      api<TaskDto>(`/api/tasks/${id}`, { method: 'PATCH', body }),
    onSettled: () =>
      Promise.all([['dashboard'], ['tasks']].map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
  });
}
