import type { ClientSession } from 'mongodb';
import type { Database } from './client';
import { inTransaction } from './client';
import { isDuplicateKey } from './duplicate-key';

interface LockDocument {
  _id: string;
  taken: number;
}

/**
 * Runs `work` in a transaction in which nobody else holds any of `names`. Two transactions that only read the same documents do
 * not see each other; writing one shared document makes them collide, and the driver runs the later one again.
 * `work` must be repeatable.
 */
export async function withLock<T>(
  db: Database,
  names: string | readonly string[],
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  const locks = db.db.collection<LockDocument>('locks');
  const all = [names].flat();
  // Made outside: two first takers inside transactions could meet as a duplicate key, which is not retried.
  for (const _id of all)
    await locks.updateOne({ _id }, { $setOnInsert: { taken: 0 } }, { upsert: true }).catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  return inTransaction(db, async (session) => {
    for (const _id of all) await locks.updateOne({ _id }, { $inc: { taken: 1 } }, { session });
    return work(session);
  });
}
