import type { Connection } from './connection';
import type { Hub } from './hub';

/** Who of one's conversations is here. Told to whoever arrives, every time: what was told to a line that is gone is forgotten. */
export class Presence {
  readonly #leaving = new Map<string, NodeJS.Timeout>();

  constructor(private readonly hub: Hub) {}

  /** The connection has its conversations: the others learn that this person is here, and it learns who is. */
  arrived(connection: Connection, userId: string): void {
    clearTimeout(this.#leaving.get(userId));
    this.#leaving.delete(userId);
    // Also after a short absence: somebody may have come meanwhile, who has never seen this person.
    const isFirst = this.hub.people.count(userId) === 1;
    const present = new Set<string>();
    for (const other of this.#company(connection, userId)) {
      if (isFirst && other.ready) other.send({ t: 'presence', userId, online: true });
      if (other.userId) present.add(other.userId);
    }
    for (const id of present) connection.send({ t: 'presence', userId: id, online: true });
  }

  /** A conversation that came later: its two people learn of each other. */
  met(connection: Connection, userId: string, conversationId: string): void {
    for (const other of this.hub.rooms.in(conversationId)) {
      if (!other.userId || other.userId === userId || !other.ready) continue;
      other.send({ t: 'presence', userId, online: true });
      connection.send({ t: 'presence', userId: other.userId, online: true });
    }
  }

  /** The last line of a person closed; they count as gone a moment later, so that a reload does not flicker. */
  left(connection: Connection, userId: string, gone: () => void): void {
    const conversationIds = connection.conversationIds();
    const timer = setTimeout(() => {
      this.#leaving.delete(userId);
      gone();
      for (const id of conversationIds)
        for (const other of this.hub.rooms.in(id))
          if (other.ready) other.send({ t: 'presence', userId, online: false });
    }, this.hub.limits.presenceMs);
    timer.unref();
    this.#leaving.set(userId, timer);
  }

  stop(): void {
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    this.#leaving.clear();
  }

  /** The connections of the people this one talks with. */
  #company(connection: Connection, userId: string): Set<Connection> {
    const company = new Set<Connection>();
    for (const id of connection.conversationIds())
      for (const other of this.hub.rooms.in(id)) if (other.userId !== userId) company.add(other);
    return company;
  }
}
