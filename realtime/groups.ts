import type { Connection } from './connection';

const NOBODY: ReadonlySet<Connection> = new Set();

/** Connections by a key: who has to hear of something is looked up, not searched among all. */
export class Groups {
  readonly #groups = new Map<string, Set<Connection>>();

  join(key: string, connection: Connection): void {
    const group = this.#groups.get(key);
    if (group) group.add(connection);
    else this.#groups.set(key, new Set([connection]));
  }

  leave(key: string, connection: Connection): void {
    const group = this.#groups.get(key);
    group?.delete(connection);
    if (group?.size === 0) this.#groups.delete(key);
  }

  has(key: string): boolean {
    return this.#groups.has(key);
  }

  in(key: string): ReadonlySet<Connection> {
    return this.#groups.get(key) ?? NOBODY;
  }

  /** Everybody, one group after the other. */
  *all(): Iterable<Connection> {
    for (const group of this.#groups.values()) yield* group;
  }
}
