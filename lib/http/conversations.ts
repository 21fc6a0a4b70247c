'use client';

import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ConversationDto,
  ConversationPageDto,
  GalleryPageDto,
  MessagePageDto,
  StartConversationInput,
  UnreadDto,
} from '../chat/schemas';
import type { ConversationHead } from '../chat/heads';
import type { Page } from '../pages';
import { api } from './api';
import { keepAnswer } from './keep-answer';
import { refreshThread } from './messages';
import { newKey } from './new-key';

export const CONVERSATIONS_KEY = ['conversations'] as const;

const listKey = (filter: string, q: string) => ['conversations', 'list', filter, q] as const;
const oneKey = (id: string) => ['conversations', 'one', id] as const;
const UNREAD_KEY = ['conversations', 'unread'] as const;

export type ConversationFilter = 'all' | 'unread' | 'unanswered' | 'pinned';

/** One's conversations, by filter and words. */
export const useConversations = (filter: ConversationFilter, q: string, initialData?: ConversationPageDto) =>
  useQuery({
    queryKey: listKey(filter, q),
    queryFn: ({ signal }) =>
      api<ConversationPageDto>(
        `/api/conversations?limit=100&filter=${filter}${q ? `&q=${encodeURIComponent(q)}` : ''}`,
        {
          signal,
        },
      ),
    initialData: filter === 'all' && q === '' ? initialData : undefined,
    placeholderData: (previous) => previous,
    staleTime: 15_000,
  });

export const useConversation = (initialData: ConversationDto) =>
  useQuery({
    queryKey: oneKey(initialData.id),
    queryFn: ({ signal }) => api<ConversationDto>(`/api/conversations/${initialData.id}`, { signal }),
    initialData,
    staleTime: 15_000,
  });

export const useUnread = (initialData?: UnreadDto) =>
  useQuery({
    queryKey: UNREAD_KEY,
    queryFn: ({ signal }) => api<UnreadDto>('/api/conversations/unread', { signal }),
    initialData,
    staleTime: 15_000,
  });

/** Opens the conversation of a pair, or gives the one they have. */
export function useStartConversation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (input: StartConversationInput) => api<ConversationDto>('/api/conversations', { body: input }),
    onSuccess: () => refreshLists(queryClient),
  });
}

/** With whom of the house a client speaks, for an owner. */
export const useHouseTalks = (clientId: string) =>
  useQuery({
    queryKey: ['conversations', 'heads', clientId],
    queryFn: ({ signal }) => api<Page<ConversationHead>>(`/api/clients/${clientId}/conversations`, { signal }),
  });

/** Hands a conversation over to another couturier. */
export function useTransferConversation(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: { couturierId: string }) =>
      api<ConversationHead>(`/api/conversations/${id}/transfer`, { body, idempotencyKey: newKey() }),
    onSuccess: async () => {
      await refreshLists(queryClient);
      await queryClient.invalidateQueries({ queryKey: ['conversations', 'heads'] });
    },
  });
}

/** Pins a conversation, or unpins it; shown at once, taken back when the house refuses. */
export function usePinConversation(id: string) {
  const queryClient = useQueryClient();
  const show = (pinned: boolean) =>
    keepAnswer<ConversationDto>(queryClient, oneKey(id), (one) => one && { ...one, pinned });
  return useMutation({
    mutationFn: (pinned: boolean) => api<void>(`/api/conversations/${id}/pin`, { method: pinned ? 'PUT' : 'DELETE' }),
    onMutate: show,
    onError: (_error, pinned) => show(!pinned),
    onSettled: () => refreshLists(queryClient),
  });
}

/** Moves one person's cursors in the conversation on screen. */
export function moveCursorOf(
  queryClient: QueryClient,
  cursor: { conversationId: string; userId: string; read: number; delivered: number },
): void {
  queryClient.setQueryData<ConversationDto>(oneKey(cursor.conversationId), (one) =>
    one
      ? {
          ...one,
          readUpTo: { ...one.readUpTo, [cursor.userId]: cursor.read },
          deliveredUpTo: { ...one.deliveredUpTo, [cursor.userId]: cursor.delivered },
        }
      : one,
  );
}

/** Whether a list in the cache still counts as unread what a cursor says was read. */
export const isNewlyRead = (
  queryClient: QueryClient,
  cursor: { conversationId: string; userId: string; read: number },
): boolean =>
  queryClient
    .getQueriesData<ConversationPageDto>({ queryKey: [...CONVERSATIONS_KEY, 'list'] })
    .some(([, list]) =>
      list?.items.some((one) => one.id === cursor.conversationId && (one.readUpTo[cursor.userId] ?? 0) < cursor.read),
    );

/** Lists and counts are read again; the messages in the cache stay. */
export const refreshLists = (queryClient: QueryClient): Promise<void> =>
  queryClient.invalidateQueries({
    queryKey: CONVERSATIONS_KEY,
    predicate: ({ queryKey }) => queryKey[1] === 'list' || queryKey[1] === 'unread' || queryKey[1] === 'files',
  });

/** One conversation is read again from the server. */
export async function refreshConversation(queryClient: QueryClient, id: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: oneKey(id) }),
    refreshThread(queryClient, id),
    refreshLists(queryClient),
  ]);
}

export const useConversationFiles = (conversationId: string, limit: number) =>
  useQuery({
    queryKey: ['conversations', 'files', conversationId, limit],
    queryFn: ({ signal }) =>
      api<GalleryPageDto>(`/api/conversations/${conversationId}/files?limit=${limit}`, { signal }),
    staleTime: 30_000,
  });

export const useMessageSearch = (conversationId: string, q: string) =>
  useQuery({
    queryKey: ['conversations', 'search', conversationId, q],
    queryFn: ({ signal }) =>
      api<MessagePageDto>(`/api/conversations/${conversationId}/messages?limit=50&q=${encodeURIComponent(q)}`, {
        signal,
      }),
    enabled: q.trim() !== '',
    placeholderData: (previous) => previous,
  });
