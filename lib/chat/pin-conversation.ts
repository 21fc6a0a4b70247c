import type { Database } from '../db/client';
import { findConversation, type Speaker } from './repository';
import { conversations } from './documents';
import { sideOf } from './rules';

/**
 * Pins one of the actor's conversations, or unpins it; the other person does not see it.
 * @throws AppError not_found.
 */
export async function pinConversation(db: Database, actor: Speaker, id: string, pinned: boolean): Promise<void> {
  const { _id } = await findConversation(db, actor, id);
  const key = `pinned.${sideOf(actor.role)}`;
  await conversations(db).updateOne({ _id }, pinned ? { $set: { [key]: true } } : { $unset: { [key]: '' } });
}
