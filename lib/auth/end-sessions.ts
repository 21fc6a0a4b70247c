import type { ClientSession, ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import { recordAct } from '../audit/record-act';
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
export async function endSession(
  db: Database,
  actor: Pick<Actor, 'id'> & Partial<Pick<Actor, 'sessionId'>>,
  sessionId: string,
): Promise<void> {
  const result = await sessions(db).updateOne(
    { _id: sessionId, accountId: actor.id, revokedAt: { $exists: false } },
    { $set: { revokedAt: new Date() } },
  );
  if (result.matchedCount === 0) throw notFound();
  // Leaving the device one is at is an everyday thing; sending another one out is worth a line.
  if (actor.sessionId !== undefined && actor.sessionId !== sessionId)
    await recordAct(db, { kind: 'sessionEnded', by: actor.id });
}

/** Signs an account out everywhere, at its own wish. */
export async function endOwnSessions(db: Database, actor: Pick<Actor, 'id'>): Promise<void> {
  await endSessions(db, actor.id);
  await recordAct(db, { kind: 'sessionsEnded', by: actor.id });
}
