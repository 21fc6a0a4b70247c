import type { Connection } from './connection';

/** Which connections listen to which conversation. */
export class Rooms {
  readonly #rooms = new Map<string, Set<Connection>>();

  join(conversationId: string, connection: Connection): void {
    const room = this.#rooms.get(conversationId) ?? new Set<Connection>();
    room.add(connection);
    this.#rooms.set(conversationId, room);
  }

  leave(conversationId: string, connection: Connection): void {
    const room = this.#rooms.get(conversationId);
    room?.delete(connection);
    if (room?.size === 0) this.#rooms.delete(conversationId);
  }

  leaveAll(connection: Connection): void {
    for (const id of connection.conversationIds()) this.leave(id, connection);
  }

  in(conversationId: string): ReadonlySet<Connection> {
    return this.#rooms.get(conversationId) ?? new Set();
  }

  *of(connection: Connection): Iterable<ReadonlySet<Connection>> {
    for (const id of connection.conversationIds()) yield this.in(id);
  }
}
