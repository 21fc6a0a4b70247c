import type { RawData, WebSocket } from 'ws';
import type { Actor } from '../lib/actor';
import { CLOSE, type CloseCode } from '../lib/realtime-protocol/close-codes';
import { parseClientFrame, type ServerFrame } from '../lib/realtime-protocol/frames';
import { readmit } from './authenticate';
import { dispatch } from './handlers/dispatch';
import { welcome } from './handlers/welcome';
import type { Hub } from './hub';
import { TokenBucket } from './limits';
import { Pump } from './pump';

/** After the closing word, how long the other side may take to answer it. */
const CLOSING_MS = 2_000;

/** One socket: distrusted until its ticket is admitted, then a listener of its person's conversations. */
export class Connection {
  readonly pump = new Pump(this);
  readonly typedAt = new Map<string, number>();
  actor: Actor | undefined;
  sessionExpiresAt = new Date(0);
  ready = false;
  #queue: Promise<void> = Promise.resolve();
  #queued = 0;
  #missed = 0;
  #closing = false;
  readonly #frames: TokenBucket;
  readonly #deadline: NodeJS.Timeout;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(
    readonly hub: Hub,
    private readonly socket: WebSocket,
  ) {
    const { limits } = hub;
    this.#frames = new TokenBucket(limits.framesPerMinute, limits.frameBurst, performance.now());
    this.#deadline = setTimeout(() => this.close(CLOSE.authTimeout), limits.authMs);
    this.#heartbeat = setInterval(() => this.#beat(), limits.pingMs);
    socket.on('message', (data, binary) => this.#receive(data, binary));
    socket.on('pong', () => (this.#missed = 0));
    socket.on('close', () => this.#gone());
    // ws closes by itself on a broken frame (1002, 1007, 1009); the event only has to be heard.
    socket.on('error', () => undefined);
  }

  get userId(): string | undefined {
    return this.actor?.id.toHexString();
  }

  get open(): boolean {
    return !this.#closing && this.socket.readyState === this.socket.OPEN;
  }

  conversationIds(): string[] {
    return this.pump.ids();
  }

  /** Says one thing. A reader that lets too much pile up is sent away to resume later. */
  send(frame: ServerFrame): void {
    if (!this.open) return;
    if (this.socket.bufferedAmount > this.hub.limits.bufferBytes) return this.close(CLOSE.slowReader);
    this.socket.send(JSON.stringify(frame));
    this.hub.metrics.frames.inc({ direction: 'out', kind: frame.t });
  }

  /** Ends the connection with a code of the contract, whether or not the other side still answers. */
  close(code: CloseCode): void {
    if (this.#closing) return;
    this.#closing = true;
    this.hub.metrics.closes.inc({ code: String(code) });
    this.socket.close(code);
    setTimeout(() => this.socket.terminate(), CLOSING_MS).unref();
  }

  terminate(): void {
    this.socket.terminate();
  }

  /** What was begun is finished. */
  idle(): Promise<void> {
    return this.#queue;
  }

  /** Listens to a conversation from `seq` on. */
  join(conversationId: string, seq: number): void {
    this.pump.set(conversationId, seq);
    this.hub.rooms.join(conversationId, this);
  }

  quit(conversationId: string): void {
    this.pump.drop(conversationId);
    this.hub.rooms.leave(conversationId, this);
  }

  look(conversationId: string): void {
    if (this.ready && this.actor) void this.pump.look(conversationId, this.actor);
  }

  #receive(data: RawData, binary: boolean): void {
    if (this.#closing) return;
    if (binary) return this.close(CLOSE.badFrame);
    if (this.#frames.take(performance.now()) > 0 || this.#queued >= this.hub.limits.queue)
      return this.close(CLOSE.tooFast);
    const frame = parseClientFrame(data.toString());
    if (!frame) return this.close(CLOSE.badFrame);
    this.hub.metrics.frames.inc({ direction: 'in', kind: frame.t });
    this.#queued += 1;
    // One after the other: two sends of one person keep their order.
    this.#queue = this.#queue.then(async () => {
      try {
        if (!this.open) return;
        if (this.actor) await dispatch(this, this.actor, frame);
        else if (frame.t === 'auth') await this.#admit(frame.ticket);
        else this.close(CLOSE.badFrame);
      } catch (error) {
        this.hub.log.error({ err: error, kind: frame.t }, 'frame failed');
        this.close(CLOSE.internal);
      } finally {
        this.#queued -= 1;
      }
    });
  }

  async #admit(ticket: string): Promise<void> {
    clearTimeout(this.#deadline);
    await welcome(this, ticket);
  }

  #beat(): void {
    if (this.#missed >= 2) return this.socket.terminate();
    this.#missed += 1;
    if (this.open) this.socket.ping();
    const { actor } = this;
    if (!actor || !this.open) return;
    if (this.sessionExpiresAt.getTime() <= Date.now()) return this.close(CLOSE.unauthenticated);
    // The change stream tells a revocation within moments; this is for the one it could not tell.
    readmit(this.hub.db, { sub: actor.id.toHexString(), sid: actor.sessionId }).then(
      (admitted) => {
        if (!admitted) this.close(CLOSE.unauthenticated);
      },
      () => undefined,
    );
  }

  #gone(): void {
    this.#closing = true;
    clearTimeout(this.#deadline);
    clearInterval(this.#heartbeat);
    this.hub.leave(this);
  }
}
