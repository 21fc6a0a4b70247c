'use client';

import { useQuery } from '@tanstack/react-query';
import type { Page } from '../pages';
import { api } from './api';
import { searchOf } from './read-all';

/** As many as one looks through in an open list; whoever is not among them is found by typing. */
const SHOWN = '20';

/** The first of a resource that its search finds; without words the first of its list. */
export function useChoices<T>(resource: 'clients' | 'models' | 'orders', filters: { q: string; stage?: string }): T[] {
  const { data } = useQuery({
    queryKey: [resource, 'choices', filters],
    queryFn: ({ signal }) =>
      api<Page<T>>(`/api/${resource}?${searchOf({ ...filters, limit: SHOWN }).toString()}`, { signal }),
    placeholderData: (before) => before,
  });
  return data?.items ?? [];
}
