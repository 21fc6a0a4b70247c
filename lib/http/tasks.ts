'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Page } from '../pagination';
import type { Task } from '../tasks/dto';
import { placeInBoard } from '../tasks/rules';
import type { taskInput, taskMove, taskPatch } from '../tasks/schemas';
import { api } from './api';

const ROOT = '/api/tasks';
const of = (id: string) => `${ROOT}/${id}`;
const BOARD = ['tasks', 'board'] as const;
const DONE_DAYS = 30;

async function readBoard(signal: AbortSignal): Promise<Task[]> {
  const items: Task[] = [];
  const query = new URLSearchParams({ limit: '100' });
  query.set('doneSince', new Date(Date.now() - DONE_DAYS * 86_400_000).toISOString());
  for (;;) {
    const page = await api<Page<Task>>(`${ROOT}?${query.toString()}`, { signal });
    items.push(...page.items);
    if (page.nextCursor === null) return items;
    query.set('cursor', page.nextCursor);
  }
}

/** Everything open, and what was done in the last thirty days. */
export const useBoard = (initialData: Task[]) =>
  useQuery({ queryKey: BOARD, queryFn: ({ signal }) => readBoard(signal), initialData });

/** The tasks of one order, done ones too. */
export const useOrderTasks = (orderId: string, initialData?: Task[]) =>
  useQuery({
    queryKey: ['tasks', 'order', orderId],
    queryFn: async ({ signal }) =>
      (await api<Page<Task>>(`${ROOT}?${new URLSearchParams({ orderId, limit: '100' }).toString()}`, { signal })).items,
    initialData,
  });

/** The tasks of one client, done ones too; for the atelier. */
export const useClientTasks = (clientId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['tasks', 'client', clientId],
    queryFn: async ({ signal }) =>
      (await api<Page<Task>>(`${ROOT}?${new URLSearchParams({ clientId, limit: '100' }).toString()}`, { signal }))
        .items,
    enabled,
  });

export function useCreateTask() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: { body: z.input<typeof taskInput>; key: string }) =>
      api<Task>(ROOT, { body: input.body, idempotencyKey: input.key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

export function useEditTask() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: z.input<typeof taskPatch> & { id: string }) =>
      api<Task>(of(id), { method: 'PATCH', body }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

export function useDeleteTask() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<undefined>(of(id), { method: 'DELETE' }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

/** Moves on screen at once; what the server refuses goes back to where it was. */
export function useMoveTask() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: z.input<typeof taskMove> & { id: string }) => api<Task>(`${of(id)}/move`, { body }),
    onMutate: async ({ id, status, beforeId }) => {
      await cache.cancelQueries({ queryKey: BOARD });
      const before = cache.getQueryData<Task[]>(BOARD);
      if (before) cache.setQueryData(BOARD, placeInBoard(before, id, status, beforeId ?? undefined));
      return { before };
    },
    onError: (_error, _input, context) => {
      if (context?.before) cache.setQueryData(BOARD, context.before);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
