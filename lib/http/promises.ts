'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PromiseDto, PromiseQuery } from '../promises/schemas';
import { api } from './api';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the house can say of a day; the last answer stays while the next is on its way. Nothing is asked without a piece. */
export function usePromise(query: PromiseQuery) {
  const isDay = (one: string | undefined) => (one && DAY.test(one) ? one : undefined);
  const asked = { ...query, day: isDay(query.day), eventDay: isDay(query.eventDay) };
  const search = new URLSearchParams(
    Object.entries(asked).flatMap(([key, value]): [string, string][] => (value ? [[key, String(value)]] : [])),
  ).toString();
  return useQuery({
    queryKey: ['promises', search],
    queryFn: ({ signal }) => api<PromiseDto>(`/api/promises?${search}`, { signal }),
    enabled: Boolean(asked.orderId ?? asked.garment ?? asked.minutes),
    placeholderData: keepPreviousData,
  });
}
