'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AbsenceDto,
  AddAbsenceInput,
  AgreeWeekInput,
  EditAbsenceInput,
  HandDto,
  HandsDto,
} from '../absences/schemas';
import { api } from './api';

const HANDS_KEY = ['hands'] as const;
const of = (staffId: string) => `/api/staff/${staffId}`;

/** Hours and absences of the people one may change. */
export const useHands = (initialData: HandsDto) =>
  useQuery({
    queryKey: HANDS_KEY,
    queryFn: ({ signal }) => api<HandsDto>('/api/hands', { signal }),
    initialData,
  });

function useHandMutation<Input, Output>(run: (input: Input) => Promise<Output>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    // Waited for: what was saved and the list that shows it are one step.
    onSettled: () =>
      Promise.all(
        [HANDS_KEY, ['staff'], ['couturiers']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      ),
  });
}

interface Of {
  staffId: string;
}

export const useAddAbsence = () =>
  useHandMutation(({ staffId, key, body }: Of & { key: string; body: AddAbsenceInput }) =>
    api<AbsenceDto>(`${of(staffId)}/absences`, { body, idempotencyKey: key }),
  );

export const useEditAbsence = () =>
  useHandMutation(({ staffId, id, body }: Of & { id: string; body: EditAbsenceInput }) =>
    api<AbsenceDto>(`${of(staffId)}/absences/${id}`, { method: 'PATCH', body }),
  );

export const useWithdrawAbsence = () =>
  useHandMutation(({ staffId, id }: Of & { id: string }) =>
    api<void>(`${of(staffId)}/absences/${id}`, { method: 'DELETE' }),
  );

/** Other hours and working days from a day on. */
export const useAgreeWeek = () =>
  useHandMutation(({ staffId, ...body }: Of & AgreeWeekInput) => api<HandDto>(`${of(staffId)}/weeks`, { body }));
