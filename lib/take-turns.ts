import { setImmediate } from 'node:timers/promises';

/** An answer to somebody else takes some turns of the loop: with this between two of them it is there in a tenth of a second. */
const TURN_MS = 8;

/**
 * For long work on the loop that answers people: what it returns is awaited after each small piece, and lets everybody else have their
 * turn once the pieces have taken some milliseconds.
 */
export function takeTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < TURN_MS) return;
    await setImmediate();
    began = performance.now();
  };
}
