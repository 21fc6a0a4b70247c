import type { ObjectId } from 'mongodb';
import { daysLater } from '../calendar';
import type { Database } from '../db/client';
import { conversations, messages } from './documents';
import { answerGaps, type Pace, paceOf } from './rules';

/** Enough of a couturier's recent words to know their habit, and a bounded read. */
const CONVERSATIONS = 20;
const LAST_MESSAGES = 60;
const RECENT_DAYS = 60;

/** How soon a couturier usually answers, from the last conversations; `null` where nobody has waited for them lately. */
export async function answerPace(db: Database, couturierId: ObjectId, now = new Date()): Promise<Pace | null> {
  const since = daysLater(now, -RECENT_DAYS);
  const recent = await conversations(db)
    .find({ couturierId, lastMessageAt: { $gt: since } })
    .sort({ lastMessageAt: -1, _id: -1 })
    .limit(CONVERSATIONS)
    .toArray();
  const gaps = await Promise.all(
    recent.map(async ({ _id, lastSeq }) => {
      const rows = await messages(db)
        .find({ conversationId: _id, seq: { $gt: lastSeq - LAST_MESSAGES } })
        .project<{ senderSide: 'client' | 'couturier'; createdAt: Date; system?: object }>({
          senderSide: 1,
          createdAt: 1,
          system: 1,
        })
        .sort({ seq: 1 })
        .toArray();
      return answerGaps(rows.filter((row) => !row.system && row.createdAt > since));
    }),
  );
  return paceOf(gaps.flat());
}
