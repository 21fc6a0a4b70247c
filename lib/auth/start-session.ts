import { randomUUID } from 'node:crypto';
import type { Database } from '../db/client';
import { type AccountDocument, type SessionDocument, sessions } from './documents';
import { SESSION_SECONDS } from './session-token';

/** A device that is not to be remembered is signed out after half a day, or when its browser closes. */
const SHORT_SESSION_SECONDS = 12 * 60 * 60;

/** Signs a device in: the session's id goes into its token as `sid`. */
export async function startSession(
  db: Database,
  account: Pick<AccountDocument, '_id'>,
  device: { userAgent: string; remember: boolean },
): Promise<SessionDocument> {
  const now = new Date();
  const seconds = device.remember ? SESSION_SECONDS : SHORT_SESSION_SECONDS;
  const session: SessionDocument = {
    _id: randomUUID(),
    accountId: account._id,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + seconds * 1000),
    userAgent: device.userAgent.slice(0, 400),
  };
  await sessions(db).insertOne(session);
  return session;
}
