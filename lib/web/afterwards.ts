import { log } from '../log';

const pending = new Set<Promise<void>>();

/**
 * Does something once the answer has left (a mail, most often), so that its slowness tells the caller nothing and keeps
 * nobody waiting. The process lives long enough: the house runs as a server, not as a function.
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
