import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { AppError } from '../errors';
import { clients } from './documents';

/**
 * Ties an account to the file that was there before it (an accepted invitation); nothing is duplicated.
 * @throws AppError conflict when the file is gone or already has an account.
 */
export async function linkClientAccount(
  db: Database,
  link: { clientId: ObjectId; accountId: ObjectId },
  session?: ClientSession,
): Promise<void> {
  const result = await clients(db).updateOne(
    { _id: link.clientId, accountId: { $exists: false } },
    { $set: { accountId: link.accountId, updatedAt: new Date() }, $inc: { version: 1 } },
    { session },
  );
  if (result.matchedCount !== 1) throw new AppError('conflict');
}
