import type { ChangeStreamDocument } from 'mongodb';
import type { Database } from '../db/client';
import { keyOfId, EXACT } from './raw';
import { BackupRefused } from './refusal';

/** What ends a collection: nothing read of it before can be believed. */
const UPSETS = new Set(['drop', 'dropDatabase', 'rename', 'invalidate']);
/** How long the server waits for a change before it says that there was none. */
const AWAIT_MS = 200;
/** The change log of the server no longer reaches back to where the stream stands. */
const HISTORY_LOST = 286;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** Which documents change while they are read. */
export interface ChangesMeanwhile {
  /** The keys that changed, by collection. */
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  /** Resolves once everything that was committed before the document `id` was put into `collection` is among the keys. */
  upTo(collection: string, id: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Notes every document that changes from now on; resolves when it listens.
 * @param skip collections that are of no interest
 */
export async function followMeanwhile(db: Database, skip: ReadonlySet<string>): Promise<ChangesMeanwhile> {
  const keys = new Map<string, Set<string>>();
  const seen = new Set<string>();
  let wake = (): void => undefined;
  let failure: unknown;
  let closing = false;
  const stream = db.db.watch([{ $project: { operationType: 1, ns: 1, documentKey: 1 } }], {
    ...EXACT,
    maxAwaitTimeMS: AWAIT_MS,
  });
  const take = (event: ChangeStreamDocument): void => {
    const { operationType } = event;
    const name = 'ns' in event && 'coll' in event.ns ? event.ns.coll : '';
    if (UPSETS.has(operationType) && !skip.has(name)) throw new BackupRefused('changedTooMuch');
    if (!('documentKey' in event)) return;
    const key = keyOfId(event.documentKey._id);
    if (skip.has(name)) seen.add(`${name} ${key}`);
    else keys.set(name, (keys.get(name) ?? new Set()).add(key));
    wake();
  };
  const first = await stream.tryNext();
  if (first) take(first);
  const listening = (async () => {
    try {
      while (!closing) take(await stream.next());
    } catch (error) {
      failure = codeOf(error) === HISTORY_LOST ? new BackupRefused('changedTooMuch') : error;
      wake();
    }
  })();
  return {
    keys,
    async upTo(collection, id) {
      const wanted = `${collection} ${keyOfId(id)}`;
      while (!seen.has(wanted)) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    async close() {
      closing = true;
      await stream.close().catch(() => undefined);
      await listening;
    },
  };
}
