'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BackupsDto } from '../backup/schemas';
import { api } from './api';
import { keepAnswer } from './keep-answer';

const BACKUPS_KEY = ['backups'] as const;
const LOOK_EVERY_MS = 2_000;

/** The backups of the house; looked at again and again while one is being made. */
export const useBackups = (initialData: BackupsDto) =>
  useQuery({
    queryKey: BACKUPS_KEY,
    queryFn: ({ signal }) => api<BackupsDto>('/api/house/backups', { signal }),
    initialData,
    refetchInterval: ({ state }) => (state.data?.running ? LOOK_EVERY_MS : false),
  });

/** Begins one. */
export function useMakeBackup() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api<BackupsDto>('/api/house/backups', { method: 'POST' }),
    onSuccess: (backups) => keepAnswer(queryClient, BACKUPS_KEY, backups),
  });
}
