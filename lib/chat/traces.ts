import type { ClientSession, ObjectId } from 'mongodb';
import type { ClientActor } from '../actor';
import { jsonEntry, listEntry } from '../archive-entry';
import type { Database } from '../db/client';
import type { Traces } from '../traces';
import { closeLogs } from './close-log';
import { describeConversations } from './describe-conversations';
import { conversations, messages } from './documents';
import { toMessageDto } from './dto';
import { moveConversations } from './move-to-client';

async function conversationIds(db: Database, clientId: ObjectId, session?: ClientSession): Promise<ObjectId[]> {
  const theirs = await conversations(db)
    .find({ clientId }, { session, projection: { _id: 1 } })
    .toArray();
  return theirs.map(({ _id }) => _id);
}

async function* allMessages(db: Database, actor: ClientActor, ids: readonly ObjectId[]) {
  for (const conversationId of ids)
    for await (const message of messages(db).find({ conversationId }).sort({ seq: 1 }))
      yield toMessageDto(message, actor);
}

/** Conversations go whole: without one of its two people the other's half is no use, and it speaks of a body. */
export const chatTraces: Traces = {
  fields: { conversations: ['clientId'], messages: ['senderId', 'recipientId'] },
  holders: async (db, { clientId }, session) => {
    const ids = await conversationIds(db, clientId, session);
    const withFiles = await messages(db)
      .find(
        { conversationId: { $in: ids }, $or: [{ 'attachments.0': { $exists: true } }, { takenBack: true }] },
        { session, projection: { _id: 1 } },
      )
      .toArray();
    return withFiles.map(({ _id }) => _id);
  },
  erase: async (db, { clientId, session }) => {
    const ids = await conversationIds(db, clientId, session);
    await closeLogs(db, ids, session);
    await messages(db).deleteMany({ conversationId: { $in: ids } }, { session });
    await conversations(db).deleteMany({ _id: { $in: ids } }, { session });
  },
  export: async function* (db, { actor }) {
    const talks = await conversations(db).find({ clientId: actor.clientId }).sort({ createdAt: 1 }).toArray();
    yield jsonEntry('conversations.json', await describeConversations(db, actor, talks));
    const ids = talks.map(({ _id }) => _id);
    yield listEntry('messages.json', allMessages(db, actor, ids));
  },
  move: async (db, { from, into, by, session }) => {
    const spokenBy = from.accountId ? 'from' : 'into';
    await moveConversations(db, by, { fromId: from.clientId, intoId: into.clientId, spokenBy }, session);
  },
  using: (db, ids, session) => conversations(db).distinct('clientId', { clientId: { $in: [...ids] } }, { session }),
  count: async (db, clientId) => ({ conversations: await conversations(db).countDocuments({ clientId }) }),
};
