'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ClientDto } from '../clients/dto';
import type { MeasurementSetDto } from '../clients/measurement-dto';
import type { addMeasurementsInput } from '../clients/measurement-schemas';
import type {
  createClientInput,
  editClientInput,
  DuplicateRule,
  FindKnownClientsQuery,
  ImportDto,
  ImportResultDto,
  KnownClientDto,
  mergeClientInput,
  MergePreviewDto,
} from '../clients/schemas';
import { api } from './api';
import { keepAnswer } from './keep-answer';
import { readAll, searchOf } from './read-all';
import { readAgain } from './read-again';
import { usePages } from './use-pages';
import type { Page } from '../pages';

const ROOT = '/api/clients';
const of = (id: string) => `${ROOT}/${id}`;

/** What the list is narrowed by. */
export interface ClientFilters {
  q?: string;
  tag?: string;
  archived?: boolean;
}

/** Keys start with the resource, so that a `changed` frame makes all of them read again. */
const clientKeys = {
  list: (filters: ClientFilters) => ['clients', 'list', filters] as const,
  one: (id: string) => ['clients', 'one', id] as const,
  known: (query: FindKnownClientsQuery) => ['clients', 'known', query] as const,
  merge: (id: string, intoId: string | null) => ['clients', 'merge', id, intoId] as const,
  measurements: (id: string) => ['clients', 'measurements', id] as const,
  imports: ['clients', 'imports'] as const,
};

/**
 * The files that fit, as far as they were asked for.
 * @param initial the first page of a list that nothing narrows
 */
export const useClients = (filters: ClientFilters, initial?: Page<ClientDto>) =>
  usePages<ClientDto>(
    clientKeys.list(filters),
    ROOT,
    { ...filters, archived: filters.archived ? 'true' : undefined },
    initial,
  );

export const useClient = (initialData: ClientDto) =>
  useQuery({
    queryKey: clientKeys.one(initialData.id),
    queryFn: ({ signal }) => api<ClientDto>(of(initialData.id), { signal }),
    initialData,
  });

export const useMeasurements = (clientId: string, initialData: MeasurementSetDto[]) =>
  useQuery({
    queryKey: clientKeys.measurements(clientId),
    queryFn: ({ signal }) => readAll<MeasurementSetDto>(`${of(clientId)}/measurements`, {}, signal),
    initialData,
  });

export function useCreateClient() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: { body: z.input<typeof createClientInput>; key: string }) =>
      api<ClientDto>(ROOT, { body: input.body, idempotencyKey: input.key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['clients'] }),
  });
}

export function useEditClient(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof editClientInput>) => api<ClientDto>(of(id), { method: 'PATCH', body }),
    onSuccess: async (saved) => {
      await keepAnswer(queryClient, clientKeys.one(id), saved);
      return queryClient.invalidateQueries({ queryKey: ['clients', 'list'] });
    },
  });
}

/** Suspends the client's account, or lifts it. */
export function useSuspendClient(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (suspended: boolean) => api<ClientDto>(`${of(id)}/account`, { method: 'PATCH', body: { suspended } }),
    onSuccess: async (saved) => {
      await keepAnswer(queryClient, clientKeys.one(id), saved);
      return queryClient.invalidateQueries({ queryKey: ['clients', 'list'] });
    },
  });
}

/** The files this person may have already; nothing is asked of a name or number that is hardly begun. */
export const useKnownClients = (query: FindKnownClientsQuery) =>
  useQuery({
    queryKey: clientKeys.known(query),
    queryFn: ({ signal }) =>
      api<{ items: KnownClientDto[] }>(`${ROOT}/known?${searchOf({ ...query }).toString()}`, { signal }),
    enabled: Object.values(query).some((text) => text !== undefined && text.length > 2),
    placeholderData: (before) => before,
  });

