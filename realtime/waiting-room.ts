import { isThisMachine } from './address';

/** Sockets that have not shown a ticket yet, by address: one address cannot fill the house with silence. */
export class WaitingRoom {
  readonly #waiting = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Takes a place; returns how to give it back (once or more often), or undefined where there is none. */
  enter(address: string): (() => void) | undefined {
    if (isThisMachine(address)) return () => undefined;
    const before = this.#waiting.get(address) ?? 0;
    if (before >= this.most) return undefined;
    this.#waiting.set(address, before + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const now = (this.#waiting.get(address) ?? 1) - 1;
      if (now > 0) this.#waiting.set(address, now);
      else this.#waiting.delete(address);
    };
  }
}
