import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { messages } from './documents';
import { toMessageDto } from './dto';
import { findConversation, type Speaker } from './repository';
import { sideOf } from './rules';
import type { MessageDto } from './schemas';

/**
 * « I have listened to it. » Kept with the message when the other person first plays it; its two people alone read it. Again changes
 * nothing, and who plays their own voice says nothing by it.
 * @throws AppError not_found for a conversation or a message that is not there; action_not_allowed for what is no voice;
 * message_settled for what was taken back.
 */
export async function hearVoice(
  db: Database,
  actor: Speaker,
  conversationId: string,
  messageId: string,
): Promise<MessageDto> {
  const conversation = await findConversation(db, actor, conversationId);
  const named = { _id: toId(messageId), conversationId: conversation._id };
  const message = await messages(db).findOne(named);
  if (!message) throw notFound();
  if (message.type !== 'voice') throw new AppError('action_not_allowed');
  if (message.takenBack) throw new AppError('message_settled');
  if (message.heardAt || message.senderSide === sideOf(actor.role)) return toMessageDto(message, actor);
  const now = new Date();
  const stands = { ...named, heardAt: { $exists: false }, takenBack: { $exists: false } };
  await messages(db).updateOne(stands, { $set: { heardAt: now, changedAt: now } });
  const heard = await messages(db).findOne(named);
  if (!heard) throw notFound();
  return toMessageDto(heard, actor);
}
