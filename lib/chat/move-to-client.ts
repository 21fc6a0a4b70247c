import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { absorbConversation } from './absorb-conversation';
import { conversations } from './documents';

/**
 * The conversations of one client file become those of another, inside the transaction that merges the two.
 * Where both spoke with one couturier there is one conversation afterwards: that of the file with the account, so that
 * the page its person has open stays true, carries the words of the other.
 */
export async function moveConversations(
  db: Database,
  actor: { id: ObjectId; name: string },
  move: { fromId: ObjectId; intoId: ObjectId; spokenBy: 'from' | 'into' },
  session: ClientSession,
): Promise<void> {
  const theirs = await conversations(db).find({ clientId: move.fromId }, { session }).toArray();
  for (const one of theirs) {
    const ours = await conversations(db).findOne({ clientId: move.intoId, couturierId: one.couturierId }, { session });
    const [kept, gone] = move.spokenBy === 'from' || !ours ? [one, ours] : [ours, one];
    if (gone) await absorbConversation(db, gone, kept, actor, session);
    if (kept === one)
      await conversations(db).updateOne(
        { _id: one._id },
        { $set: { clientId: move.intoId, updatedAt: new Date() }, $inc: { version: 1 } },
        { session },
      );
  }
}
