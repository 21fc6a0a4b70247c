import type { Filter } from 'mongodb';
import type { Role } from '../actor';
import { DAY_MS } from '../calendar';
import type { SessionDocument } from './documents';

/** A session that nobody used for so many days is over, however far its end (docs/decisions/0025). */
export const IDLE_DAYS = { client: 14, couturier: 3, owner: 3 } as const satisfies Record<Role, number>;

/** So many devices one account is open on at most: with one more, the one that was not used for longest ends. */
export const MOST_SESSIONS = 10;

/** Sessions that still count. */
export const openSessions = (role: Role, now: Date): Filter<SessionDocument> => ({
  revokedAt: { $exists: false },
  expiresAt: { $gt: now },
  lastSeenAt: { $gt: new Date(now.getTime() - IDLE_DAYS[role] * DAY_MS) },
});

/** Whether a session has not been left alone for too long. */
export const isInUse = (session: Pick<SessionDocument, 'lastSeenAt'>, role: Role, now: Date): boolean =>
  now.getTime() - session.lastSeenAt.getTime() < IDLE_DAYS[role] * DAY_MS;
