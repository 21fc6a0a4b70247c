import type { Env } from '../lib/env';
import { TYPING_MS } from '../lib/realtime-protocol/typing';

/** What one connection, or one person, may take of the sidecar. Times in milliseconds, sizes in bytes. */
export interface Limits {
  frameBytes: number;
  authMs: number;
  socketsPerUser: number;
  /** Sockets of one address that have not shown a ticket yet. */
  waitingPerAddress: number;
  sendsPerMinute: number;
  sendBurst: number;
  /** Frames of any kind a connection may send, beyond which it is not a person any more. */
  framesPerMinute: number;
  frameBurst: number;
  /** Sends waiting for the database on one connection. */
  queue: number;
  bufferBytes: number;
  pingMs: number;
  typingMs: number;
  /** Messages handed out on resume; behind by more, the browser reads the conversation again. */
  resumeGap: number;
  /** How long after `ready` messages wait for the browser to say where it stands. */
  heldMs: number;
  /** How long a person who lost the line still counts as present. */
  presenceMs: number;
  drainMs: number;
}

/** The defaults of the contract, and what the environment changes of them. */
export const limitsOf = (env: Env): Limits => ({
  frameBytes: env.REALTIME_FRAME_BYTES,
  authMs: env.REALTIME_AUTH_MS,
  socketsPerUser: env.REALTIME_SOCKETS_PER_USER,
  waitingPerAddress: 100,
  sendsPerMinute: env.REALTIME_SENDS_PER_MINUTE,
  sendBurst: env.REALTIME_SEND_BURST,
  // Never the tighter bound: whoever may send more may say more.
  framesPerMinute: Math.max(1_200, 4 * env.REALTIME_SENDS_PER_MINUTE),
  frameBurst: Math.max(300, 4 * env.REALTIME_SEND_BURST),
  queue: Math.max(64, 2 * env.REALTIME_SEND_BURST),
  bufferBytes: env.REALTIME_BUFFER_BYTES,
  pingMs: env.REALTIME_PING_MS,
  typingMs: TYPING_MS,
  resumeGap: 500,
  heldMs: 250,
  presenceMs: 3_000,
  drainMs: 3_000,
});

/** A bucket that refills steadily: `burst` at once, `perMinute` in the long run. */
export class TokenBucket {
  #tokens: number;
  #at: number;

  constructor(
    private readonly perMinute: number,
    private readonly burst: number,
    now: number,
  ) {
    this.#tokens = burst;
    this.#at = now;
  }

  /** Takes one; 0 when it was there, else the seconds until there is one. */
  take(now: number): number {
    const refilled = this.#tokens + (Math.max(0, now - this.#at) * this.perMinute) / 60_000;
    this.#tokens = Math.min(this.burst, refilled);
    this.#at = Math.max(this.#at, now);
    if (this.#tokens >= 1) {
      this.#tokens -= 1;
      return 0;
    }
    return Math.max(1, Math.ceil(((1 - this.#tokens) * 60) / this.perMinute));
  }
}
