import type { Database } from '../db/client';
import { AppError } from '../errors';
import { decodeCursor, encodeCursor } from '../pagination';
import { messages } from './documents';
import { toMessageDto } from './dto';
import { findConversation, type Speaker } from './repository';
import type { GalleryPageDto } from './schemas';

/**
 * Every file of a conversation, newest first. `limit` counts messages, so that a message's files stay together.
 * @throws AppError not_found, invalid_request for a cursor that we did not make.
 */
export async function listConversationFiles(
  db: Database,
  actor: Speaker,
  conversationId: string,
  query: { limit: number; cursor?: string },
): Promise<GalleryPageDto> {
  const conversation = await findConversation(db, actor, conversationId);
  const [seq] = query.cursor === undefined ? [] : (decodeCursor(query.cursor) ?? [null]);
  if (query.cursor !== undefined && typeof seq !== 'number') throw new AppError('invalid_request');
  const rows = await messages(db)
    .find({
      conversationId: conversation._id,
      'attachments.0': { $exists: true },
      ...(typeof seq === 'number' ? { seq: { $lt: seq } } : {}),
    })
    .sort({ seq: -1 })
    .limit(query.limit + 1)
    .toArray();
  const kept = rows.slice(0, query.limit);
  const last = kept.at(-1);
  const items = kept.flatMap((row) => {
    const message = toMessageDto(row, actor);
    return message.attachments.map((file) => ({
      ...file,
      messageId: message.id,
      seq: message.seq,
      intent: message.intent,
      senderId: message.senderId,
      createdAt: message.createdAt,
    }));
  });
  return { items, nextCursor: rows.length > query.limit && last ? encodeCursor([last.seq]) : null };
}
