'use client';

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { UploadedFileDto } from '../files/schemas';
import type { ModelInput } from '../models/draft';
import type { ModelDto, ModelStatus } from '../models/schemas';
import { api } from './api';
import { keepAnswer } from './keep-answer';
import { newKey } from './new-key';
import { readAll } from './read-all';

const ROOT = '/api/models';

/** Keys start with the resource, so that a `changed` frame makes all of them read again. */
const modelKeys = {
  all: ['models'] as const,
  list: (status: ModelStatus, q: string) => ['models', 'list', status, q] as const,
  one: (id: string) => ['models', 'one', id] as const,
};

/** All models of one status. */
export const useModels = (status: ModelStatus, q: string, initial?: ModelDto[]) =>
  useQuery({
    queryKey: modelKeys.list(status, q),
    queryFn: ({ signal }) => readAll<ModelDto>(ROOT, { status, q }, signal),
    initialData: initial,
    placeholderData: keepPreviousData,
  });

/** Makes a model; a retry of the same body makes it once. */
export function useCreateModel() {
  const queryClient = useQueryClient();
  const wish = useRef<{ body: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (body: ModelInput & { status?: 'draft' | 'published' }) => {
      const text = JSON.stringify(body);
      if (wish.current?.body !== text) wish.current = { body: text, key: newKey() };
      return api<ModelDto>(ROOT, { body, idempotencyKey: wish.current.key });
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: modelKeys.all }),
  });
}

/** Edits, publishes or archives; the answer is the model as it is now. */
export function useEditModel(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: Partial<ModelInput> & { version: number; status?: ModelStatus }) =>
      api<ModelDto>(`${ROOT}/${id}`, { method: 'PATCH', body }),
    onSuccess: async (model) => {
      await keepAnswer(queryClient, modelKeys.one(id), model);
      return queryClient.invalidateQueries({
        queryKey: modelKeys.all,
        predicate: ({ queryKey }) => queryKey[1] !== 'one',
      });
    },
  });
}

/** Sends one picture for a model. */
export function sendPicture(file: File): Promise<UploadedFileDto> {
  const form = new FormData();
  form.set('purpose', 'model');
  form.set('file', file);
  return api<UploadedFileDto>('/api/files', { form });
}
