'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CalendarAddressDto,
  CalendarStateDto,
  DeviceSessionDto,
  EraseMeInput,
  MeDto,
  EditMeInput,
  ChangePasswordInput,
} from '../auth/schemas';
import type { NotificationSettingsDto, EditNotificationSettingsInput } from '../notifications/schemas';
import type { Page } from '../pages';
import { api } from './api';
import { keepAnswer } from './keep-answer';

const ME_KEY = ['me'] as const;

/** My own account. */
export const useMe = (initialData?: MeDto) =>
  useQuery({ queryKey: ME_KEY, queryFn: ({ signal }) => api<MeDto>('/api/me', { signal }), initialData });

/** Says whether I can be written to; shown at once, put back if it is refused. */
export function useSetAvailable() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: { available: boolean; version: number }) =>
      api<MeDto>('/api/me', { method: 'PATCH', body: change }),
    onMutate: async ({ available }) => {
      const before = queryClient.getQueryData<MeDto>(ME_KEY);
      await keepAnswer<MeDto>(queryClient, ME_KEY, (me) => me && { ...me, available });
      return before;
    },
    onError: (_error, _change, before) => before && keepAnswer(queryClient, ME_KEY, before),
    onSuccess: (me) => keepAnswer(queryClient, ME_KEY, me),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['couturiers'] }),
  });
}

/** Changes my own account. */
export function useEditMe() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: EditMeInput) => api<MeDto>('/api/me', { method: 'PATCH', body: change }),
    onSuccess: (me) => keepAnswer(queryClient, ME_KEY, me),
  });
}

/** Shows by the link of a mail that my address is mine. */
export const proveAddress = (token: string): Promise<void> =>
  api(`/api/me/address-proofs/${encodeURIComponent(token)}`, { method: 'POST' });

/** Has such a link sent to me. */
export const useSendAddressProof = () =>
  useMutation({ mutationFn: () => api<void>('/api/me/address-proofs', { method: 'POST' }) });

/** Changes my password; every other device is signed out. */
export function useChangePassword() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangePasswordInput) => api<void>('/api/me/password', { body: change }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: SESSIONS_KEY }),
  });
}

const SESSIONS_KEY = ['sessions'] as const;

/** My signed-in devices. */
export const useSessions = (initialData: Page<DeviceSessionDto>) =>
  useQuery({
    queryKey: SESSIONS_KEY,
    queryFn: ({ signal }) => api<Page<DeviceSessionDto>>('/api/me/sessions?limit=100', { signal }),
    initialData,
  });

/** Signs one of my devices out. */
export function useEndSession() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<void>(`/api/me/sessions/${id}`, { method: 'DELETE' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: SESSIONS_KEY }),
  });
}

/** Signs me out everywhere, here too. */
export const useEndAllSessions = () =>
  useMutation({ mutationFn: () => api<void>('/api/me/sessions/end-all', { method: 'POST' }) });

const CALENDAR_KEY = ['me', 'calendar'] as const;

/** Whether a calendar app may read my appointments. */
export const useCalendar = () =>
  useQuery({
    queryKey: CALENDAR_KEY,
    queryFn: ({ signal }) => api<CalendarStateDto>('/api/me/calendar', { signal }),
  });

/** Makes a new secret address, told once. */
export function useOpenCalendar() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api<CalendarAddressDto>('/api/me/calendar', { method: 'POST' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: CALENDAR_KEY }),
  });
}

/** My secret address stops answering. */
export function useCloseCalendar() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api<void>('/api/me/calendar', { method: 'DELETE' }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: CALENDAR_KEY }),
  });
}

const NOTIFICATION_SETTINGS_KEY = ['me', 'notificationSettings'] as const;

/** My notification settings: in the app, by e-mail, on devices. */
export const useNotificationSettings = () =>
  useQuery({
    queryKey: NOTIFICATION_SETTINGS_KEY,
    queryFn: ({ signal }) => api<NotificationSettingsDto>('/api/me/notification-settings', { signal }),
  });

/** Changes some of my choices. */
export function useEditNotificationSettings() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: EditNotificationSettingsInput) =>
      api<NotificationSettingsDto>('/api/me/notification-settings', { method: 'PATCH', body }),
    onSuccess: (settings) => keepAnswer(queryClient, NOTIFICATION_SETTINGS_KEY, settings),
  });
}

/** Where my own archive is downloaded. */
export const EXPORT_PATH = '/api/me/export';

/** Erases my account; there is no page of mine to read again afterwards. */
export const useEraseMe = () =>
  useMutation({ mutationFn: (body: EraseMeInput) => api<void>('/api/me', { method: 'DELETE', body }) });
