'use client';

import { useMutation } from '@tanstack/react-query';
import type { EditFirstStepsInput, FirstStepsDto } from '../begin/schemas';
import { api } from './api';

/** Leaves a first step as it was proposed, or puts the first steps away. */
export const useEditFirstSteps = () =>
  useMutation({
    mutationFn: (change: EditFirstStepsInput) =>
      api<FirstStepsDto>('/api/begin/first-steps', { method: 'PATCH', body: change }),
  });
