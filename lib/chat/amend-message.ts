import type { UpdateFilter } from 'mongodb';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { rewordGroup } from '../notifications/reword';
import { conversationGroup, excerptOf } from './announce-message';
import { type ConversationDocument, type MessageDocument, messages } from './documents';
import { toMessageDto } from './dto';
import { findConversation, type Speaker } from './repository';
import { judgeAmendment, judgeMessage, otherSide, sideOf } from './rules';
import { messageSearchFields } from './search-fields';
import type { MessageDto } from './schemas';
import type { Reaction } from './words';

interface Found {
  conversation: ConversationDocument;
  message: MessageDocument;
}

async function find(db: Database, actor: Speaker, conversationId: string, messageId: string): Promise<Found> {
  const conversation = await findConversation(db, actor, conversationId);
  const message = await messages(db).findOne({ _id: toId(messageId), conversationId: conversation._id });
  if (!message) throw notFound();
  return { conversation, message };
}

/** Changes a message that still stands as it was read. @throws AppError conflict when somebody was quicker. */
async function change(
  db: Database,
  { _id, content, takenBack }: MessageDocument,
  update: UpdateFilter<MessageDocument>,
): Promise<MessageDocument> {
  const stands = { _id, content, takenBack: takenBack ?? { $exists: false } };
  const changed = await messages(db).findOneAndUpdate(stands, update, { returnDocument: 'after' });
  if (!changed) throw new AppError('conflict');
  return changed;
}

/** Whoever has not read the words yet finds the new ones in the bell. */
async function reword(db: Database, { conversation }: Found, message: MessageDocument): Promise<void> {
  const { senderSide, seq, recipientId } = message;
  if (!recipientId || conversation.lastWords[senderSide] > seq) return;
  if (conversation.cursors[otherSide(senderSide)].read >= seq) return;
  await rewordGroup(db, recipientId, conversationGroup(conversation._id), (locale) => excerptOf(locale, message));
}

/**
 * Says a message in other words; what it said before is kept with it for both to read. Its sender's, within ten minutes.
 * @throws AppError not_found; forbidden; message_settled, for a marked picture too; message_empty and the other refusals of a message;
 * conflict.
 */
export async function editMessage(
  db: Database,
  actor: Speaker,
  conversationId: string,
  messageId: string,
  content: string,
): Promise<MessageDto> {
  const found = await find(db, actor, conversationId, messageId);
  const { message } = found;
  // Its words are those of the numbers on the picture.
  if (message.remarks) throw new AppError('message_settled');
  const now = new Date();
  const refusal = judgeAmendment(actor, message, now) ?? judgeMessage(message.senderSide, { ...message, content });
  if (refusal) throw new AppError(refusal);
  if (content === message.content) return toMessageDto(message, actor);
  const names = message.attachments.map(({ name }) => name);
  const edited = await change(db, message, {
    $set: { content, changedAt: now, ...messageSearchFields(content, ...names) },
    $push: { history: { content: message.content, until: now } },
  });
  await reword(db, found, edited);
  return toMessageDto(edited, actor);
}

/**
 * Takes a message back: it stays in its place, without words, files and reactions. The house keeps what it said, nobody is
 * shown it. Its sender's, within ten minutes; again changes nothing.
 * @throws AppError not_found; forbidden; message_settled; conflict.
 */
export async function takeBackMessage(
  db: Database,
  actor: Speaker,
  conversationId: string,
  messageId: string,
): Promise<MessageDto> {
  const found = await find(db, actor, conversationId, messageId);
  const { message } = found;
  if (message.takenBack && message.senderId.equals(actor.id)) return toMessageDto(message, actor);
  const now = new Date();
  const refusal = judgeAmendment(actor, { ...message, history: [] }, now);
  if (refusal) throw new AppError(refusal);
  const { content, attachments } = message;
  const taken = await change(db, message, {
    $set: { content: '', attachments: [], takenBack: true, changedAt: now, ...messageSearchFields('') },
    $unset: { reactions: '', remarks: '', heardAt: '' },
    $push: { history: { content, attachments, until: now } },
  });
  await reword(db, found, taken);
  return toMessageDto(taken, actor);
}

/**
 * Leaves, changes or takes away one's reaction to a message: one for each of the two people.
 * @throws AppError not_found; message_settled for what was taken back; action_not_allowed for a line of the order.
 */
export async function react(
  db: Database,
  actor: Speaker,
  conversationId: string,
  messageId: string,
  reaction: Reaction | null,
): Promise<MessageDto> {
  const { message } = await find(db, actor, conversationId, messageId);
  if (message.system) throw new AppError('action_not_allowed');
  if (message.takenBack) throw new AppError('message_settled');
  const side = sideOf(actor.role);
  if ((message.reactions?.[side] ?? null) === reaction) return toMessageDto(message, actor);
  const own = `reactions.${side}` as const;
  const changedAt = new Date();
  const changed = await change(
    db,
    message,
    reaction ? { $set: { [own]: reaction, changedAt } } : { $unset: { [own]: '' }, $set: { changedAt } },
  );
  return toMessageDto(changed, actor);
}
