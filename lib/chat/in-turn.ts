const tails = new Map<string, Promise<unknown>>();

/**
 * Runs the works of one key one after the other in this process. It only spares retries: what keeps `seq` true between
 * processes is the unique index.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = tails.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const tail = mine.then(
    () => undefined,
    () => undefined,
  );
  tails.set(key, tail);
  try {
    return await mine;
  } finally {
    if (tails.get(key) === tail) tails.delete(key);
  }
}
