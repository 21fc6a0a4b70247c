import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from './client';
import { isDuplicateKey } from './duplicate-key';

interface LeaseDocument {
  _id: string;
  /** Who has it: one call of `withLease`. */
  holder: string;
  /** Whoever died with it holds it no longer than this. */
  until: Date;
}

export interface LeaseTimes {
  /** How long a holder that fell silent keeps the others out, in milliseconds. */
  leaseMs: number;
  /** How often those who wait look again. */
  pollMs: number;
}

const TIMES: LeaseTimes = { leaseMs: 10_000, pollMs: 100 };

/**
 * Runs `work` while nobody else runs a work of this name on this database, however long it takes; others wait. `withLock` does
 * the same for what fits into one transaction. A process that is killed loses the lease within `leaseMs`; one that was only
 * stopped for longer may then meet its successor, so `work` must bear being run by two.
 */
export async function withLease<T>(
  db: Database,
  name: string,
  work: () => Promise<T>,
  { leaseMs, pollMs }: LeaseTimes = TIMES,
): Promise<T> {
  const leases = db.db.collection<LeaseDocument>('leases');
  const holder = randomUUID();
  const until = () => new Date(Date.now() + leaseMs);
  const take = async (): Promise<boolean> => {
    try {
      // Where somebody holds it the filter finds nothing, and the insert that follows meets their document.
      await leases.updateOne(
        { _id: name, until: { $lt: new Date() } },
        { $set: { holder, until: until() } },
        { upsert: true },
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  };
  while (!(await take())) await wait(pollMs);
  // A renewal that fails costs nothing as long as one in three succeeds.
  const renewal = setInterval(
    () => void leases.updateOne({ _id: name, holder }, { $set: { until: until() } }).catch(() => undefined),
    leaseMs / 3,
  );
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await leases.deleteOne({ _id: name, holder });
  }
}
