'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DashboardDto, RemindClientInput } from '../dashboard/schemas';
import type { TaskDto } from '../tasks/dto';
import { api } from './api';
import { keepAnswer } from './keep-answer';

const ROOT = '/api/dashboard';
const DASHBOARD = ['dashboard'] as const;
const MINUTE = 60_000;

/** The couturier's day: read again when something of it changes, and each five minutes for what the clock alone moves. */
export const useDashboard = (initialData: DashboardDto) =>
  useQuery({
    queryKey: DASHBOARD,
    queryFn: ({ signal }) => api<DashboardDto>(ROOT, { signal }),
    initialData,
    refetchInterval: 5 * MINUTE,
  });

/** Ticks or unticks a task of the day: at once on screen, back where it was when the house refuses. */
export function useTickTask() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, done }: { id: string; done: boolean }) =>
      api<TaskDto>(`/api/tasks/${id}/move`, { body: { status: done ? 'done' : 'todo' } }),
    onMutate: async ({ id, done }) => {
      const before = queryClient.getQueryData<DashboardDto>(DASHBOARD);
      const doneAt = new Date().toISOString();
      await keepAnswer<DashboardDto>(
        queryClient,
        DASHBOARD,
        (now) =>
          now && {
            ...now,
            tasks: now.tasks.map((task) =>
              task.id === id ? { ...task, status: done ? 'done' : 'todo', doneAt: done ? doneAt : undefined } : task,
            ),
          },
      );
      return before;
    },
    onError: (_error, _input, before) => before && keepAnswer(queryClient, DASHBOARD, before),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: DASHBOARD }),
        queryClient.invalidateQueries({ queryKey: ['tasks'] }),
      ]),
  });
}

export const useRemindClient = () =>
  useMutation({ mutationFn: (body: RemindClientInput) => api<undefined>(`${ROOT}/reminders`, { body }) });
