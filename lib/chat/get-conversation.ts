import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { notFound } from '../errors';
import { describeConversations } from './describe-conversations';
import { conversations } from './documents';
import { followForAMoment, isBehind } from './follow-conversation';
import { findConversation, scopeOf, type Speaker } from './repository';
import { sideOf } from './rules';
import type { ConversationDto } from './schemas';

/** The conversation the actor has with somebody (a client's file, or a couturier), if they have one. */
export async function findConversationWith(
  db: Database,
  actor: Speaker,
  other: string,
): Promise<ConversationDto | undefined> {
  const key = sideOf(actor.role) === 'client' ? 'couturierId' : 'clientId';
  const found = await conversations(db).findOne({ ...scopeOf(actor), [key]: toId(other) });
  return found ? (await describeConversations(db, actor, [found]))[0] : undefined;
}

/**
 * One of the actor's conversations.
 * @throws AppError not_found when it is not there or not theirs.
 */
export async function getConversation(db: Database, actor: Speaker, id: string): Promise<ConversationDto> {
  const found = await findConversation(db, actor, id);
  const behind = await isBehind(db, found);
  // Whoever has just been acknowledged a message finds it here.
  if (behind) await followForAMoment(db, found._id);
  const now = behind ? await findConversation(db, actor, found._id) : found;
  const [conversation] = await describeConversations(db, actor, [now]);
  if (!conversation) throw notFound();
  return conversation;
}
