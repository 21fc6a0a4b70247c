'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Dashboard, ReminderInput } from '../dashboard/schemas';
import type { Task } from '../tasks/dto';
import { api } from './api';

const ROOT = '/api/dashboard';
const TODAY = ['today'] as const;
const MINUTE = 60_000;

/** The couturier's day: read again when something of it changes, and each five minutes for what the clock alone moves. */
export const useDashboard = (initialData: Dashboard) =>
  useQuery({
    queryKey: TODAY,
    queryFn: ({ signal }) => api<Dashboard>(ROOT, { signal }),
    initialData,
    refetchInterval: 5 * MINUTE,
  });

/** Ticks or unticks a task of the day: at once on screen, back where it was when the house refuses. */
export function useTickTask() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, done }: { id: string; done: boolean }) =>
      api<Task>(`/api/tasks/${id}/move`, { body: { status: done ? 'done' : 'todo' } }),
    onMutate: async ({ id, done }) => {
      await cache.cancelQueries({ queryKey: TODAY });
      const before = cache.getQueryData<Dashboard>(TODAY);
      const doneAt = new Date().toISOString();
      if (before)
        cache.setQueryData<Dashboard>(TODAY, {
          ...before,
          tasks: before.tasks.map((task) =>
            task.id === id ? { ...task, status: done ? 'done' : 'todo', doneAt: done ? doneAt : undefined } : task,
          ),
        });
      return { before };
    },
    onError: (_error, _input, context) => {
      if (context?.before) cache.setQueryData(TODAY, context.before);
    },
    onSettled: () =>
      Promise.all([cache.invalidateQueries({ queryKey: TODAY }), cache.invalidateQueries({ queryKey: ['tasks'] })]),
  });
}

export const useRemindClient = () =>
  useMutation({ mutationFn: (body: ReminderInput) => api<undefined>(`${ROOT}/reminders`, { body }) });
