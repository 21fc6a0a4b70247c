import type { Database } from '../db/client';
import type { SETTLED } from './words';

/** How a house of somebody's own began; absent in the demo house and in one that is older than this record. */
export interface BeginningDocument {
  _id: 'beginning';
  begunAt: Date;
  /** SHA-256 of the key in the address that `npm start` printed last; gone once it has served. */
  keyHash?: string;
  /** When the owner came in: from then on the house is open. */
  ownedAt?: Date;
  /** First steps that stay as they were proposed. */
  settled?: (typeof SETTLED)[number][];
  /** When the owner put the page of the first steps away. */
  putAwayAt?: Date;
}

export const beginnings = (db: Database) => db.db.collection<BeginningDocument>('beginnings');

/** The house while nobody owns it. */
export const OWNERLESS = { _id: 'beginning' as const, ownedAt: { $exists: false } };
