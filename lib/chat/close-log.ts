import type { ClientSession, ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { newId } from '../db/ids';
import { messages } from './documents';

interface Place {
  _id: ObjectId;
  conversationId: ObjectId;
  seq: number;
  clientMessageId: 'closing';
}

/**
 * Ends the logs of conversations that a transaction is about to remove: it takes the next number of each, and gives it back. A message
 * that was stored there since the transaction began makes it run again, and then it sees the message; one that comes
 * before its end waits for it, and `MessageLog` then finds the conversation gone. So no word is acknowledged and lost.
 */
export async function closeLogs(db: Database, ids: readonly ObjectId[], session: ClientSession): Promise<void> {
  if (ids.length === 0) return;
  const places: Place[] = [];
  for (const conversationId of ids) {
    const newest = await messages(db).findOne(
      { conversationId },
      { session, sort: { seq: -1 }, projection: { seq: 1 } },
    );
    places.push({ _id: newId(), conversationId, seq: (newest?.seq ?? 0) + 1, clientMessageId: 'closing' });
  }
  const log = db.db.collection<Place>(messages(db).collectionName);
  await log.insertMany(places, { session });
  await log.deleteMany({ _id: { $in: places.map(({ _id }) => _id) } }, { session });
}
