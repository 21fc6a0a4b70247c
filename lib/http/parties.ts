'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type {
  addMemberInput,
  createPartyInput,
  editMemberInput,
  editPartyInput,
  PartyDto,
  withdrawMemberInput,
} from '../parties/schemas';
import { api } from './api';
import { keepAnswer } from './keep-answer';

const ROOT = '/api/parties';
const oneKey = (id: string) => ['parties', 'one', id] as const;
const ofMember = (id: string, n: number) => `${ROOT}/${id}/members/${n}`;

export const useParty = (initialData: PartyDto) =>
  useQuery({
    queryKey: oneKey(initialData.id),
    queryFn: ({ signal }) => api<PartyDto>(`${ROOT}/${initialData.id}`, { signal }),
    initialData,
  });

export const useCreateParty = () =>
  useMutation({
    mutationFn: ({ body, key }: { body: z.input<typeof createPartyInput>; key: string }) =>
      api<PartyDto>(ROOT, { body, idempotencyKey: key }),
  });

function usePartyMutation<Input>(id: string, run: (input: Input) => Promise<PartyDto>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (party) => keepAnswer(queryClient, oneKey(id), party),
  });
}

export const useEditParty = (id: string) =>
  usePartyMutation(id, (body: z.input<typeof editPartyInput>) =>
    api<PartyDto>(`${ROOT}/${id}`, { method: 'PATCH', body }),
  );

export const useAddMember = (id: string) =>
  usePartyMutation(id, ({ body, key }: { body: z.input<typeof addMemberInput>; key: string }) =>
    api<PartyDto>(`${ROOT}/${id}/members`, { body, idempotencyKey: key }),
  );

export const useEditMember = (id: string, n: number) =>
  usePartyMutation(id, (body: z.input<typeof editMemberInput>) =>
    api<PartyDto>(ofMember(id, n), { method: 'PATCH', body }),
  );

export const useWithdrawMember = (id: string, n: number) =>
  usePartyMutation(id, (body: z.input<typeof withdrawMemberInput>) =>
    api<PartyDto>(`${ofMember(id, n)}/withdrawal`, { body }),
  );

export const useReturnMember = (id: string) =>
  usePartyMutation(id, (n: number) => api<PartyDto>(`${ofMember(id, n)}/withdrawal`, { method: 'DELETE' }));
