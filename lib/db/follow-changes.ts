import { setTimeout as sleep } from 'node:timers/promises';
import type { ChangeStreamDocument, Document, ResumeToken } from 'mongodb';
import type { Database } from './client';

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 3_000;

/** What one hears of the changes that are followed. */
export interface Hearing {
  /** The stream is open; what happened between two streams may have to be looked up. */
  open(again: boolean): void | Promise<void>;
  change(event: ChangeStreamDocument): void;
  /** The stream broke and is opened again after so many milliseconds. */
  broken(error: unknown, waitMs: number): void;
}

export interface Following {
  /** Whether the stream is open now. */
  readonly open: boolean;
  close(): Promise<void>;
}

/**
 * Follows what changes in the database. The stream is opened again whenever it breaks, after the last event seen where the server
 * still knows it.
 * @param pipeline which changes, and how much of each
 */
export function followChanges(db: Database, pipeline: Document[], hearing: Hearing): Following {
  const stopping = new AbortController();
  const { signal } = stopping;
  let open = false;
  let token: ResumeToken | undefined;

  const follow = async (again: boolean, opened: () => void): Promise<void> => {
    const stream = db.db.watch(pipeline, { maxAwaitTimeMS: 500, ...(token ? { resumeAfter: token } : {}) });
    const close = () => void stream.close().catch(() => undefined);
    signal.addEventListener('abort', close);
    try {
      // tryNext sends the first command: from here on nothing is missed.
      let event = await stream.tryNext();
      open = true;
      opened();
      await hearing.open(again);
      for (; !signal.aborted; event = await stream.next()) {
        if (!event) continue;
        token = event._id;
        hearing.change(event);
      }
    } finally {
      open = false;
      signal.removeEventListener('abort', close);
      await stream.close().catch(() => undefined);
    }
  };

  const run = async (): Promise<void> => {
    let wait = FIRST_WAIT_MS;
    for (let again = false; !signal.aborted; again = true) {
      try {
        await follow(again, () => (wait = FIRST_WAIT_MS));
      } catch (error) {
        if (signal.aborted) return;
        hearing.broken(error, wait);
        // A token the server no longer knows would fail for ever; everything is looked up on opening anyway.
        if (typeof error === 'object' && error !== null && 'code' in error) token = undefined;
      }
      await sleep(wait, undefined, { signal }).catch(() => undefined);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  };
  const running = run();
  return {
    get open() {
      return open;
    },
    async close() {
      stopping.abort();
      await running;
    },
  };
}
