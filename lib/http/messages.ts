'use client';

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MessageDto, MessagePageDto } from '../chat/schemas';
import { api } from './api';
import { addOlder, firstOf, hear, lastOf, missingIn, moveTo, openLog, rebase, type ThreadLog } from './thread-log';

const PAGE = 60;
const MOST = 100;
/** Further behind than this a page starts anew from the newest words; what lies between comes as one goes up. */
const FAR = 400;

const ROOT = ['conversations', 'messages'] as const;
const keyOf = (id: string) => [...ROOT, id] as const;

const read = (id: string, query: string, signal?: AbortSignal): Promise<MessagePageDto> =>
  api<MessagePageDto>(`/api/conversations/${id}/messages?${query}`, { signal });

/**
 * Every change of a log goes through here, from the log as it is at that moment: an answer that was long on its way cannot
 * put back a state from before it.
 */
function change(queryClient: QueryClient, id: string, next: (log: ThreadLog) => ThreadLog): void {
  queryClient.setQueryData<ThreadLog>(keyOf(id), (log) => log && next(log));
}

/** What a page knows of one conversation: see ThreadLog. */
export function useThreadLog(id: string, initial: MessagePageDto): ThreadLog {
  const queryClient = useQueryClient();
  return useQuery({
    queryKey: keyOf(id),
    queryFn: async ({ signal }) => {
      const page = await read(id, `limit=${PAGE}`, signal);
      const now = queryClient.getQueryData<ThreadLog>(keyOf(id));
      return now ? rebase(now, page) : openLog(page);
    },
    initialData: () => {
      if (!readAtOf(queryClient).has(id)) readAtOf(queryClient).set(id, initial.readAt);
      return openLog(initial);
    },
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
  }).data;
}

const readAts = new WeakMap<QueryClient, Map<string, string>>();

/** Until when the changes of each conversation at hand are known, by the house's clock. */
function readAtOf(queryClient: QueryClient): Map<string, string> {
  const known = readAts.get(queryClient) ?? new Map<string, string>();
  readAts.set(queryClient, known);
  return known;
}

/** What changed in the threads at hand while the line was away: words, reactions, what was taken back. */
export function catchChanges(queryClient: QueryClient): void {
  for (const id of readAtOf(queryClient).keys())
    void queryClient
      .fetchQuery({
        queryKey: ['conversations', 'changes', id],
        queryFn: ({ signal }) => readChanges(queryClient, id, signal),
        retry: 5,
        gcTime: 0,
      })
      // Away again: the line that comes back asks once more.
      .catch(() => undefined);
}

async function readChanges(queryClient: QueryClient, id: string, signal: AbortSignal): Promise<null> {
  for (;;) {
    const since = readAtOf(queryClient).get(id);
    if (since === undefined || !queryClient.getQueryData(keyOf(id))) return null;
    const page = await read(id, `limit=${MOST}&changedAfter=${encodeURIComponent(since)}`, signal);
    change(queryClient, id, (log) => hear(log, page.items, page.head));
    readAtOf(queryClient).set(id, page.readAt);
    if (page.items.length < MOST) return null;
  }
}

/** Lets in a message that came live, was acknowledged or changed. */
export const addMessage = (queryClient: QueryClient, message: MessageDto): void =>
  change(queryClient, message.conversationId, (log) => hear(log, [message]));

/** The newest page as the server just read it. */
export const joinPage = (queryClient: QueryClient, id: string, page: MessagePageDto): void =>
  change(queryClient, id, (log) => (log.following ? rebase(log, page) : hear(log, [], page.head)));

/** What the house says is the highest number of each conversation. */
export function hearHeads(queryClient: QueryClient, heads: Record<string, number>): void {
  for (const [id, head] of Object.entries(heads)) change(queryClient, id, (log) => hear(log, [], head));
}

/** The last number shown in every thread in the cache, where a line that comes back carries on. */
export function threadPositions(queryClient: QueryClient): Record<string, number> {
  return Object.fromEntries(
    queryClient
      .getQueriesData<ThreadLog>({ queryKey: ROOT })
      .flatMap(([key, log]) => (log?.following ? [[String(key[2]), lastOf(log)]] : [])),
  );
}

const filling = new WeakMap<QueryClient, Map<string, Promise<void>>>();

/**
 * Brings what lies between what is shown and the newest word, and looks once in any case: a frame may have been lost
 * without a later one that betrays it.
 * @throws ApiError, or TypeError when the network is away
 */
export function fillThread(queryClient: QueryClient, id: string): Promise<void> {
  const running = filling.get(queryClient) ?? new Map<string, Promise<void>>();
  filling.set(queryClient, running);
  const now = running.get(id);
  if (now) return now;
  const work = fill(queryClient, id).finally(() => running.delete(id));
  running.set(id, work);
  return work;
}

async function fill(queryClient: QueryClient, id: string): Promise<void> {
  for (;;) {
    const log = queryClient.getQueryData<ThreadLog>(keyOf(id));
    if (!log?.following) return;
    const far = missingIn(log) > FAR;
    const page = await read(id, far ? `limit=${PAGE}` : `limit=${MOST}&after=${lastOf(log)}`);
    change(queryClient, id, (one) => (far ? rebase(one, page) : hear(one, page.items, page.head)));
    const then = queryClient.getQueryData<ThreadLog>(keyOf(id));
    // Nothing came although something is missing: whoever asked tries again later.
    if (!then || missingIn(then) === 0 || lastOf(then) === lastOf(log)) return;
  }
}

/** Brings the page above. */
export async function fetchOlder(queryClient: QueryClient, id: string): Promise<void> {
  const log = queryClient.getQueryData<ThreadLog>(keyOf(id));
  if (!log || firstOf(log) <= 1) return;
  const page = await read(id, `limit=${PAGE}&before=${firstOf(log)}`);
  change(queryClient, id, (one) => addOlder(one, page));
}

/** Brings the page below, where an older place is read. */
export async function fetchNewer(queryClient: QueryClient, id: string): Promise<void> {
  const log = queryClient.getQueryData<ThreadLog>(keyOf(id));
  if (!log || log.following) return;
  const page = await read(id, `limit=${PAGE}&after=${lastOf(log)}`);
  change(queryClient, id, (one) => hear(one, page.items, page.head));
}

/** Goes to the newest words. */
export async function fetchNewest(queryClient: QueryClient, id: string): Promise<void> {
  const page = await read(id, `limit=${PAGE}`);
  change(queryClient, id, (one) => rebase(one, page));
}

/** Goes to one number, wherever in the history it lies: near by page for page, else straight there. */
export async function fetchAround(queryClient: QueryClient, id: string, seq: number): Promise<void> {
  const log = queryClient.getQueryData<ThreadLog>(keyOf(id));
  if (!log || (seq >= firstOf(log) && seq <= lastOf(log))) return;
  if (seq < firstOf(log) && firstOf(log) - seq < MOST - 20) {
    const page = await read(id, `limit=${MOST}&before=${firstOf(log)}`);
    change(queryClient, id, (one) => addOlder(one, page));
    return;
  }
  const page = await read(id, `limit=${MOST}&before=${seq + MOST / 2}`);
  change(queryClient, id, (one) => moveTo(one, page));
}

/** One thread's newest page is read again. */
export const refreshThread = (queryClient: QueryClient, id: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: keyOf(id) });
