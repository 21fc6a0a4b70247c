import type { Logger } from 'pino';
import type { Actor } from '../lib/actor';
import type { Database } from '../lib/db/client';
import type { Connection } from './connection';
import { CursorWriter } from './cursor-writer';
import { Doorkeeper } from './doorkeeper';
import { Follower } from './follower';
import { Groups } from './groups';
import { Heartbeat } from './heartbeat';
import { type Limits, TokenBucket } from './limits';
import type { Metrics } from './metrics';
import { Presence } from './presence';

/** What all connections of one server share. */
export class Hub {
  /** Which connections listen to which conversation. */
  readonly rooms = new Groups();
  /** Admitted connections by account, by session and by client file; and those of the house's people. */
  readonly people = new Groups();
  readonly devices = new Groups();
  readonly files = new Groups();
  readonly staff = new Set<Connection>();
  /** Every open socket, admitted or not. */
  readonly connections = new Set<Connection>();
  readonly presence: Presence;
  readonly heartbeat: Heartbeat;
  readonly doorkeeper: Doorkeeper;
  readonly cursors: CursorWriter;
  readonly follower: Follower;
  readonly #buckets = new Map<string, TokenBucket>();
  draining = false;

  constructor(
    readonly db: Database,
    readonly secret: string,
    readonly limits: Limits,
    readonly metrics: Metrics,
    readonly log: Logger,
  ) {
    this.presence = new Presence(this);
    this.heartbeat = new Heartbeat(this);
    this.doorkeeper = new Doorkeeper(db, secret);
    this.cursors = new CursorWriter(db, log);
    this.follower = new Follower(db, log);
  }

  add(connection: Connection): void {
    this.connections.add(connection);
    this.heartbeat.add(connection);
    this.metrics.connections.set(this.connections.size);
  }

  /** Enters a connection under its account; false when the account has its sockets already. */
  enter(connection: Connection, actor: Actor): boolean {
    const userId = actor.id.toHexString();
    if (this.people.count(userId) >= this.limits.socketsPerUser) return false;
    this.people.join(userId, connection);
    this.devices.join(actor.sessionId, connection);
    if (actor.role !== 'client') this.staff.add(connection);
    else if (actor.clientId) this.files.join(actor.clientId.toHexString(), connection);
    this.metrics.people.set(this.people.size);
    return true;
  }

  /** Forgets a closed connection. */
  leave(connection: Connection): void {
    this.connections.delete(connection);
    this.heartbeat.drop(connection);
    this.metrics.connections.set(this.connections.size);
    const { actor, userId } = connection;
    const isLast = userId !== undefined && this.people.leave(userId, connection);
    if (actor && userId !== undefined) {
      this.devices.leave(actor.sessionId, connection);
      this.staff.delete(connection);
      if (actor.clientId) this.files.leave(actor.clientId.toHexString(), connection);
      if (isLast) {
        this.metrics.people.set(this.people.size);
        this.presence.left(connection, userId, () => this.#buckets.delete(userId));
      }
    }
    for (const id of connection.conversationIds()) this.rooms.leave(id, connection);
  }

  /** One send of this person, over all their sockets; 0 when granted, else the seconds to wait. */
  takeSend(userId: string): number {
    const now = performance.now();
    const bucket = this.#buckets.get(userId) ?? new TokenBucket(this.limits.sendsPerMinute, this.limits.sendBurst, now);
    this.#buckets.set(userId, bucket);
    return bucket.take(now);
  }

  /** Ends what works beside the connections; what was noted is written. */
  async stop(): Promise<void> {
    this.presence.stop();
    this.heartbeat.stop();
    await Promise.all([this.cursors.close(), this.follower.close()]);
  }
}
