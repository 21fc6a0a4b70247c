import { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { messages } from './documents';

/**
 * The highest `seq` of each conversation, by hex id; one without messages is left out. Read without waiting for a majority:
 * a number that is taken is not free because a copy has not heard of it yet.
 */
export async function readHeads(db: Database, ids: readonly string[]): Promise<Map<string, number>> {
  const found = await Promise.all(
    ids.map((id) =>
      messages(db).findOne(
        { conversationId: new ObjectId(id) },
        { sort: { seq: -1 }, projection: { _id: 0, seq: 1 }, readConcern: { level: 'local' } },
      ),
    ),
  );
  return new Map(ids.flatMap((id, index) => (found[index] ? [[id, found[index].seq] as const] : [])));
}
