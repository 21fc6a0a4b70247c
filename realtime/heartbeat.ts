import { CLOSE } from '../lib/realtime-protocol/close-codes';
import type { Connection } from './connection';
import type { Hub } from './hub';

/** Parts of the connections, one after the other within the time of one ping: no moment in which all are asked. */
const PARTS = 10;

/**
 * Pings every connection once in `pingMs`, and asks once for all of a part whether their sessions still stand: the change
 * stream tells a revocation within moments; this is for the one it could not tell.
 */
export class Heartbeat {
  readonly #parts = Array.from({ length: PARTS }, () => new Set<Connection>());
  readonly #partOf = new WeakMap<Connection, Set<Connection>>();
  readonly #timer: NodeJS.Timeout;
  #turn = 0;

  constructor(private readonly hub: Hub) {
    this.#timer = setInterval(() => this.#beat(), hub.limits.pingMs / PARTS);
    this.#timer.unref();
  }

  /** Into the part whose turn has just been: the first ping comes after a whole round. */
  add(connection: Connection): void {
    const part = this.#parts[(this.#turn + PARTS - 1) % PARTS]!;
    part.add(connection);
    this.#partOf.set(connection, part);
  }

  drop(connection: Connection): void {
    this.#partOf.get(connection)?.delete(connection);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    const part = this.#parts[this.#turn]!;
    this.#turn = (this.#turn + 1) % PARTS;
    for (const one of [...part]) one.beat();
    for (const one of part) if (one.actor && one.open) void this.#readmit(one);
  }

  async #readmit(one: Connection): Promise<void> {
    if (one.sessionExpiresAt.getTime() <= Date.now()) return one.close(CLOSE.unauthenticated);
    const { actor } = one;
    if (!actor) return;
    try {
      const admitted = await this.hub.doorkeeper.readmit({ sub: actor.id.toHexString(), sid: actor.sessionId });
      if (!admitted) one.close(CLOSE.unauthenticated);
    } catch {
      // The database is away: the next beat asks again.
    }
  }
}
