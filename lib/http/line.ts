import { afterClose, CLOSE } from '../realtime-protocol/close-codes';
import type { ClientFrameInput, ServerFrame } from '../realtime-protocol/frames';
import { api, ApiError } from './api';
import { readServerFrame } from './read-frame';

/**
 * `offline`: cut, trying to come back. `crowded`: this account has as many pages open as the house takes; it tries again
 * slowly. `stopped`: the house refused this page; only a person's wish tries again. `otherAccount`: the browser is signed
 * in as somebody else by now. `signedOut`: the session was ended or the account closed.
 */
export type LiveState = 'connecting' | 'online' | 'offline' | 'crowded' | 'stopped' | 'otherAccount' | 'signedOut';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
/** How often a page that found no room asks again, while somebody looks at it. */
const CROWDED_MS = 20_000;
/** How long the house may take to let a page in. */
const OPEN_MS = 12_000;
/** How often the line is tried, and how long an answer may take: a line that went without a goodbye is known in 25 s. */
const PING_MS = 15_000;
const ANSWER_MS = 10_000;
/** After a sleep or a change of network one does not wait that long. */
const WAKE_ANSWER_MS = 3_000;
const WAKE_QUIET_MS = 2_000;

export interface LineEars {
  hear: (frame: ServerFrame) => void;
  /** The line went: nothing more comes on it. */
  lost: () => void;
}

/**
 * One socket to the house at a time. It comes back by itself after growing waits, and it is not believed for ever: any
 * question that stays without an answer (a ping, a wake-up, an unacknowledged message) ends it and opens a new one.
 */
