import { ObjectId } from 'mongodb';
import type { Actor } from '../lib/actor';
import { messages } from '../lib/chat/documents';
import { toMessageDto } from '../lib/chat/dto';
import { markDelivered } from '../lib/chat/move-cursors';
import { sideOf } from '../lib/chat/rules';
import type { Connection } from './connection';

const BATCH = 50;

/**
 * Carries messages from the database to one connection: for each conversation everything above its watermark, in rising
 * `seq`. A hint only says when to look; what was missed, doubled or late in the hints cannot lose, double or disorder a message.
 */
export class Pump {
  readonly #watermarks = new Map<string, number>();
  readonly #running = new Map<string, { again: boolean }>();

  constructor(private readonly connection: Connection) {}

  ids(): string[] {
    return [...this.#watermarks.keys()];
  }

  has(conversationId: string): boolean {
    return this.#watermarks.has(conversationId);
  }

  watermark(conversationId: string): number {
    return this.#watermarks.get(conversationId) ?? 0;
  }

  set(conversationId: string, seq: number): void {
    this.#watermarks.set(conversationId, seq);
  }

  drop(conversationId: string): void {
    this.#watermarks.delete(conversationId);
  }

  /** Looks for news; one look at a time per conversation, and one more when something was said meanwhile. */
  async look(conversationId: string, actor: Actor): Promise<void> {
    const running = this.#running.get(conversationId);
    if (running) {
      running.again = true;
      return;
    }
    const state = { again: true };
    this.#running.set(conversationId, state);
    try {
      while (state.again && this.connection.open) {
        state.again = false;
        await this.#carry(conversationId, actor);
      }
    } catch (error) {
      // The watermark stands where it was: the next hint, or the reopened change stream, looks again.
      this.connection.hub.log.warn({ err: error }, 'could not read messages for a connection');
    } finally {
      this.#running.delete(conversationId);
    }
  }

  async #carry(conversationId: string, actor: Actor): Promise<void> {
    const { hub } = this.connection;
    let delivered = 0;
    for (;;) {
      const from = this.#watermarks.get(conversationId);
      if (from === undefined || !this.connection.open) break;
      const rows = await messages(hub.db)
        .find({ conversationId: new ObjectId(conversationId), seq: { $gt: from } })
        .sort({ seq: 1 })
        .limit(BATCH)
        .toArray();
      for (const row of rows) {
        // A resume may have moved the mark back while this page was read: then the page is read again from there.
        if (this.#watermarks.get(conversationId) !== row.seq - 1 || !this.connection.open) break;
        this.connection.send({ t: 'message', message: toMessageDto(row, actor) });
        this.#watermarks.set(conversationId, row.seq);
        if (row.senderSide !== sideOf(actor.role)) delivered = row.seq;
      }
      if (rows.length < BATCH) break;
    }
    if (delivered > 0 && this.connection.open) await markDelivered(hub.db, actor, conversationId, delivered);
  }
}
