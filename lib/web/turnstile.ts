import { setImmediate as nextTurn } from 'node:timers/promises';

/** So many at once: while one waits for the database the other is made, and a turn of the loop stays short. */
const AT_ONCE = 2;
/** Who takes longer waits for something that is not the loop (a slow reader, a database): others go on meanwhile. */
const LONGEST_MS = 250;

/** Lets some through at once, and the others in the order in which they came. */
export class Turnstile {
  #inside = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce = AT_ONCE,
    private readonly longestMs = LONGEST_MS,
  ) {}

  /** Waits for its turn. @returns what gives the place to the next; again is free, and it is given after a while in any case */
  async enter(): Promise<() => void> {
    if (this.#inside >= this.atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#inside += 1;
    let left = false;
    const leave = () => {
      if (left) return;
      left = true;
      clearTimeout(late);
      const next = this.#waiting.shift();
      // The place goes from hand to hand: nobody slips in between.
      if (next) next();
      else this.#inside -= 1;
    };
    const late = setTimeout(leave, this.longestMs);
    return leave;
  }
}

/** Nobody keeps the others out by knocking all the time. */
const LONGEST_KNOCKING_MS = 100;

/**
 * Waits while connections come in. The loop takes one in at each of its turns (libuv), and beside a page that is made a turn is long: a crowd
 * that comes at once would be let in one by one, and a small question with it would wait for seconds.
 * @param knocks how many connections have come so far
 */
export async function whileTheyKnock(knocks: () => number): Promise<void> {
  const latest = performance.now() + LONGEST_KNOCKING_MS;
  for (let before = -1; before !== knocks() && performance.now() < latest;) {
    before = knocks();
    await nextTurn();
  }
}
