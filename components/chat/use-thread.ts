'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ConversationDto, MessageDto, MessagePageDto } from '@/lib/chat/schemas';
import { ApiError } from '@/lib/http/api';
import { addMessage, catchUp, refreshConversation, useConversation, useMessages } from '@/lib/http/conversations';
import { buildThread } from './build-thread';
import { useLive, useOutbox } from '../live/live-provider';

export type Reader = 'client' | 'couturier';

/** Everything one conversation shows: its pages, what waits to leave, and where the two people have read to. */
export function useThread(initial: ConversationDto, initialMessages: MessagePageDto, reader: Reader) {
  const queryClient = useQueryClient();
  const { client } = useLive();
  const { data: conversation, error } = useConversation(initial);
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isFetchNextPageError } = useMessages(
    initial.id,
    initialMessages,
  );
  const outbox = useOutbox();
  const id = initial.id;
  const me = (reader === 'client' ? conversation.clientAccountId : conversation.couturierId) ?? '';
  const them = (reader === 'client' ? conversation.couturierId : conversation.clientAccountId) ?? '';
  const [firstUnread] = useState(() => {
    const read = initial.readUpTo[me] ?? 0;
    return initial.unread > 0
      ? initialMessages.items.find(
          (one) => one.seq > read && (reader === 'client' ? one.senderId !== me : one.senderId === them),
        )?.seq
      : undefined;
  });

  const messages = useMemo(() => [...data.pages].reverse().flatMap((page) => page.items), [data.pages]);
  const head = messages.at(-1)?.seq ?? 0;

  // Coming back to a thread: the server's page may be ahead of the one kept, with or without a hole between them.
  const join = useEffectEvent((page: MessagePageDto) => {
    const first = page.items[0]?.seq ?? 0;
    if (first > head + 1) void refreshConversation(queryClient, id);
    else for (const message of page.items) addMessage(queryClient, message);
  });
  useEffect(() => join(initialMessages), [initialMessages]);
  const listen = useEffectEvent(() => {
    // Offline the page stands as it is; the socket's resume brings the rest.
    catchUp(queryClient, id, head).catch(() => undefined);
  });
  useEffect(() => listen(), [id]);
  useEffect(() => client.saw(id, head), [client, id, head]);

  const isOwn = useCallback(
    (message: MessageDto) => (reader === 'client' ? message.senderId === me : message.senderId !== them),
    [reader, me, them],
  );
  const waiting = useMemo(() => outbox.filter((one) => one.conversationId === id), [outbox, id]);
  const theirs = useMemo(
    () => ({ read: conversation.readUpTo[them] ?? 0, delivered: conversation.deliveredUpTo[them] ?? 0 }),
    [conversation, them],
  );
  const entries = useMemo(
    () => buildThread(messages, waiting, { isOwn, theirs, firstUnread }),
    [messages, waiting, isOwn, theirs, firstUnread],
  );
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  /** Brings pages until `seq` is among them. */
  const reach = useCallback(
    async (seq: number) => {
      let first = messages[0]?.seq ?? 1;
      while (first > seq) {
        const result = await fetchNextPage();
        const next = result.data?.pages.at(-1)?.items[0]?.seq;
        if (next === undefined || next >= first) break;
        first = next;
      }
    },
    [messages, fetchNextPage],
  );

  return {
    /** Handed over, or joined to another one, while it was open. */
    gone: error instanceof ApiError && error.status === 404,
    isOwn,
    conversation,
    messages,
    entries,
    head,
    me,
    them,
    pages: data.pages.length,
    hasMore: hasNextPage,
    loading: isFetchingNextPage,
    /** The pages before did not come. */
    failed: isFetchNextPageError,
    loadMore,
    reach,
  };
}
