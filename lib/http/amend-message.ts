'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MessageDto } from '../chat/schemas';
import type { Reaction } from '../chat/words';
import { api } from './api';
import { refreshLists } from './conversations';
import { addMessage } from './messages';

const of = (conversationId: string, id: string) => `/api/conversations/${conversationId}/messages/${id}`;

function useAmendment<Input>(run: (input: Input) => Promise<MessageDto>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (message) => {
      addMessage(queryClient, message);
      return refreshLists(queryClient);
    },
  });
}

/** Says one's own message in other words. */
export const useEditMessage = (conversationId: string) =>
  useAmendment(({ id, content }: { id: string; content: string }) =>
    api<MessageDto>(of(conversationId, id), { method: 'PATCH', body: { content } }),
  );

/** Takes one's own message back. */
export const useTakeBackMessage = (conversationId: string) =>
  useAmendment((id: string) => api<MessageDto>(of(conversationId, id), { method: 'DELETE' }));

/** Leaves one's reaction to a message, or takes it away. */
export const useReact = (conversationId: string) =>
  useAmendment(({ id, reaction }: { id: string; reaction: Reaction | null }) =>
    api<MessageDto>(
      `${of(conversationId, id)}/reaction`,
      reaction ? { method: 'PUT', body: { reaction } } : { method: 'DELETE' },
    ),
  );

/** Says that one has listened to a voice. Without a network it is said when the network is back. */
export function useHearVoice(conversationId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api<MessageDto>(`${of(conversationId, id)}/heard`, { method: 'PUT' }),
    onSuccess: (message) => addMessage(queryClient, message),
  });
}
