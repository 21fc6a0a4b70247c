'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ConversationDto, MessageDto, MessagePageDto } from '@/lib/chat/schemas';
import { useConversation } from '@/lib/http/conversations';
import { fetchAround, fetchNewer, fetchNewest, fetchOlder, joinPage, useThreadLog } from '@/lib/http/messages';
import { refusedBy } from '@/lib/http/refusal';
import { hasNewer, hasOlder, missingIn } from '@/lib/http/thread-log';
import { useOutbox } from '../live/live-provider';
import { ThreadBuilder } from './build-thread';
import { useFilled } from './use-filled';

export type Reader = 'client' | 'couturier';

/** One page at a time in each direction; what failed is asked for again by hand. */
function usePages(id: string) {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState<'older' | 'newer' | null>(null);
  const [failed, setFailed] = useState(false);
  const bring = useCallback(
    async (way: 'older' | 'newer', work: () => Promise<void>) => {
      if (busy) return;
      setBusy(way);
      setFailed(false);
      await work().catch(() => setFailed(way === 'older'));
      setBusy(null);
    },
    [busy],
  );
  const loadOlder = useCallback(() => void bring('older', () => fetchOlder(queryClient, id)), [bring, queryClient, id]);
  const loadNewer = useCallback(() => void bring('newer', () => fetchNewer(queryClient, id)), [bring, queryClient, id]);
  return { busy, failed, loadOlder, loadNewer };
}

/** Everything one conversation shows: its messages, what waits to leave, and where the two people have read to. */
export function useThread(initial: ConversationDto, initialMessages: MessagePageDto, reader: Reader) {
  const queryClient = useQueryClient();
  const { data: conversation, error } = useConversation(initial);
  const id = initial.id;
  const log = useThreadLog(id, initialMessages);
  const outbox = useOutbox();
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

  // Coming back to a thread: the server's page may be ahead of the one kept, with or without a hole between them.
  const join = useEffectEvent((page: MessagePageDto) => joinPage(queryClient, id, page));
  useEffect(() => join(initialMessages), [initialMessages]);
  const missing = missingIn(log);
  useFilled(id, missing);

  const messages = log.items;
  const isOwn = useCallback(
    (message: MessageDto) => (reader === 'client' ? message.senderId === me : message.senderId !== them),
    [reader, me, them],
  );
  // One's own word stays in sight from the moment it is written, also while a hole before it is being filled.
  const waiting = useMemo(() => {
    const shown = new Set(messages.slice(-200).map((one) => one.clientMessageId));
    const held = log.ahead
      .filter(isOwn)
      .map(({ clientMessageId, type, content, intent, replyTo, attachments, createdAt }) => ({
        conversationId: id,
        input: { clientMessageId, type, content, intent, ...(replyTo === undefined ? {} : { replyTo }) },
        attachments,
        createdAt,
      }));
    const mine = outbox.filter((one) => one.conversationId === id);
    const known = new Set(mine.map((one) => one.input.clientMessageId));
    return [...held.filter((one) => !known.has(one.input.clientMessageId)), ...mine].filter(
      (one) => !shown.has(one.input.clientMessageId),
    );
  }, [messages, log.ahead, outbox, id, isOwn]);
  const theirs = useMemo(
    () => ({ read: conversation.readUpTo[them] ?? 0, delivered: conversation.deliveredUpTo[them] ?? 0 }),
    [conversation, them],
  );
  const [builder] = useState(() => new ThreadBuilder());
  const blocks = useMemo(
    () => builder.build(messages, waiting, { isOwn, theirs, firstUnread }),
    [builder, messages, waiting, isOwn, theirs, firstUnread],
  );
  const pages = usePages(id);

  return {
    /** Handed over, or joined to another one, while it was open. */
    gone: refusedBy(error)?.status === 404,
    isOwn,
    side: reader,
    conversation,
    messages,
    blocks,
    /** How many words are known of and not here yet: nothing above them is shown. */
    missing,
    me,
    them,
    hasOlder: hasOlder(log),
    hasNewer: hasNewer(log) && missing === 0,
    /** How many words lie below what is shown. */
    below: log.known - (messages.at(-1)?.seq ?? 0),
    ...pages,
    /** Brings the place where `seq` stands. */
    reach: useCallback((seq: number) => fetchAround(queryClient, id, seq), [queryClient, id]),
    reachEnd: useCallback(() => fetchNewest(queryClient, id), [queryClient, id]),
  };
}
