'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { FittingSheetDto, createFittingSheetInput } from '../fittings/schemas';
import { api } from './api';
import { readAgain } from './read-again';

/** Writes down a fitting; its order, its tasks, the measurements and the appointment are read again. */
export function useCreateFittingSheet(appointmentId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ body, key }: { body: z.input<typeof createFittingSheetInput>; key: string }) =>
      api<FittingSheetDto>(`/api/appointments/${appointmentId}/fitting-sheet`, { body, idempotencyKey: key }),
    onSuccess: () => readAgain(queryClient, 'fitting'),
  });
}
