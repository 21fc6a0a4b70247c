import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { type ConversationDocument, conversations, messages } from './documents';

const CONVERSATIONS = 200;

/** Conversations with messages from which nothing was drawn yet, the newest first; bounded reads, one after the other. */
export async function* findBehind(db: Database): AsyncGenerator<ObjectId, void, undefined> {
  let last: Pick<ConversationDocument, '_id'> | undefined;
  for (;;) {
    const list: Pick<ConversationDocument, '_id' | 'lastSeq'>[] = await conversations(db)
      .find(last ? { _id: { $lt: last._id } } : {}, { projection: { lastSeq: 1 } })
      .sort({ _id: -1 })
      .limit(CONVERSATIONS)
      .toArray();
    last = list.at(-1);
    if (!last) return;
    yield* await behindOf(db, list);
  }
}

/** Those of these conversations that are behind their log. */
async function behindOf(
  db: Database,
  list: readonly Pick<ConversationDocument, '_id' | 'lastSeq'>[],
): Promise<ObjectId[]> {
  if (list.length === 0) return [];
  return messages(db).distinct('conversationId', {
    $or: list.map(({ _id, lastSeq }) => ({ conversationId: _id, seq: { $gt: lastSeq } })),
  });
}
