import { randomUUID } from 'node:crypto';
import type { Database } from '../db/client';
import { type AccountDocument, type SessionDocument, sessions } from './documents';
import { MOST_SESSIONS, openSessions } from './session-life';
import { SESSION_SECONDS } from './session-token';

/** A device that is not to be remembered is signed out after half a day, or when its browser closes. */
const SHORT_SESSION_SECONDS = 12 * 60 * 60;

/** Signs a device in: the session's id goes into its token as `sid`. Beyond the bound, the device that was not used for longest is out. */
export async function startSession(
  db: Database,
  account: Pick<AccountDocument, '_id' | 'role'>,
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
  const beyond = await sessions(db)
    .find({ accountId: account._id, ...openSessions(account.role, now) }, { projection: { _id: 1 } })
    .sort({ lastSeenAt: -1, _id: 1 })
    .skip(MOST_SESSIONS)
    .toArray();
  if (beyond.length > 0)
    await sessions(db).updateMany(
      { _id: { $in: beyond.map(({ _id }) => _id) }, revokedAt: { $exists: false } },
      { $set: { revokedAt: now } },
    );
  return session;
}
