'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CouturierDto,
  InvitationDto,
  CreateInvitationInput,
  InvitationLinkDto,
  StaffMemberDto,
  EditStaffInput,
} from '../auth/schemas';
import type { HouseDto, EditHouseInput } from '../house/schemas';
import type { Page } from '../pages';
import { api } from './api';
import { keepAnswer } from './keep-answer';
import { currentOf } from './refusal';
import { newKey } from './new-key';
import { readAll } from './read-all';

const HOUSE_KEY = ['house'] as const;
const STAFF_KEY = ['staff'] as const;
const INVITATIONS_KEY = ['invitations'] as const;

/** The house with all its settings. */
export const useHouse = (initialData: HouseDto) =>
  useQuery({ queryKey: HOUSE_KEY, queryFn: ({ signal }) => api<HouseDto>('/api/house', { signal }), initialData });

/** Changes settings; a refusal for a stale version brings the present house into the cache. */
export function useEditHouse() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: EditHouseInput) => api<HouseDto>('/api/house', { method: 'PATCH', body: change }),
    onSuccess: (house) => keepAnswer(queryClient, HOUSE_KEY, house),
    onError: async (error) => {
      const current = currentOf<HouseDto>(error);
      if (current) await keepAnswer(queryClient, HOUSE_KEY, current);
    },
  });
}

export const useStaff = (initialData: Page<StaffMemberDto>) =>
  useQuery({
    queryKey: STAFF_KEY,
    queryFn: ({ signal }) => api<Page<StaffMemberDto>>('/api/staff?limit=100', { signal }),
    initialData,
  });

export function useEditStaff() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: EditStaffInput & { id: string }) =>
      api<StaffMemberDto>(`/api/staff/${id}`, { method: 'PATCH', body: change }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: STAFF_KEY }),
  });
}

/** Takes all second keys of somebody who lost them; they are signed out everywhere. */
export function useClearSecondKeys() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<void>(`/api/staff/${id}/second-keys`, { method: 'DELETE' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: STAFF_KEY }),
  });
}

export const useInvitations = (initialData: Page<InvitationDto>) =>
  useQuery({
    queryKey: INVITATIONS_KEY,
    queryFn: ({ signal }) => api<Page<InvitationDto>>('/api/invitations?limit=100', { signal }),
    initialData,
  });

export function useInvite() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (invitation: CreateInvitationInput) =>
      api<InvitationDto>('/api/invitations', { body: invitation, idempotencyKey: newKey() }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: INVITATIONS_KEY }),
  });
}

export function useWithdrawInvitation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<void>(`/api/invitations/${id}`, { method: 'DELETE' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: INVITATIONS_KEY }),
  });
}

/** A link of an invitation to hand over; the one sent by e-mail serves no more. */
export const useHandInvitation = () =>
  useMutation({
    mutationFn: (id: string) => api<InvitationLinkDto>(`/api/invitations/${id}/link`, { method: 'POST' }),
  });

/** Everyone who sews here and is not gone. */
export const useCouturiers = () =>
  useQuery({
    queryKey: ['couturiers', 'all'],
    queryFn: ({ signal }) => readAll<CouturierDto>('/api/couturiers', {}, signal),
  });

/** How much work a couturier has. */
export const useWork = (id: string) =>
  useQuery({
    queryKey: [...STAFF_KEY, 'work', id],
    queryFn: ({ signal }) => api<{ orders: number; conversations: number }>(`/api/staff/${id}/transfer`, { signal }),
    // Counted each time it is asked: it is about to be handed over.
    gcTime: 0,
  });

/** Hands all a couturier has under way to another one. */
export function useTransferWork(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { couturierId: string; anywayReason?: string }) =>
      api<{ orders: number; conversations: number }>(`/api/staff/${id}/transfer`, { body }),
    onSettled: () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'messages' }),
  });
}
