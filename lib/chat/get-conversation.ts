import type { Database } from '../db/client';
import { notFound } from '../errors';
import { describeConversations } from './describe-conversations';
import { findConversation, type Speaker } from './repository';
import type { ConversationDto } from './schemas';

/**
 * One of the actor's conversations.
 * @throws AppError not_found when it is not there or not theirs.
 */
export async function getConversation(db: Database, actor: Speaker, id: string): Promise<ConversationDto> {
  const [conversation] = await describeConversations(db, actor, [await findConversation(db, actor, id)]);
  if (!conversation) throw notFound();
  return conversation;
}
