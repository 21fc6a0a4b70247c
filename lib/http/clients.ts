'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { Client } from '../clients/dto';
import type { MeasurementSet } from '../clients/measurement-dto';
import type { measurementInput } from '../clients/measurement-schemas';
import type { clientInput, clientPatch } from '../clients/schemas';
import { api } from './api';
import { readAll } from './read-all';

const ROOT = '/api/clients';
const of = (id: string) => `${ROOT}/${id}`;

/** What the list is narrowed by. */
export interface ClientFilters {
  q?: string;
  tag?: string;
  archived?: boolean;
}

/** Keys start with the resource, so that a `changed` frame makes all of them read again. */
export const clientKeys = {
  list: (filters: ClientFilters) => ['clients', 'list', filters] as const,
  one: (id: string) => ['clients', 'one', id] as const,
  measurements: (id: string) => ['clients', 'measurements', id] as const,
};

/** Every file that fits. */
export const useClients = (filters: ClientFilters, initialData?: Client[]) =>
  useQuery({
    queryKey: clientKeys.list(filters),
    queryFn: ({ signal }) => readAll<Client>(ROOT, { ...filters, archived: filters.archived && 'true' }, signal),
    initialData,
    placeholderData: (before) => before,
  });

export const useClient = (initialData: Client) =>
  useQuery({
    queryKey: clientKeys.one(initialData.id),
    queryFn: ({ signal }) => api<Client>(of(initialData.id), { signal }),
    initialData,
  });

export const useMeasurements = (clientId: string, initialData: MeasurementSet[]) =>
  useQuery({
    queryKey: clientKeys.measurements(clientId),
    queryFn: ({ signal }) => readAll<MeasurementSet>(`${of(clientId)}/measurements`, {}, signal),
    initialData,
  });

export function useCreateClient() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (input: { body: z.input<typeof clientInput>; key: string }) =>
      api<Client>(ROOT, { body: input.body, idempotencyKey: input.key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['clients'] }),
  });
}

export function useEditClient(id: string) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof clientPatch>) => api<Client>(of(id), { method: 'PATCH', body }),
    onSuccess: (saved) => {
      cache.setQueryData(clientKeys.one(id), saved);
      return cache.invalidateQueries({ queryKey: ['clients', 'list'] });
    },
  });
}

/** Adds a set to a client's history; without a client, to one's own. */
export function useAddMeasurements(clientId: string | undefined) {
  const cache = useQueryClient();
  const path = clientId === undefined ? '/api/me/measurements' : `${of(clientId)}/measurements`;
  return useMutation({
    mutationFn: (input: { body: z.input<typeof measurementInput>; key: string }) =>
      api<MeasurementSet>(path, { body: input.body, idempotencyKey: input.key }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['clients'] }),
  });
}
