import { afterClose, CLOSE } from '../realtime-protocol/close-codes';
import { type ClientFrameInput, parseServerFrame, type ServerFrame } from '../realtime-protocol/frames';
import { api, ApiError } from './api';
import { Outbox, type Waiting } from './outbox';
import type { MessageDto } from '../chat/schemas';

/**
 * `offline`: trying to come back. `stopped`: the house asked not to come back; pages still work over HTTP. `signedOut`:
 * the session was ended or the account closed; nothing works any more.
 */
export type LiveState = 'connecting' | 'online' | 'offline' | 'stopped' | 'signedOut';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
/** Without an answer in this time a send goes by the other door. */
const ACK_MS = 8_000;
const PING_MS = 30_000;

/** Codes that mean « later »; every other refusal is for good. */
const LATER = new Set(['rate_limited', 'unavailable', 'internal', 'conflict']);

/**
 * The browser's end of the live layer: comes back by itself (growing waits with jitter), resumes each conversation from the
 * last number it saw, and empties the outbox in order, by the socket or, where that is closed, by HTTP. The same
 * `clientMessageId` by both doors is one message.
 */
export class RealtimeClient {
  readonly outbox: Outbox;
  #socket: WebSocket | undefined;
  #state: LiveState = 'connecting';
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ping: ReturnType<typeof setInterval> | undefined;
  #closed = false;
  #emptying = false;
  readonly #seen = new Map<string, number>();
  readonly #frames = new Set<(frame: ServerFrame) => void>();
  readonly #states = new Set<() => void>();
  readonly #acks = new Map<string, (frame: ServerFrame | null) => void>();

  constructor(userId: string) {
    this.outbox = new Outbox(userId);
  }