export class Line {
  #socket: WebSocket | undefined;
  #state: LiveState = 'connecting';
  #since = Date.now();
  #attempt = 0;
  #opening = false;
  #closed = true;
  #heardAt = 0;
  #retryAt: number | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #beat: ReturnType<typeof setInterval> | undefined;
  #doubt: { timer: ReturnType<typeof setTimeout>; until: number } | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly userId: string,
    private readonly ears: LineEars,
  ) {}

  readonly state = (): LiveState => this.#state;
  /** Since when the state is what it is, in milliseconds. */
  readonly since = (): number => this.#since;
  /** When the next try begins, while one is waited for. */
  readonly retryAt = (): number | undefined => this.#retryAt;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    this.#closed = false;
    for (const event of ['online', 'focus', 'pageshow']) window.addEventListener(event, this.#wake);
    window.addEventListener('offline', this.#cut);
    document.addEventListener('visibilitychange', this.#wake);
    void this.#connect();
  }

  stop(): void {
    this.#closed = true;
    for (const event of ['online', 'focus', 'pageshow']) window.removeEventListener(event, this.#wake);
    window.removeEventListener('offline', this.#cut);
    document.removeEventListener('visibilitychange', this.#wake);
    this.#forget(1000);
  }

  /** Says something that may be lost. False when the line is down. */
  say(frame: ClientFrameInput): boolean {
    if (this.#state !== 'online' || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Tries at once, whatever the wait was. */
  readonly comeBack = (): void => {
    if (this.#isOver() || this.#socket) return;
    this.#attempt = 0;
    void this.#connect();
  };

  /** Asks whether anybody is there; without a word in this time the line is given up and opened anew. */
  suspect(patience = ANSWER_MS): void {
    if (!this.#socket) return;
    const until = Date.now() + patience;
    if (this.#doubt && this.#doubt.until <= until) return;
    clearTimeout(this.#doubt?.timer);
    this.say({ t: 'ping' });
    this.#doubt = { timer: setTimeout(() => this.#cut(), patience), until };
  }

  /** The house does not know this page's account any more. */
  end(state: 'otherAccount' | 'signedOut'): void {
    if (this.#isOver()) return;
    this.#forget(1000);
    this.#become(state);
  }

  #isOver(): boolean {
    return this.#closed || this.#state === 'otherAccount' || this.#state === 'signedOut';
  }

  readonly #wake = (): void => {
    if (document.visibilityState === 'hidden' || this.#isOver() || this.#state === 'stopped') return;
    if (!this.#socket) this.comeBack();
    else if (Date.now() - this.#heardAt > WAKE_QUIET_MS) this.suspect(WAKE_ANSWER_MS);
  };

  /** What stood on this socket is over, whether or not the other side knows. */
  readonly #cut = (): void => {
    if (!this.#socket || this.#isOver()) return;
    this.#forget(4000);
    this.#later();
  };

  async #connect(): Promise<void> {
    if (this.#isOver() || this.#socket || this.#opening) return;
    this.#opening = true;
    clearTimeout(this.#retry);
    this.#retryAt = undefined;
    this.#told();
    try {
      const signal = AbortSignal.timeout(OPEN_MS);
      const { url, ticket } = await api<{ url: string; ticket: string }>('/api/realtime/ticket', {
        method: 'POST',
        signal,
      });
      if (!this.#isOver()) this.#open(url, ticket);
    } catch (error) {
      if (this.#isOver()) return;
      const code = error instanceof ApiError ? error.code : undefined;
      if (code === 'other_account') this.end('otherAccount');
      else if (error instanceof ApiError && error.status === 401) this.end('signedOut');
      else if (error instanceof ApiError && error.status === 403) this.#become('stopped');
      else this.#later();
    } finally {
      this.#opening = false;
    }
  }

  #open(url: string, ticket: string): void {
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify({ t: 'auth', ticket } satisfies ClientFrameInput));
    socket.onmessage = ({ data }) => this.#hear(String(data));
    socket.onclose = ({ code }) => this.#closedBy(code);
    this.suspect(OPEN_MS);
  }

  #hear(text: string): void {
    this.#heardAt = Date.now();
    clearTimeout(this.#doubt?.timer);
    this.#doubt = undefined;
    const frame = readServerFrame(text);
    if (!frame) return;
    if (frame.t === 'ready') {
      // Another person signed in on this browser: nothing of theirs comes into this page, nothing of it leaves as theirs.
      if (frame.userId !== this.userId) return this.end('otherAccount');
      this.#attempt = 0;
      this.#become('online');
      clearInterval(this.#beat);
      this.#beat = setInterval(() => this.suspect(), PING_MS);
    }
    this.ears.hear(frame);
  }

  #closedBy(code: number): void {
    this.#forget();
    if (this.#isOver()) return;
    if (code === CLOSE.policy) return this.#become('signedOut');
    const then = afterClose(code);
    if (then === 'stop') return this.#become('stopped');
    if (then === 'noRoom') return this.#later('crowded', CROWDED_MS);
    if (then === 'backOff') this.#attempt = Math.max(this.#attempt, 5);
    this.#later();
  }

  /** Lets go of the socket without waiting for its last word. */
  #forget(code?: number): void {
    const socket = this.#socket;
    this.#socket = undefined;
    clearTimeout(this.#retry);
    this.#retryAt = undefined;
    clearInterval(this.#beat);
    clearTimeout(this.#doubt?.timer);
    this.#doubt = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    if (code !== undefined) {
      // Closed before it is open, the browser would call it a failed connection on the console.
      if (socket.readyState === WebSocket.CONNECTING) socket.onopen = () => socket.close(code);
      else socket.close(code);
    }
    this.ears.lost();
  }

  #later(state: 'offline' | 'crowded' = 'offline', wait = this.#wait()): void {
    this.#attempt += 1;
    clearTimeout(this.#retry);
    this.#retryAt = Date.now() + wait;
    this.#retry = setTimeout(() => {
      // A page that nobody looks at leaves the room to others; it asks again when it is looked at.
      if (state === 'offline' || document.visibilityState === 'visible') void this.#connect();
      else this.#later(state, wait);
    }, wait);
    this.#become(state);
    this.#told();
  }

  /** Half of the growing wait is sure, half is chance: a house that comes back is not overrun. */
  #wait(): number {
    const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.#attempt);
    return longest / 2 + (Math.random() * longest) / 2;
  }

  #become(state: LiveState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#since = Date.now();
    this.#told();
  }

  #told(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
