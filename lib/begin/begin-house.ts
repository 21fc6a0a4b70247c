import type { Locale } from '../actor';
import { accounts } from '../auth/documents';
import { hashSecret, newSecret } from '../auth/secret-token';
import type { Database } from '../db/client';
import { writeNewHouse } from '../house/get-house';
import { beginnings, OWNERLESS } from './documents';

/** Notes that the house has its owner, however they came: what opens it as new opens nothing any more. */
export async function closeBeginning(db: Database): Promise<void> {
  await beginnings(db).updateOne(OWNERLESS, { $set: { ownedAt: new Date() }, $unset: { keyHash: '' } });
}

/**
 * Begins a house of somebody's own, or goes on beginning it: nobody but the bearer of the key comes in until there is an owner.
 * Only the key's hash is kept, so each start makes another and the one before serves no more.
 * @param locale the language its first words are in
 * @returns the key of the address to print; `undefined` when the house has an owner
 */
export async function beginHouse(db: Database, locale: Locale): Promise<string | undefined> {
  await beginnings(db).updateOne({ _id: 'beginning' }, { $setOnInsert: { begunAt: new Date() } }, { upsert: true });
  await writeNewHouse(db, locale);
  if (await accounts(db).findOne({ role: 'owner' }, { projection: { _id: 1 } })) await closeBeginning(db);
  const key = newSecret();
  const { matchedCount } = await beginnings(db).updateOne(OWNERLESS, { $set: { keyHash: hashSecret(key) } });
  return matchedCount === 1 ? key : undefined;
}

/** Whether this database is a house that began as somebody's own. */
export const hasBegun = async (db: Database): Promise<boolean> =>
  (await beginnings(db).findOne({ _id: 'beginning' }, { projection: { _id: 1 } })) !== null;

/** Whether the house waits for its owner: nothing of it is open. */
export const isOwnerless = async (db: Database): Promise<boolean> =>
  (await beginnings(db).findOne(OWNERLESS, { projection: { _id: 1 } })) !== null;

/** Whether this key opens the house now. Does not use it up. */
export const isKey = async (db: Database, key: string): Promise<boolean> =>
  (await beginnings(db).findOne({ ...OWNERLESS, keyHash: hashSecret(key) }, { projection: { _id: 1 } })) !== null;
