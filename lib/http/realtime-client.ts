import type { ClientFrameInput, ServerFrame } from '../realtime-protocol/frames';
import { api } from './api';
import { Line, type LiveState } from './line';
import { Outbox, type Waiting } from './outbox';
import { Post } from './post';

export type { LiveState } from './line';

/**
 * The browser's end of the live layer: the line, which comes back by itself, and the outbox, which leaves by the line or by
 * HTTP. After each return it takes up every conversation where the page itself stands.
 */
export class RealtimeClient {
  readonly outbox: Outbox;
  readonly line: Line;
  readonly #post: Post;
  readonly #frames = new Set<(frame: ServerFrame) => void>();

  /** @param positions the last number that each open thread shows: from there the house carries on */
  constructor(
    userId: string,
    private readonly positions: () => Record<string, number> = () => ({}),
  ) {
    this.outbox = new Outbox(userId);
    this.line = new Line(userId, {
      hear: (frame) => this.#hear(frame),
      lost: () => {
        this.#post.lineLost();
        // What waited takes the other way at once.
        void this.#post.flush();
      },
    });
    this.#post = new Post(this.outbox, this.line, (frame) => this.#tell(frame));
  }

  readonly state = (): LiveState => this.line.state();
  readonly subscribe = (listener: () => void): (() => void) => this.line.subscribe(listener);

  /** Hears every frame. */
  on(listener: (frame: ServerFrame) => void): () => void {
    this.#frames.add(listener);
    return () => this.#frames.delete(listener);
  }

  start(): void {
    this.#post.open();
    window.addEventListener('online', this.#hurry);
    this.line.start();
    this.#hurry();
  }

  stop(): void {
    window.removeEventListener('online', this.#hurry);
    this.#post.close();
    this.line.stop();
  }

  say(frame: ClientFrameInput): boolean {
    return this.line.say(frame);
  }

  /** « Read up to here », by whichever way is open. */
  read(conversationId: string, seq: number): void {
    if (this.say({ t: 'read', conversationId, seq })) return;
    api(`/api/conversations/${conversationId}/read`, { body: { seq } }).catch(() => undefined);
  }

  /** Takes a message in charge: it is kept first, then leaves as soon as it can. */
  send(waiting: Waiting): void {
    this.outbox.add(waiting);
    this.#hurry();
  }

  retry(waiting: Waiting): void {
    this.outbox.mark(waiting.conversationId, waiting.input.clientMessageId, undefined);
    this.#hurry();
  }

  /** Tries at once what waits for the line: the line itself, and the outbox. */
  comeBack(): void {
    this.line.comeBack();
    this.#hurry();
  }

  readonly #hurry = (): void => void this.#post.flush();

  #hear(frame: ServerFrame): void {
    if (frame.t === 'ready') {
      const after = this.positions();
      if (Object.keys(after).length > 0) this.say({ t: 'resume', after });
      this.#tell(frame);
      this.#hurry();
    } else if (!this.#post.answers(frame)) this.#tell(frame);
  }

  #tell(frame: ServerFrame): void {
    for (const listener of [...this.#frames]) listener(frame);
  }
}
