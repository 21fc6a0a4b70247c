import { ObjectId } from 'mongodb';
import type { Logger } from 'pino';
import { findBehind } from '../lib/chat/find-behind';
import { followConversation } from '../lib/chat/follow-conversation';
import type { MessageDocument } from '../lib/chat/documents';
import { messageLog } from '../lib/chat/message-log';
import type { Database } from '../lib/db/client';

/** After a message: what follows from a few of them is drawn at once, and nobody sees the moment. */
const SOON_MS = 50;
/** A message of another process is that process's to follow, as long as it lives. */
const LATER_MS = 1_000;
const AT_ONCE = 4;
/** Under load the follower takes a fifth of the time: people's messages go first. */
const REST = 4;

/**
 * Draws what follows from the messages: of this process at once, of others where they left it, and at the start of
 * whatever is behind. Where it stands is kept with each conversation, so it may end anywhere.
 */
export class Follower {
  readonly #due = new Map<string, number>();
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #restUntil = 0;
  #closed = false;

  constructor(
    private readonly db: Database,
    private readonly log: Logger,
  ) {
    this.#unsubscribe = messageLog(db).onStored((messages) => this.#soon(messages));
  }

  later(id: string): void {
    this.#note(id, LATER_MS);
  }

  /** Finds whatever is behind: after a start, and when changes may have been missed. */
  async sweep(): Promise<void> {
    for await (const id of findBehind(this.db)) {
      if (this.#closed) return;
      this.#note(id.toHexString(), 0);
    }
  }

  /** Finishes what is due now, and stops. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#unsubscribe();
    clearTimeout(this.#timer);
    await this.#running;
    await this.#step([...this.#due.keys()]);
  }

  #soon(messages: readonly MessageDocument[]): void {
    for (const { conversationId } of messages) this.#note(conversationId.toHexString(), SOON_MS);
  }

  #note(id: string, ms: number): void {
    const at = performance.now() + ms;
    if (this.#closed || at >= (this.#due.get(id) ?? Infinity)) return;
    this.#due.set(id, at);
    this.#wake();
  }

  #wake(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#running || this.#due.size === 0) return;
    const next = Math.max(this.#restUntil, Math.min(...this.#due.values()));
    this.#timer = setTimeout(() => void this.#run(), Math.max(0, next - performance.now()));
  }

  async #run(): Promise<void> {
    const begun = performance.now();
    // A timer may come a moment early.
    const due = [...this.#due].filter(([, at]) => at <= begun + 1).map(([id]) => id);
    this.#running = this.#step(due);
    await this.#running;
    this.#running = undefined;
    const now = performance.now();
    this.#restUntil = now + (now - begun) * REST;
    this.#wake();
  }

  async #step(due: readonly string[]): Promise<void> {
    const left = [...due];
    const work = async () => {
      for (let id = left.shift(); id !== undefined; id = left.shift()) {
        this.#due.delete(id);
        try {
          await followConversation(this.db, new ObjectId(id));
        } catch (error) {
          this.log.warn({ err: error }, 'could not follow a conversation');
          this.#note(id, LATER_MS);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
}
