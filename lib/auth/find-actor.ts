import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { findActors, type Named } from './find-actors';

/**
 * The person behind verified claims, as the database knows them now: `null` when the session was ended, has expired,
 * or the account is gone or disabled. Called on every request, so a revocation takes effect at the next one.
 */
export async function findActor(db: Database, claims: Named): Promise<Actor | null> {
  const [admitted] = await findActors(db, [claims], { use: true });
  return admitted?.actor ?? null;
}
