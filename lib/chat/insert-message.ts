import type { ClientSession } from 'mongodb';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { type ConversationDocument, conversations, type MessageDocument, messages } from './documents';

export type NewMessage = Omit<MessageDocument, 'seq' | 'createdAt'>;

/**
 * Puts a message at the head of its conversation, at (highest + 1), inside a transaction: the conversation's own line is
 * written first, so that two writers meet there and one of them is retried; the unique index on { conversationId, seq }
 * refuses whatever would slip through. Nothing of it is visible, or acknowledged, before the majority has it journaled.
 */
export async function insertMessage(
  db: Database,
  conversation: Pick<ConversationDocument, '_id'>,
  message: NewMessage,
  session: ClientSession,
): Promise<MessageDocument> {
  const highest = await messages(db).findOne(
    { conversationId: conversation._id },
    { session, sort: { seq: -1 }, projection: { seq: 1 } },
  );
  const seq = (highest?.seq ?? 0) + 1;
  const now = new Date();
  const moved = await conversations(db).updateOne(
    { _id: conversation._id },
    {
      $set: {
        lastSeq: seq,
        lastMessageAt: now,
        updatedAt: now,
        [`lastFrom.${message.senderSide}`]: seq,
        ...(message.system ? {} : { [`lastWords.${message.senderSide}`]: seq }),
      },
      $inc: { version: 1 },
    },
    { session },
  );
  if (moved.matchedCount === 0) throw notFound();
  const document: MessageDocument = { ...message, seq, createdAt: now };
  await messages(db).insertOne(document, { session });
  return document;
}
