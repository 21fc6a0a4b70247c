import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { accounts } from './documents';

/** Names of accounts, by hex id; for lists that show who does what. */
export async function staffNamesOf(db: Database, ids: readonly ObjectId[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const people = await accounts(db)
    .find({ _id: { $in: [...ids] } }, { projection: { name: 1 } })
    .toArray();
  return new Map(people.map((person) => [person._id.toHexString(), person.name]));
}

/** Whether this account works here and may be given work. */
export async function isActiveStaff(db: Database, id: ObjectId): Promise<boolean> {
  const person = await accounts(db).findOne(
    { _id: id, role: { $in: ['couturier', 'owner'] }, disabled: false },
    { projection: { _id: 1 } },
  );
  return person !== null;
}

/** People of the house in the order they joined it. */
export const byJoining = (a: { _id: ObjectId; createdAt: Date }, b: { _id: ObjectId; createdAt: Date }): number =>
  a.createdAt.getTime() - b.createdAt.getTime() || (a._id.toHexString() < b._id.toHexString() ? -1 : 1);