  readonly state = (): LiveState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#states.add(listener);
    return () => this.#states.delete(listener);
  };

  /** Hears every frame. */
  on(listener: (frame: ServerFrame) => void): () => void {
    this.#frames.add(listener);
    return () => this.#frames.delete(listener);
  }

  start(): void {
    this.#closed = false;
    window.addEventListener('online', this.#hurry);
    document.addEventListener('visibilitychange', this.#hurry);
    void this.#connect();
    void this.flush();
  }

  stop(): void {
    this.#closed = true;
    window.removeEventListener('online', this.#hurry);
    document.removeEventListener('visibilitychange', this.#hurry);
    clearTimeout(this.#timer);
    clearInterval(this.#ping);
    this.#socket?.close(1000);
    this.#socket = undefined;
  }

  /** Remembers the highest number a page has, where the socket resumes from; an empty thread resumes from nothing, 0. */
  saw(conversationId: string, seq: number): void {
    if (seq > (this.#seen.get(conversationId) ?? -1)) this.#seen.set(conversationId, seq);
  }

  /** Says something that may be lost. False when the line is down. */
  say(frame: ClientFrameInput): boolean {
    if (this.#state !== 'online' || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** « Read up to here », by whichever door is open. */
  read(conversationId: string, seq: number): void {
    if (this.say({ t: 'read', conversationId, seq })) return;
    api(`/api/conversations/${conversationId}/read`, { body: { seq } }).catch(() => undefined);
  }

  /** Takes a message in charge: it is kept first, then leaves as soon as it can. */
  send(waiting: Waiting): void {
    this.outbox.add(waiting);
    void this.flush();
  }

  retry(waiting: Waiting): void {
    this.outbox.mark(waiting.conversationId, waiting.input.clientMessageId, undefined);
    void this.flush();
  }

  /** Empties the outbox, one after the other, so that messages keep their order. */
  async flush(): Promise<void> {
    if (this.#emptying || this.#closed) return;
    this.#emptying = true;
    try {
      for (;;) {
        const next = this.outbox.list().find((one) => one.failed === undefined);
        if (!next || this.#closed) break;
        const outcome = await this.#deliver(next);
        if (outcome === 'later') {
          setTimeout(() => void this.flush(), this.#wait());
          break;
        }
      }
    } finally {
      this.#emptying = false;
    }
  }

  async #deliver(waiting: Waiting): Promise<'done' | 'later'> {
    const { conversationId, input } = waiting;
    const answer = await this.#bySocket(waiting);
    if (answer?.t === 'ack') return this.#done(waiting, answer.message);
    if (answer?.t === 'error') return this.#refused(waiting, answer.code);
    try {
      const message = await api<MessageDto>(`/api/conversations/${conversationId}/messages`, { body: input });
      return this.#done(waiting, message);
    } catch (error) {
      return error instanceof ApiError ? this.#refused(waiting, error.code) : 'later';
    }
  }

  #done({ conversationId, input }: Waiting, message: MessageDto): 'done' {
    this.#tell({ t: 'ack', clientMessageId: input.clientMessageId, message });
    this.outbox.remove(conversationId, input.clientMessageId);
    return 'done';
  }

  #refused({ conversationId, input }: Waiting, code: string): 'done' | 'later' {
    if (LATER.has(code)) return 'later';
    this.outbox.mark(conversationId, input.clientMessageId, code);
    return 'done';
  }

  #bySocket({ conversationId, input }: Waiting): Promise<ServerFrame | null> {
    if (!this.say({ t: 'send', conversationId, ...input })) return Promise.resolve(null);
    return new Promise((resolve) => {
      const timer = setTimeout(() => finish(null), ACK_MS);
      const finish = (frame: ServerFrame | null) => {
        clearTimeout(timer);
        this.#acks.delete(input.clientMessageId);
        resolve(frame);
      };
      this.#acks.set(input.clientMessageId, finish);
    });
  }

  readonly #hurry = (): void => {
    if (document.visibilityState === 'hidden' || this.#settled()) return;
    clearTimeout(this.#timer);
    this.#attempt = 0;
    void this.#connect();
    void this.flush();
  };

  /** Nothing to hurry for: the line stands, or is not to come back. */
  #settled(): boolean {
    return this.#state === 'online' || this.#state === 'stopped' || this.#state === 'signedOut';
  }

  async #connect(): Promise<void> {
    if (this.#closed || this.#socket) return;
    try {
      const { url, ticket } = await api<{ url: string; ticket: string }>('/api/realtime/ticket', { method: 'POST' });
      if (this.#closed || this.#socket) return;
      const socket = new WebSocket(url);
      this.#socket = socket;
      socket.onopen = () => socket.send(JSON.stringify({ t: 'auth', ticket } satisfies ClientFrameInput));
      socket.onmessage = ({ data }) => this.#hear(String(data));
      socket.onclose = ({ code }) => this.#lost(socket, code);
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) this.#become('signedOut');
      else if (error instanceof ApiError && error.status === 403) this.#become('stopped');
      else this.#later();
    }
  }

  #hear(text: string): void {
    const frame = parseServerFrame(text);
    if (!frame) return;
    if (frame.t === 'ready') this.#ready();
    if (frame.t === 'message') this.saw(frame.message.conversationId, frame.message.seq);
    const id = frame.t === 'ack' || frame.t === 'error' ? frame.clientMessageId : undefined;
    const waiting = id === undefined ? undefined : this.#acks.get(id);
    if (waiting) return waiting(frame);
    this.#tell(frame);
  }

  #ready(): void {
    this.#attempt = 0;
    this.#become('online');
    clearInterval(this.#ping);
    this.#ping = setInterval(() => this.say({ t: 'ping' }), PING_MS);
    if (this.#seen.size > 0) this.say({ t: 'resume', after: Object.fromEntries(this.#seen) });
    void this.flush();
  }

  #lost(socket: WebSocket, code: number): void {
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    clearInterval(this.#ping);
    for (const finish of [...this.#acks.values()]) finish(null);
    if (this.#closed) return;
    if (code === CLOSE.policy) return this.#become('signedOut');
    const then = afterClose(code);
    if (then === 'stop') return this.#become('stopped');
    if (then === 'backOff') this.#attempt = Math.max(this.#attempt, 5);
    this.#later();
  }

  #later(): void {
    this.#become('offline');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#connect(), this.#wait());
    this.#attempt += 1;
  }

  /** Half of the growing wait is sure, half is chance: a house that comes back is not overrun. */
  #wait(): number {
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#attempt);
    return longest / 2 + (Math.random() * longest) / 2;
  }

  #become(state: LiveState): void {
    if (this.#state === state) return;
    this.#state = state;
    for (const listener of [...this.#states]) listener();
  }

  #tell(frame: ServerFrame): void {
    for (const listener of [...this.#frames]) listener(frame);
  }
}
