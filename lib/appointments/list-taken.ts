import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { appointments } from './documents';
import { HOLDING } from './rules';
import { type Taken } from './schemas';
import { LONGEST_MINUTES } from './words';

/** Enough for a whole house over many months; an hour beyond it is still refused when it is asked for. */
const SHOWN = 2000;

/**
 * The hours that are taken from now on, by whom they are given and nothing else: what a client may not be offered.
 * @param couturierId of one couturier; of all when left out
 */
export async function listTaken(db: Database, now = new Date(), couturierId?: ObjectId): Promise<Taken[]> {
  const rows = await appointments(db)
    .find({
      ...(couturierId ? { couturierId } : {}),
      status: { $in: [...HOLDING] },
      start: { $gt: new Date(now.getTime() - LONGEST_MINUTES * 60_000) },
    })
    .sort({ start: 1, _id: 1 })
    .limit(SHOWN)
    .toArray();
  return rows.map((row) => ({
    couturierId: row.couturierId.toHexString(),
    start: row.start.toISOString(),
    minutes: row.minutes,
  }));
}
