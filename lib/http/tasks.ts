'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { daysLater } from '../calendar';
import type { TaskDto } from '../tasks/dto';
import { placeInBoard } from '../tasks/rules';
import type { createTaskInput, moveTaskInput, editTaskInput } from '../tasks/schemas';
import { api } from './api';
import { keepAnswer } from './keep-answer';
import { readAll } from './read-all';

const ROOT = '/api/tasks';
const of = (id: string) => `${ROOT}/${id}`;
const BOARD = ['tasks', 'board'] as const;
const DONE_DAYS = 30;

/** Everything open, and what was done in the last thirty days. */
export const useBoard = (initialData: TaskDto[]) =>
  useQuery({
    queryKey: BOARD,
    queryFn: ({ signal }) =>
      readAll<TaskDto>(ROOT, { doneSince: daysLater(Date.now(), -DONE_DAYS).toISOString() }, signal),
    initialData,
  });

/** The tasks of one order, done ones too. */
export const useOrderTasks = (orderId: string, initialData?: TaskDto[]) =>
  useQuery({
    queryKey: ['tasks', 'order', orderId],
    queryFn: ({ signal }) => readAll<TaskDto>(ROOT, { orderId }, signal),
    initialData,
  });

/** The tasks of one client, done ones too; for the atelier. */
export const useClientTasks = (clientId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['tasks', 'client', clientId],
    queryFn: ({ signal }) => readAll<TaskDto>(ROOT, { clientId }, signal),
    enabled,
  });

export function useCreateTask() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: { body: z.input<typeof createTaskInput>; key: string }) =>
      api<TaskDto>(ROOT, { body: input.body, idempotencyKey: input.key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

export function useEditTask() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: z.input<typeof editTaskInput> & { id: string }) =>
      api<TaskDto>(of(id), { method: 'PATCH', body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

export function useDeleteTask() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<undefined>(of(id), { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

/** Moves on screen at once; what the server refuses goes back to where it was. */
export function useMoveTask() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: z.input<typeof moveTaskInput> & { id: string }) =>
      api<TaskDto>(`${of(id)}/move`, { body }),
    onMutate: async ({ id, status, beforeId }) => {
      const before = queryClient.getQueryData<TaskDto[]>(BOARD);
      await keepAnswer<TaskDto[]>(
        queryClient,
        BOARD,
        (tasks) => tasks && placeInBoard(tasks, id, status, beforeId ?? undefined),
      );
      return before;
    },
    onError: (_error, _input, before) => before && keepAnswer(queryClient, BOARD, before),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
