import type { Connection } from './connection';

const NOBODY: readonly Connection[] = [];

/** Connections by a key: who has to hear of something is looked up, not searched among all. */
export class Groups {
  /** Most groups have one member, who then stands for it: thousands of sets of one would weigh more than their members. */
  readonly #groups = new Map<string, Connection | Set<Connection>>();

  get size(): number {
    return this.#groups.size;
  }

  join(key: string, connection: Connection): void {
    const group = this.#groups.get(key);
    if (group instanceof Set) group.add(connection);
    else if (group === undefined) this.#groups.set(key, connection);
    else if (group !== connection) this.#groups.set(key, new Set([group, connection]));
  }

  /** @returns whether the connection was in the group and was its last one */
  leave(key: string, connection: Connection): boolean {
    const group = this.#groups.get(key);
    const wasIn = group instanceof Set ? group.delete(connection) : group === connection;
    const isEmpty = wasIn && (!(group instanceof Set) || group.size === 0);
    if (isEmpty) this.#groups.delete(key);
    return isEmpty;
  }

  has(key: string): boolean {
    return this.#groups.has(key);
  }

  count(key: string): number {
    const group = this.#groups.get(key);
    return group instanceof Set ? group.size : group === undefined ? 0 : 1;
  }

  /** Whoever is in the group now; one that joins or leaves while they are gone through changes nothing. */
  in(key: string): readonly Connection[] {
    const group = this.#groups.get(key);
    return group === undefined ? NOBODY : group instanceof Set ? [...group] : [group];
  }

  /** Everybody, one group after the other. */
  *all(): Iterable<Connection> {
    for (const group of this.#groups.values())
      if (group instanceof Set) yield* group;
      else yield group;
  }
}
