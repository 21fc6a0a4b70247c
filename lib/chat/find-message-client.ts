import type { ObjectId } from 'mongodb';
import type { StaffActor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { messages } from './documents';
import { findConversation } from './repository';

/**
 * Whose conversation with the actor a message stands in.
 * @returns the client's file
 * @throws AppError not_found for a message that is not there, or in a conversation of others; message_settled for what was taken back.
 */
export async function findMessageClient(db: Database, actor: StaffActor, messageId: string): Promise<ObjectId> {
  const message = await messages(db).findOne(
    { _id: toId(messageId) },
    { projection: { conversationId: 1, takenBack: 1 } },
  );
  if (!message) throw notFound();
  const { clientId } = await findConversation(db, actor, message.conversationId);
  if (message.takenBack) throw new AppError('message_settled');
  return clientId;
}
