import { AppError } from './errors';

interface Line {
  /** Settles when the last work of the line has. */
  tail: Promise<unknown>;
  waiting: number;
}
const lines = new Map<string, Line>();

/**
 * Runs the works of one key one after the other in this process: transactions that would meet on one document are spared their
 * retries, and work that takes much memory is done one at a time. What keeps a document true between processes is the database.
 * @param most how many may wait behind the one at work; whoever comes then is told to come back
 * @throws AppError unavailable when the line is full.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>, most = Infinity): Promise<T> {
  const line = lines.get(key) ?? { tail: Promise.resolve(), waiting: -1 };
  if (line.waiting >= most) throw new AppError('unavailable', { retryAfter: 5 });
  lines.set(key, line);
  line.waiting += 1;
  const mine = line.tail.then(work);
  line.tail = mine.catch(() => undefined);
  try {
    return await mine;
  } finally {
    line.waiting -= 1;
    if (line.waiting < 0) lines.delete(key);
  }
}
