import { type ChangeStream, type ChangeStreamDocument, type Document, ObjectId, type ResumeToken } from 'mongodb';
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

/** Sessions are named by a string, everything else by an ObjectId. */
export type Id = ObjectId | string;

export interface Change {
  collection: Watched;
  operation: 'insert' | 'update' | 'replace' | 'delete';
  id: Id;
  /** For a message that was written: where it stands. Of everything else the stream carries the id alone. */
  message?: { conversationId: ObjectId; seq: number };
}

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 3_000;

const isWatched = (name: string): name is Watched => (WATCHED as readonly string[]).includes(name);

/** Only what tells who has to hear of it; a stream of whole documents would be read, sent and decoded for nothing. */
const IDS = [
  { $match: { 'ns.coll': { $in: [...WATCHED] } } },
  {
    $project: {
      operationType: 1,
      ns: 1,
      documentKey: 1,
      'fullDocument.conversationId': 1,
      'fullDocument.seq': 1,
    },
  },
];

const placeOf = (document: Document | undefined): Change['message'] =>
  document?.conversationId instanceof ObjectId && typeof document.seq === 'number'
    ? { conversationId: document.conversationId, seq: document.seq }
    : undefined;

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
        ...(event.operationType === 'insert' && event.ns.coll === 'messages'
          ? { message: placeOf(event.fullDocument) }
          : {}),
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
      change: (change: Change) => void;
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
    const stream = this.db.db.watch(IDS, {
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
      if (change) this.on.change(change);
    }
  }
}
