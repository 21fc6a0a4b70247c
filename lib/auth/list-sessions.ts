import type { Actor } from '../actor';
import type { Database } from '../db/client';
import type { Page } from '../pages';
import { sessions } from './documents';
import type { DeviceSessionDto } from './schemas';
import { openSessions } from './session-life';

const SHOWN = 100;

/** My signed-in devices, the last seen first. */
export async function listSessions(db: Database, actor: Actor): Promise<Page<DeviceSessionDto>> {
  const open = await sessions(db)
    .find({ accountId: actor.id, ...openSessions(actor.role, new Date()) })
    .sort({ lastSeenAt: -1, _id: 1 })
    .limit(SHOWN)
    .toArray();
  const items = open.map((session) => ({
    id: session._id,
    current: session._id === actor.sessionId,
    userAgent: session.userAgent,
    createdAt: session.createdAt.toISOString(),
    updatedAt: session.lastSeenAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
    expiresAt: session.expiresAt.toISOString(),
  }));
  return { items, nextCursor: null };
}
