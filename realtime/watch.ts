import type { ChangeStream, ChangeStreamDocument, Document, ResumeToken } from 'mongodb';
import type { Logger } from 'pino';
import type { Database } from '../lib/db/client';

/** The collections whose changes wake the sidecar. */
const WATCHED = [
  'messages',
  'conversations',
  'notifications',
  'sessions',
  'accounts',
  'orders',
  'tasks',
  'appointments',
  'clients',
  'models',
] as const;
export type Watched = (typeof WATCHED)[number];

export interface Change {
  collection: Watched;
  operation: 'insert' | 'update' | 'replace' | 'delete';
  id: unknown;
  /** As it is when the change is looked up; absent when it was deleted meanwhile. */
  document?: Document;
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 3_000;

const isWatched = (name: string): name is Watched => (WATCHED as readonly string[]).includes(name);

function toChange(event: ChangeStreamDocument): Change | null {
  switch (event.operationType) {
    case 'insert':
    case 'update':
    case 'replace':
    case 'delete':
      if (!isWatched(event.ns.coll)) return null;
      return {
        collection: event.ns.coll,
        operation: event.operationType,
        id: event.documentKey._id,
        document: event.operationType === 'delete' ? undefined : (event.fullDocument ?? undefined),
      };
    default:
      return null;
  }
}

/**
 * Follows the database. The stream is opened again whenever it breaks, after the last event seen where the server still
 * knows it; `onOpen` runs each time it is open, because what happened in between may have to be looked up.
 */
export class Watch {
  #stream: ChangeStream | undefined;
  #token: ResumeToken | undefined;
  #closed = false;
  #opened = false;
  #wake: (() => void) | undefined;
  readonly #loop: Promise<void>;

  constructor(
    private readonly db: Database,
    private readonly log: Logger,
    private readonly on: {
      open: (again: boolean) => Promise<void>;
      change: (change: Change) => Promise<void>;
      broken: () => void;
    },
  ) {
    this.#loop = this.#run();
  }

  get open(): boolean {
    return this.#opened;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#wake?.();
    await this.#stream?.close().catch(() => undefined);
    await this.#loop;
  }

  async #run(): Promise<void> {
    let wait = FIRST_WAIT_MS;
    for (let again = false; !this.#closed; again = true) {
      try {
        await this.#follow(again, () => (wait = FIRST_WAIT_MS));
      } catch (error) {
        if (this.#closed) break;
        this.on.broken();
        this.log.warn({ err: error, waitMs: wait }, 'the change stream broke; opening it again');
        // A token the server no longer knows would fail for ever; everything is looked up on opening anyway.
        if (typeof error === 'object' && error !== null && 'code' in error) this.#token = undefined;
      } finally {
        this.#opened = false;
        await this.#stream?.close().catch(() => undefined);
        this.#stream = undefined;
      }
      if (this.#closed) break;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
        setTimeout(resolve, wait);
      });
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  async #follow(again: boolean, opened: () => void): Promise<void> {
    const stream = this.db.db.watch([{ $match: { 'ns.coll': { $in: [...WATCHED] } } }], {
      fullDocument: 'updateLookup',
      maxAwaitTimeMS: 500,
      ...(this.#token ? { resumeAfter: this.#token } : {}),
    });
    this.#stream = stream;
    // tryNext sends the first command: from here on nothing is missed.
    let event = await stream.tryNext();
    this.#opened = true;
    opened();
    await this.on.open(again);
    for (; !this.#closed; event = await stream.next()) {
      if (!event) continue;
      this.#token = event._id;
      const change = toChange(event);
      if (change)
        await this.on.change(change).catch((error: unknown) => this.log.error({ err: error }, 'change failed'));
    }
  }
}
