'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { UploadedFile } from '../files/schemas';
import type { ModelBody } from '../models/draft';
import type { Model, ModelStatus } from '../models/schemas';
import type { Page } from '../pagination';
import { api } from './api';

const ROOT = '/api/models';

/** Keys start with the resource, so that a `changed` frame makes all of them read again. */
export const modelKeys = {
  all: ['models'] as const,
  list: (status: ModelStatus, q: string) => ['models', 'list', status, q] as const,
  one: (id: string) => ['models', 'one', id] as const,
};

/** All models of one status; a house has some hundreds at most. */
async function readAll(status: ModelStatus, q: string, signal: AbortSignal): Promise<Model[]> {
  const items: Model[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ status, limit: '100', ...(q ? { q } : {}), ...(cursor ? { cursor } : {}) });
    const page: Page<Model> = await api(`${ROOT}?${query.toString()}`, { signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return items;
}

export const useModels = (status: ModelStatus, q: string, initial?: Model[]) =>
  useQuery({
    queryKey: modelKeys.list(status, q),
    queryFn: ({ signal }) => readAll(status, q, signal),
    initialData: initial,
    placeholderData: keepPreviousData,
  });

export const useModel = (initial: Model) =>
  useQuery({
    queryKey: modelKeys.one(initial.id),
    queryFn: ({ signal }) => api<Model>(`${ROOT}/${initial.id}`, { signal }),
    initialData: initial,
  });

/** Makes a model; a retry of the same body makes it once. */
export function useCreateModel() {
  const queries = useQueryClient();
  const wish = useRef<{ body: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (body: ModelBody & { status?: 'draft' | 'published' }) => {
      const text = JSON.stringify(body);
      if (wish.current?.body !== text) wish.current = { body: text, key: crypto.randomUUID() };
      return api<Model>(ROOT, { body, idempotencyKey: wish.current.key });
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: modelKeys.all }),
  });
}

/** Edits, publishes or archives; the answer is the model as it is now. */
export function useEditModel(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<ModelBody> & { version: number; status?: ModelStatus }) =>
      api<Model>(`${ROOT}/${id}`, { method: 'PATCH', body }),
    onSuccess: (model) => {
      queries.setQueryData(modelKeys.one(id), model);
      return queries.invalidateQueries({ queryKey: modelKeys.all, predicate: ({ queryKey }) => queryKey[1] !== 'one' });
    },
  });
}

/** Sends one picture for a model. */
export function sendPicture(file: File): Promise<UploadedFile> {
  const form = new FormData();
  form.set('purpose', 'model');
  form.set('file', file);
  return api<UploadedFile>('/api/files', { form });
}
