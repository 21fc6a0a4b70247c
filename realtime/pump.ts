import { ObjectId } from 'mongodb';
import type { Actor } from '../lib/actor';
import { type MessageDocument, messages } from '../lib/chat/documents';
import { toMessageDto } from '../lib/chat/dto';
import { sideOf } from '../lib/chat/rules';
import type { Connection } from './connection';

const BATCH = 50;

/**
 * Carries messages from the database to one connection: for each conversation everything above its watermark, in rising
 * `seq`. A hint only says when to look; what was missed, doubled or late in the hints cannot lose, double or disorder a message.
 */
export class Pump {
  readonly #watermarks = new Map<string, number>();
  /** Made when there is something to read: what is pushed from memory needs none. */
  #running: Map<string, { again: boolean }> | undefined;
  /** Until when nothing is carried: who comes back says first where to begin, so that each line goes forward only. */
  #heldUntil: number | undefined;
  #held: Set<string> | undefined;

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

  /** Waits for the browser's first word, a moment at most. */
  hold(): void {
    this.#heldUntil = performance.now() + this.connection.hub.limits.heldMs;
  }

  /** The browser has spoken, or has nothing to say: what waited is looked up. */
  release(actor: Actor): void {
    this.#heldUntil = undefined;
    const waiting = this.#held ?? [];
    this.#held = undefined;
    for (const id of waiting) void this.look(id, actor);
  }

  /** Whether this conversation has to wait still. */
  #waits(id: string, actor: Actor): boolean {
    if (this.#heldUntil === undefined) return false;
    const left = this.#heldUntil - performance.now();
    if (left > 0 && !this.#held) {
      this.#held = new Set();
      setTimeout(() => this.release(actor), left).unref();
    }
    if (left > 0) this.#held?.add(id);
    return left > 0;
  }

  /** Hands on what this process has just stored, where it is the next; who is behind reads. `text` is the frame. */
  push(message: MessageDocument, text: string, actor: Actor): void {
    const id = message.conversationId.toHexString();
    const from = this.watermark(id);
    if (message.seq <= from || this.#waits(id, actor)) return;
    if (message.seq !== from + 1) return void this.look(id, actor);
    this.#watermarks.set(id, message.seq);
    this.connection.sendText(text, 'message');
    this.#delivered(id, actor, message);
  }

  /** Looks for news; one look at a time per conversation, and one more when something was said meanwhile. */
  async look(conversationId: string, actor: Actor): Promise<void> {
    if (this.#waits(conversationId, actor)) return;
    const looks = (this.#running ??= new Map());
    const running = looks.get(conversationId);
    if (running) {
      running.again = true;
      return;
    }
    const state = { again: true };
    looks.set(conversationId, state);
    try {
      while (state.again && this.connection.open) {
        state.again = false;
        await this.#carry(conversationId, actor);
      }
    } catch (error) {
      // The watermark stands where it was: the next hint, or the reopened change stream, looks again.
      this.connection.hub.log.warn({ err: error }, 'could not read messages for a connection');
    } finally {
      looks.delete(conversationId);
    }
  }

  async #carry(conversationId: string, actor: Actor): Promise<void> {
    const { hub } = this.connection;
    for (;;) {
      const from = this.#watermarks.get(conversationId);
      if (from === undefined || !this.connection.open) break;
      const rows = await messages(hub.db)
        .find({ conversationId: new ObjectId(conversationId), seq: { $gt: from } })
        .sort({ seq: 1 })
        .limit(BATCH)
        .toArray();
      for (const row of rows) {
        const mark = this.#watermarks.get(conversationId);
        if (mark === undefined || !this.connection.open) break;
        // Pushed from memory while this page was read.
        if (row.seq <= mark) continue;
        // A resume may have moved the mark back meanwhile: then the page is read again from there.
        if (row.seq !== mark + 1) break;
        this.connection.send({ t: 'message', message: toMessageDto(row, actor) });
        this.#watermarks.set(conversationId, row.seq);
        this.#delivered(conversationId, actor, row);
      }
      if (rows.length < BATCH) break;
    }
  }

  #delivered(id: string, actor: Actor, { senderSide, seq }: MessageDocument): void {
    const side = sideOf(actor.role);
    if (senderSide !== side && this.connection.open) this.connection.hub.cursors.delivered(id, side, seq);
  }
}
