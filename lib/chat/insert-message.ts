import type { ClientSession } from 'mongodb';
import type { Database } from '../db/client';
import { notFound } from '../errors';
import { type ConversationDocument, conversations, type MessageDocument, messages } from './documents';
import { followInside } from './follow-conversation';

export type NewMessage = Omit<MessageDocument, 'seq' | 'createdAt'>;

/**
 * Puts a line at the head of its conversation inside a transaction that does more than that, and draws what follows from
 * it in the same one. A message that takes the number meanwhile makes the driver run the transaction again. People's
 * messages go through `MessageLog`.
 */
export async function insertMessage(
  db: Database,
  conversation: Pick<ConversationDocument, '_id'>,
  message: NewMessage,
  session: ClientSession,
): Promise<MessageDocument> {
  if ((await conversations(db).countDocuments({ _id: conversation._id }, { session, limit: 1 })) === 0)
    throw notFound();
  const highest = await messages(db).findOne(
    { conversationId: conversation._id },
    { session, sort: { seq: -1 }, projection: { seq: 1 } },
  );
  const document: MessageDocument = { ...message, seq: (highest?.seq ?? 0) + 1, createdAt: new Date() };
  await messages(db).insertOne(document, { session });
  while (!(await followInside(db, conversation._id, session)));
  return document;
}
