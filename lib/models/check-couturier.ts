import type { ObjectId } from 'mongodb';
import { accounts } from '../auth/documents';
import type { Database } from '../db/client';
import { notFound } from '../errors';

/**
 * A model is drawn by somebody of the house.
 * @throws AppError not_found when the account is not staff, or closed.
 */
export async function checkCouturier(db: Database, id: ObjectId): Promise<ObjectId> {
  const account = await accounts(db).findOne(
    { _id: id, role: { $in: ['couturier', 'owner'] }, disabled: false },
    { projection: { _id: 1 } },
  );
  if (!account) throw notFound();
  return id;
}
