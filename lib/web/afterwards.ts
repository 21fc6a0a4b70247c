import { log } from '../log';

/** Kept on globalThis: the pages are built apart from the server that stops them, and both must mean the same work. */
const holder = globalThis as typeof globalThis & { fashionflowAfterwards?: Set<Promise<void>> };
const pending = (holder.fashionflowAfterwards ??= new Set());

/**
 * Does something once the answer has left (a mail, most often), so that its slowness tells the caller nothing and keeps
 * nobody waiting. A server that stops waits for it.
 */
export function afterwards(work: () => Promise<void>): void {
  const running: Promise<void> = work()
    .catch((error: unknown) => log().error({ err: error }, 'work after an answer failed'))
    .finally(() => pending.delete(running));
  pending.add(running);
}

/** Resolves when everything begun so far is done: before a process ends, and in tests. */
export async function afterwardsDone(): Promise<void> {
  while (pending.size > 0) await Promise.all(pending);
}
