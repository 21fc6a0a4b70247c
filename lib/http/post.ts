import type { MessageDto } from '../chat/schemas';
import type { ServerFrame } from '../realtime-protocol/frames';
import { api, ApiError } from './api';
import { FILE_LOST, bringVoice } from './bring-voice';
import type { Line } from './line';
import type { Outbox, Waiting } from './outbox';

/** Without an answer in this time a message goes by HTTP, and the line is asked whether it still stands. */
const ACK_MS = 8_000;
const HTTP_MS = 20_000;
const AGAIN_MS = 3_000;

/** Codes that mean « later »; every other refusal is for good. */
const LATER = new Set(['rate_limited', 'unavailable', 'internal', 'conflict']);

type Outcome = 'done' | { again: number } | 'hold';

/**
 * Empties the outbox in order, by the socket or, where that is closed, by HTTP. The same `clientMessageId` by both ways is
 * one message.
 */
export class Post {
  #emptying = false;
  #closed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #acks = new Map<string, (frame: ServerFrame | null) => void>();

  constructor(
    private readonly outbox: Outbox,
    private readonly line: Line,
    private readonly acknowledged: (frame: ServerFrame) => void,
  ) {}

  open(): void {
    this.#closed = false;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.lineLost();
  }

  /** What waited for an answer on the line that went takes the other way. */
  lineLost(): void {
    for (const finish of [...this.#acks.values()]) finish(null);
  }

  /** Whether a frame was the answer to a message of ours. */
  answers(frame: ServerFrame): boolean {
    const id = frame.t === 'ack' || frame.t === 'error' ? frame.clientMessageId : undefined;
    const finish = id === undefined ? undefined : this.#acks.get(id);
    finish?.(frame);
    return finish !== undefined;
  }

  /** Sends what waits, one after the other, so that messages keep their order. */
  async flush(): Promise<void> {
    if (this.#emptying || this.#closed) return;
    this.#emptying = true;
    clearTimeout(this.#timer);
    try {
      for (;;) {
        const next = this.outbox.list().find((one) => one.failed === undefined);
        if (!next || this.#closed) break;
        const outcome = await this.#deliver(next);
        if (outcome === 'done') continue;
        if (outcome !== 'hold') this.#timer = setTimeout(() => void this.flush(), outcome.again);
        break;
      }
    } finally {
      this.#emptying = false;
    }
  }

  async #deliver(waiting: Waiting): Promise<Outcome> {
    if (waiting.shelved !== undefined) return this.#bring(waiting);
    const { conversationId, input } = waiting;
    const answer = await this.#bySocket(waiting);
    if (answer?.t === 'ack') return this.#done(waiting, answer.message);
    if (answer?.t === 'error') return this.#refused(waiting, answer.code, answer.retryAfter);
    if (this.#closed) return 'hold';
    try {
      const message = await api<MessageDto>(`/api/conversations/${conversationId}/messages`, {
        body: input,
        signal: AbortSignal.timeout(HTTP_MS),
      });
      return this.#done(waiting, message);
    } catch (error) {
      return error instanceof ApiError ? this.#refused(waiting, error.code) : { again: AGAIN_MS };
    }
  }

  /** Takes a voice to the house; its message is the next that leaves. */
  async #bring(waiting: Waiting): Promise<Outcome> {
    try {
      if (!(await bringVoice(this.outbox, waiting)))
        this.outbox.mark(waiting.conversationId, waiting.input.clientMessageId, FILE_LOST);
      return 'done';
    } catch (error) {
      return error instanceof ApiError ? this.#refused(waiting, error.code) : { again: AGAIN_MS };
    }
  }

  #done({ conversationId, input }: Waiting, message: MessageDto): 'done' {
    this.acknowledged({ t: 'ack', clientMessageId: input.clientMessageId, message });
    this.outbox.remove(conversationId, input.clientMessageId);
    return 'done';
  }

  #refused({ conversationId, input }: Waiting, code: string, seconds?: number): Outcome {
    if (LATER.has(code)) return { again: seconds === undefined ? AGAIN_MS : seconds * 1_000 };
    // The words are nobody else's: they wait for their own account.
    if (code === 'other_account' || code === 'unauthenticated') {
      this.line.end(code === 'other_account' ? 'otherAccount' : 'signedOut');
      return 'hold';
    }
    this.outbox.mark(conversationId, input.clientMessageId, code);
    return 'done';
  }

  #bySocket({ conversationId, input }: Waiting): Promise<ServerFrame | null> {
    if (!this.line.say({ t: 'send', conversationId, ...input })) return Promise.resolve(null);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.line.suspect();
        finish(null);
      }, ACK_MS);
      const finish = (frame: ServerFrame | null) => {
        clearTimeout(timer);
        this.#acks.delete(input.clientMessageId);
        resolve(frame);
      };
      this.#acks.set(input.clientMessageId, finish);
    });
  }
}
