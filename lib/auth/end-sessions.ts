import type { ClientSession, ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { sessions } from './documents';

/**
 * Ends sessions of an account. They are refused at their next request, and the sidecar, which watches the collection,
 * closes their sockets.
 */
export async function endSessions(
  db: Database,
  accountId: ObjectId,
  options: { except?: string; session?: ClientSession } = {},
): Promise<void> {
  await sessions(db).updateMany(
    {
      accountId,
      revokedAt: { $exists: false },
      ...(options.except === undefined ? {} : { _id: { $ne: options.except } }),
    },
    { $set: { revokedAt: new Date() } },
    { session: options.session },
  );
}

/** Ends one of my own sessions. */
export async function endSession(db: Database, actor: Pick<Actor, 'id'>, sessionId: string): Promise<void> {
  const result = await sessions(db).updateOne(
    { _id: sessionId, accountId: actor.id, revokedAt: { $exists: false } },
    { $set: { revokedAt: new Date() } },
  );
  if (result.matchedCount === 0) throw notFound();
}
