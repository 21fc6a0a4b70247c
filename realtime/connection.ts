import type { Socket } from 'node:net';
import type { RawData, WebSocket } from 'ws';
import type { Actor } from '../lib/actor';
import { CLOSE, type CloseCode } from '../lib/realtime-protocol/close-codes';
import { parseClientFrame, type ServerFrame } from '../lib/realtime-protocol/frames';
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
  actor: Actor | undefined;
  sessionExpiresAt = new Date(0);
  ready = false;
  #queue: Promise<void> = Promise.resolve();
  #queued = 0;
  #missed = 0;
  #answered: (() => void) | undefined;
  #closing = false;
  #deadline: NodeJS.Timeout | undefined;
  /** Made when the person types for the first time: most lines are idle. */
  #typedAt: Map<string, number> | undefined;
  /** Messages on their way to the disk; made with the first. */
  #stored: Set<Promise<void>> | undefined;
  /** What is said in one turn of the program leaves in one write. */
  #gathers = false;
  readonly #frames: TokenBucket;

  constructor(
    readonly hub: Hub,
    private readonly socket: WebSocket,
    /** The line under the web socket. */
    private readonly wire: Socket,
    /** Gives its place among those who wait back, before its end does. */
    private readonly leaveWaiting: () => void,
  ) {
    const { limits } = hub;
    this.#frames = new TokenBucket(limits.framesPerMinute, limits.frameBurst, performance.now());
    this.#deadline = setTimeout(() => this.close(CLOSE.authTimeout), limits.authMs);
    socket.on('message', (data, binary) => this.#receive(data, binary));
    socket.on('pong', () => {
      this.#missed = 0;
      this.#answered?.();
    });
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

  /** Says one thing. */
  send(frame: ServerFrame): void {
    this.sendText(JSON.stringify(frame), frame.t);
  }

  /** The same for a frame that is written once for several readers. A reader that lets too much pile up is sent away to resume later. */
  sendText(text: string, kind: ServerFrame['t']): void {
    if (!this.open) return;
    if (this.socket.bufferedAmount > this.hub.limits.bufferBytes) return this.close(CLOSE.slowReader);
    this.#gather();
    this.socket.send(text);
    this.hub.metrics.frames.inc({ direction: 'out', kind });
  }

  #gather(): void {
    if (this.#gathers) return;
    this.#gathers = true;
    this.wire.cork();
    process.nextTick(() => {
      this.#gathers = false;
      this.wire.uncork();
    });
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
  async idle(): Promise<void> {
    await this.#queue;
    await Promise.all(this.#stored ?? []);
  }

  /** Lets the next frame come while a message is being written: what is on the way counts as waiting all the same. */
  finishLater(stored: Promise<void>): void {
    this.#queued += 1;
    const done = stored.finally(() => {
      this.#queued -= 1;
      this.#stored?.delete(done);
    });
    (this.#stored ??= new Set()).add(done);
  }

  /** Whether « is writing » may be passed on now: once in a while for each conversation. */
  mayType(conversationId: string): boolean {
    const now = performance.now();
    this.#typedAt ??= new Map();
    if (now - (this.#typedAt.get(conversationId) ?? -Infinity) < this.hub.limits.typingMs) return false;
    this.#typedAt.set(conversationId, now);
    return true;
  }

  /** Listens to a conversation from `seq` on. */
  join(conversationId: string, seq: number): void {
    this.pump.set(conversationId, seq);
    this.hub.rooms.join(conversationId, this);
    if (this.ready && this.userId) this.hub.presence.met(this, this.userId, conversationId);
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
    this.#deadline = undefined;
    await welcome(this, ticket);
    this.leaveWaiting();
  }

  /** Asks whether the other side is still there; one that did not answer twice is gone. */
  beat(): void {
    if (this.#missed >= 2) return this.socket.terminate();
    this.#missed += 1;
    if (this.open) this.socket.ping();
  }

  /** Whether the other side answers within `ms`: asked when its place is wanted. */
  answers(ms: number): Promise<boolean> {
    if (!this.open) return Promise.resolve(false);
    return new Promise((resolve) => {
      const end = (answer: boolean) => {
        clearTimeout(timer);
        this.#answered = undefined;
        resolve(answer);
      };
      const timer = setTimeout(() => end(false), ms);
      const before = this.#answered;
      this.#answered = () => {
        before?.();
        end(true);
      };
      this.socket.ping();
    });
  }

  #gone(): void {
    this.#closing = true;
    clearTimeout(this.#deadline);
    this.hub.leave(this);
  }
}
