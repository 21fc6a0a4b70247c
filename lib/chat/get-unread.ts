import type { Database } from '../db/client';
import { conversations } from './documents';
import { countUnread, scopeOf, type Speaker, unreadFilter } from './repository';
import { sideOf } from './rules';
import type { UnreadDto } from './schemas';

/** How much waits for the actor in all their conversations: the number beside « Messages ». */
export async function getUnread(db: Database, actor: Speaker): Promise<UnreadDto> {
  const open = await conversations(db)
    .find({ $and: [scopeOf(actor), unreadFilter(actor.role)] }, { projection: { _id: 1, cursors: 1, lastFrom: 1 } })
    .toArray();
  const counts = await countUnread(db, sideOf(actor.role), open);
  return { messages: [...counts.values()].reduce((sum, one) => sum + one, 0), conversations: counts.size };
}
