import { findPresences } from '../auth/find-presence';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { getHouse } from '../house/get-house';
import { listTaken } from './list-taken';
import { type FreeDay, freeDays } from './offered-starts';

/**
 * The next open days of a couturier, from tomorrow on, with the hours that may be asked for.
 * @param wish how long it would last, in minutes, and how many days are wanted
 */
export async function findFreeDays(
  db: Database,
  couturierId: string,
  wish: { minutes: number; days: number },
  now: Date,
): Promise<FreeDay[]> {
  const [house, taken, presences] = await Promise.all([
    getHouse(db),
    listTaken(db, now, toId(couturierId)),
    findPresences(db, [toId(couturierId)]),
  ]);
  return freeDays(house, { ...wish, couturierId, presence: presences.get(couturierId) }, taken, now);
}