/** What merging a file into another would do; nothing is asked until the other one is chosen. */
export const useMergePreview = (id: string, intoId: string | null) =>
  useQuery({
    queryKey: clientKeys.merge(id, intoId),
    queryFn: ({ signal }) => api<MergePreviewDto>(`${of(id)}/merge?intoId=${intoId}`, { signal }),
    enabled: intoId !== null,
  });

/** Merges a file into another; everything that named it is read again. */
export function useMergeClients(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: z.input<typeof mergeClientInput>) => api<ClientDto>(`${of(id)}/merge`, { body }),
    onSuccess: async (merged) => {
      queryClient.removeQueries({ queryKey: clientKeys.one(id) });
      await keepAnswer(queryClient, clientKeys.one(merged.id), merged);
      void readAgain(queryClient, 'person');
      return queryClient.invalidateQueries({ queryKey: ['clients', 'list'] });
    },
  });
}

/** What is decided about a table: how its columns are read, and which rows are whom. */
export interface ImportDecisions {
  duplicates: DuplicateRule;
  /** By the place of the column: a field, `-` for none, empty for what the header says. */
  columns: string[];
  same: number[];
  apart: number[];
  alone: number[];
  /** Changes as `38.phone`: those that are not wanted, and doubtful ones that are. */
  leave: string[];
  take: string[];
}
type ImportRequest = ImportDecisions & { file: Blob; dryRun: boolean };

/** Reads a table of people: as a rehearsal that writes nothing, or for good. */
export function useImportClients() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: ({ file, dryRun, duplicates, ...lists }: ImportRequest) => {
      const query = new URLSearchParams({ duplicates });
      if (dryRun) query.set('dryRun', '1');
      for (const [name, list] of Object.entries(lists)) if (list.length > 0) query.set(name, list.join(','));
      return api<ImportResultDto>(`${ROOT}/import?${query.toString()}`, { csv: file });
    },
    onSuccess: ({ dryRun }) => (dryRun ? undefined : queryClient.invalidateQueries({ queryKey: ['clients'] })),
  });
}

/** The imports of the last thirty days that I may take back. */
export const useImports = (initialData: { items: ImportDto[] }) =>
  useQuery({
    queryKey: clientKeys.imports,
    queryFn: ({ signal }) => api<{ items: ImportDto[] }>(`${ROOT}/imports`, { signal }),
    initialData,
  });

/** Takes an import back; the files that it opened are no more. */
export function useUndoImport() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<ImportDto>(`${ROOT}/imports/${id}/undo`, { method: 'POST' }),
    onSuccess: async (undone) => {
      await keepAnswer<{ items: ImportDto[] }>(
        queryClient,
        clientKeys.imports,
        (now) => now && { items: now.items.map((one) => (one.id === undone.id ? undone : one)) },
      );
      void readAgain(queryClient, 'client');
    },
  });
}

/** Where the table of the house is downloaded, narrowed as the list is. */
export const exportPath = (filters: ClientFilters, locale: string): string => {
  const query = new URLSearchParams({ locale });
  if (filters.q) query.set('q', filters.q);
  if (filters.tag) query.set('tag', filters.tag);
  if (filters.archived) query.set('archived', 'true');
  return `${ROOT}/export?${query.toString()}`;
};

/** Erases a person for good. */
export function useEraseClient(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => api<void>(of(id), { method: 'DELETE' }),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: clientKeys.one(id) });
      void readAgain(queryClient, 'person');
      return queryClient.invalidateQueries({ queryKey: ['clients', 'list'] });
    },
  });
}

/** Adds a set to a client's history; without a client, to one's own. */
export function useAddMeasurements(clientId: string | undefined) {
  const queryClient = useQueryClient();
  const path = clientId === undefined ? '/api/me/measurements' : `${of(clientId)}/measurements`;
  return useMutation({
    mutationFn: (input: { body: z.input<typeof addMeasurementsInput>; key: string }) =>
      api<MeasurementSetDto>(path, { body: input.body, idempotencyKey: input.key }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['clients'] }),
  });
}
