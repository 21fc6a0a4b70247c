import type { Logger } from 'pino';
import type { Database } from '../lib/db/client';
import type { ServerFrame } from '../lib/realtime-protocol/frames';
import type { Connection } from './connection';
import { type Limits, TokenBucket } from './limits';
import type { Metrics } from './metrics';
import { Rooms } from './rooms';

/** What all connections of one server share. */
export class Hub {
  readonly rooms = new Rooms();
  /** Admitted connections, by account. */
  readonly people = new Map<string, Set<Connection>>();
  /** Every open socket, admitted or not. */
  readonly connections = new Set<Connection>();
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #leaving = new Map<string, NodeJS.Timeout>();
  draining = false;

  constructor(
    readonly db: Database,
    readonly secret: string,
    readonly limits: Limits,
    readonly metrics: Metrics,
    readonly log: Logger,
  ) {}

  /** Enters a connection under its account; false when the account has its sockets already. */
  enter(connection: Connection, userId: string): boolean {
    const own = this.people.get(userId) ?? new Set<Connection>();
    if (own.size >= this.limits.socketsPerUser) return false;
    own.add(connection);
    this.people.set(userId, own);
    this.metrics.people.set(this.people.size);
    return true;
  }

  /** The connection has its conversations: the others learn that this person is here, and it learns who is. */
  greet(connection: Connection, userId: string): void {
    const leaving = this.#leaving.get(userId);
    clearTimeout(leaving);
    this.#leaving.delete(userId);
    const first = leaving === undefined && this.people.get(userId)?.size === 1;
    const present = new Set<string>();
    for (const other of this.#company(connection, userId)) {
      if (first) other.send({ t: 'presence', userId, online: true });
      if (other.userId) present.add(other.userId);
    }
    for (const id of present) connection.send({ t: 'presence', userId: id, online: true });
  }

  /** Forgets a closed connection; the person counts as gone a moment later, so that a reload does not flicker. */
  leave(connection: Connection): void {
    this.connections.delete(connection);
    this.metrics.connections.set(this.connections.size);
    const { userId } = connection;
    const company = userId ? this.#company(connection, userId) : new Set<Connection>();
    this.rooms.leaveAll(connection);
    const own = userId ? this.people.get(userId) : undefined;
    if (!userId || !own?.delete(connection) || own.size > 0) return;
    this.people.delete(userId);
    this.metrics.people.set(this.people.size);
    const timer = setTimeout(() => {
      this.#leaving.delete(userId);
      this.#buckets.delete(userId);
      for (const other of company) other.send({ t: 'presence', userId, online: false });
    }, this.limits.presenceMs);
    timer.unref();
    this.#leaving.set(userId, timer);
  }

  /** One send of this person, over all their sockets; 0 when granted, else the seconds to wait. */
  takeSend(userId: string): number {
    const now = performance.now();
    const bucket = this.#buckets.get(userId) ?? new TokenBucket(this.limits.sendsPerMinute, this.limits.sendBurst, now);
    this.#buckets.set(userId, bucket);
    return bucket.take(now);
  }

  /** Says something to every admitted connection that `who` accepts. */
  tell(frame: ServerFrame, who: (connection: Connection) => boolean): void {
    for (const own of this.people.values()) for (const one of own) if (one.ready && who(one)) one.send(frame);
  }

  stop(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    this.#leaving.clear();
  }

  /** The connections of the people this one talks with. */
  #company(connection: Connection, userId: string): Set<Connection> {
    const company = new Set<Connection>();
    for (const room of this.rooms.of(connection))
      for (const other of room) if (other.userId !== userId) company.add(other);
    return company;
  }
}
