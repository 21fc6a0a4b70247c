import { hasBegun } from '../../lib/begin/begin-house';
import type { Database } from '../../lib/db/client';

/** What is known of the demo house in this database; absent in a real house. */
export interface DemoDocument {
  _id: 'demo';
  /** `loading` after a load that was cut off: it is begun again. */
  state: 'loading' | 'loaded';
  /** The hash every demo account has while its password was not changed by hand. */
  passwordHash?: string;
  passwords?: 'known' | 'random';
}

export const demoState = (db: Database) => db.db.collection<DemoDocument>('demoState');

/** What the house writes before anything of a person is there. */
const OWN_RECORDS = ['rateLimits', 'migrations', 'leases', 'locks'];

/** Whether nothing of a house is stored yet. */
export async function isEmpty(db: Database): Promise<boolean> {
  for (const { name } of await db.db.listCollections({}, { nameOnly: true }).toArray()) {
    if (!OWN_RECORDS.includes(name) && (await db.db.collection(name).findOne({}, { projection: { _id: 1 } })))
      return false;
  }
  return true;
}

/** Whose house is in a database: the demo's, one that began as somebody's own, another that is older than that, or none. */
export type HouseThere = 'nothing' | 'demo' | 'new' | 'other';

/** Looks whose house it is. */
export async function houseThere(db: Database): Promise<HouseThere> {
  if (await demoState(db).findOne({ _id: 'demo' })) return 'demo';
  if (await hasBegun(db)) return 'new';
  return (await isEmpty(db)) ? 'nothing' : 'other';
}
