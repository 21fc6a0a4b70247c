import { ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { accounts, sessions } from './documents';
import type { SessionClaims } from './session-token';

/** How stale « last seen » may be: one write per device and this long, not one per request. */
const SEEN_EVERY_MS = 10 * 60 * 1000;

/**
 * The person behind verified claims, as the database knows them now: `null` when the session was ended, has expired,
 * or the account is gone or disabled. Called on every request, so a revocation takes effect at the next one.
 */
export async function findActor(db: Database, claims: Pick<SessionClaims, 'sub' | 'sid'>): Promise<Actor | null> {
  if (!ObjectId.isValid(claims.sub)) return null;
  const now = new Date();
  const [session, account] = await Promise.all([
    sessions(db).findOne({
      _id: claims.sid,
      accountId: new ObjectId(claims.sub),
      revokedAt: { $exists: false },
      expiresAt: { $gt: now },
    }),
    accounts(db).findOne({ _id: new ObjectId(claims.sub), disabled: false }),
  ]);
  if (!session || !account) return null;
  if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS)
    await sessions(db).updateOne({ _id: session._id }, { $set: { lastSeenAt: now } });
  return {
    id: account._id,
    role: account.role,
    name: account.name,
    email: account.email,
    locale: account.locale,
    clientId: account.clientId,
    sessionId: session._id,
  };
}
