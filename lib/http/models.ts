'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { UploadedFileDto } from '../files/schemas';
import type { ModelInput } from '../models/draft';
import type { ModelDto, ModelStatus } from '../models/schemas';
import type { Page } from '../pages';
import { api } from './api';
import { keepAnswer } from './keep-answer';
import { newKey } from './new-key';
import { usePages } from './use-pages';

const ROOT = '/api/models';

/** Keys start with the resource, so that a `changed` frame makes all of them read again. */
const modelKeys = {
  all: ['models'] as const,
  list: (status: ModelStatus, q: string) => ['models', 'list', status, q] as const,
  one: (id: string) => ['models', 'one', id] as const,
};

/** The models of one status, as far as they were asked for. */
export const useModels = (status: ModelStatus, q: string, initial?: Page<ModelDto>) =>
  usePages<ModelDto>(modelKeys.list(status, q), ROOT, { status, q }, initial);

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
