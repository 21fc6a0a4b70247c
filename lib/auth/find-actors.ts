import { ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { getHouse } from '../house/get-house';
import { accounts, sessions } from './documents';
import { isInUse } from './session-life';
import type { SessionClaims } from './session-token';

/** How stale « last seen » may be: one write per device and this long, not one per request. */
const SEEN_EVERY_MS = 10 * 60 * 1000;

/** Account and session, as a token names them. */
export type Named = Pick<SessionClaims, 'sub' | 'sid'>;
export interface Admitted {
  actor: Actor;
  sessionExpiresAt: Date;
}

/**
 * The persons behind verified claims, as the database knows them now, in the order of the claims: `null` where the session
 * was ended, has expired or was left alone for too long, or the account is gone or disabled. Two reads, however many they are,
 * and a look at the house where one of the staff has no second key.
 * @param options.use that the sessions are used by this: a line that only stays open is no use of one
 */
export async function findActors(
  db: Database,
  claims: readonly Named[],
  options: { use?: boolean } = {},
): Promise<(Admitted | null)[]> {
  const now = new Date();
  const valid = claims.filter(({ sub }) => ObjectId.isValid(sub));
  if (valid.length === 0) return claims.map(() => null);
  const [openSessions, people] = await Promise.all([
    sessions(db)
      .find(
        { _id: { $in: valid.map(({ sid }) => sid) }, revokedAt: { $exists: false }, expiresAt: { $gt: now } },
        { projection: { accountId: 1, lastSeenAt: 1, expiresAt: 1 } },
      )
      .toArray(),
    accounts(db)
      .find(
        { _id: { $in: valid.map(({ sub }) => new ObjectId(sub)) }, disabled: false },
        { projection: { role: 1, name: 1, email: 1, locale: 1, clientId: 1, secondKey: 1 } },
      )
      .toArray(),
  ]);
  // Asked only where somebody could lack one.
  const bare = people.some(({ role, secondKey }) => role !== 'client' && !secondKey);
  const required = bare && (await getHouse(db)).secondKeyRequired;
  const sessionOf = new Map(openSessions.map((one) => [one._id, one]));
  const accountOf = new Map(people.map((one) => [one._id.toHexString(), one]));
  const stale: string[] = [];
  const admitted = claims.map(({ sub, sid }) => {
    const session = sessionOf.get(sid);
    const account = accountOf.get(sub.toLowerCase());
    if (!session || !account || !session.accountId.equals(account._id)) return null;
    if (!isInUse(session, account.role, now)) return null;
    if (now.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) stale.push(session._id);
    const { _id, role, name, email, locale, clientId, secondKey } = account;
    const lacks = required && role !== 'client' && !secondKey;
    return {
      actor: {
        id: _id,
        role,
        name,
        email,
        locale,
        clientId,
        sessionId: session._id,
        ...(lacks ? { lacksSecondKey: true as const } : {}),
      },
      sessionExpiresAt: session.expiresAt,
    };
  });
  if (options.use && stale.length > 0)
    await sessions(db).updateMany({ _id: { $in: stale } }, { $set: { lastSeenAt: now } });
  return admitted;
}
