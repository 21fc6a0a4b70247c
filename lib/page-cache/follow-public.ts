import type { ChangeStreamDocument } from 'mongodb';
import type { Database } from '../db/client';

/** What public pages are made of. A client's sign-up or a device's last visit changes none of it. */
const COLLECTIONS = ['models', 'house', 'accounts', 'appointments'] as const;
const SHOWN_OF_ACCOUNT = /^(profile|name|role|disabled)(\.|$)/;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 3_000;

/** Whether a change is of something that a public page shows. */
export function isPublic(event: ChangeStreamDocument): boolean {
  if (!('ns' in event) || !('coll' in event.ns)) return false;
  if (event.ns.coll !== 'accounts') return true;
  if (event.operationType === 'update')
    return [
      ...Object.keys(event.updateDescription.updatedFields ?? {}),
      ...(event.updateDescription.removedFields ?? []),
    ].some((path) => SHOWN_OF_ACCOUNT.test(path));
  if (event.operationType === 'insert') return event.fullDocument['role'] !== 'client';
  return true;
}

/**
 * Calls `changed` after each change of what public pages show, whoever made it and in which process; and once whenever the
 * stream is opened (again), for what happened meanwhile was not seen.
 * @returns stops following
 */
export function followPublic(db: Database, changed: () => void, failed: (error: unknown) => void): () => Promise<void> {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    for (let wait = FIRST_WAIT_MS; !stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const stream = db.db.watch([{ $match: { 'ns.coll': { $in: [...COLLECTIONS] } } }], { maxAwaitTimeMS: 500 });
      const close = () => void stream.close().catch(() => undefined);
      stopping.signal.addEventListener('abort', close);
      try {
        // The first call opens the stream: from here on nothing is missed.
        let event = await stream.tryNext();
        changed();
        for (wait = FIRST_WAIT_MS; !stopping.signal.aborted; event = await stream.next())
          if (event && isPublic(event)) changed();
      } catch (error) {
        if (stopping.signal.aborted) return;
        changed();
        failed(error);
      } finally {
        stopping.signal.removeEventListener('abort', close);
        close();
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        stopping.signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
      });
    }
  };
  const running = run();
  return async () => {
    stopping.abort();
    await running;
  };
}
