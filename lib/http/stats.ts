'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { StatsDto } from '../stats/schemas';
import { api } from './api';
import { orderKeys } from './orders';

/** The figures of a period; what is on screen stays until the next are there. Old as soon as an order changes. */
export const useStats = (days: { from: string; to: string }, initial: StatsDto | undefined) =>
  useQuery({
    queryKey: [...orderKeys.all, 'stats', days],
    queryFn: ({ signal }) => api<StatsDto>(`/api/stats?from=${days.from}&to=${days.to}`, { signal }),
    initialData: initial,
    placeholderData: keepPreviousData,
  });
