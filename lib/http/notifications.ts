'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NotificationPageDto } from '../notifications/schemas';
import { api } from './api';
import { keepAnswer } from './keep-answer';

export const NOTIFICATIONS_KEY = ['notifications'] as const;

/** The newest notifications and the number of unread ones. */
export const useNotifications = (initialData?: NotificationPageDto) =>
  useQuery({
    queryKey: NOTIFICATIONS_KEY,
    queryFn: ({ signal }) => api<NotificationPageDto>('/api/notifications?limit=50', { signal }),
    initialData,
    staleTime: 30_000,
  });

/** Marks some, or all, as read; the list shows it at once. */
export function useReadNotifications() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (ids?: string[]) => api<{ unread: number }>('/api/notifications/read', { body: ids ? { ids } : {} }),
    onMutate: (ids) =>
      keepAnswer<NotificationPageDto>(queryClient, NOTIFICATIONS_KEY, (list) => {
        if (!list) return list;
        const items = list.items.map((one) => (!ids || ids.includes(one.id) ? { ...one, read: true } : one));
        const gone = list.items.filter((one) => !one.read && (!ids || ids.includes(one.id))).length;
        return { ...list, items, unread: ids ? Math.max(0, list.unread - gone) : 0 };
      }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: NOTIFICATIONS_KEY }),
  });
}
