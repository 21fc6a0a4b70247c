import type { ObjectId } from 'mongodb';
import type { Role } from '../actor';
import type { MessageDocument } from './documents';
import type { MessageDto } from './schemas';
import { toFileRef } from '../files/dto';

/**
 * A message as `reader` sees it. A word left for a client who had no account yet has no recipient in the database: it is
 * theirs from the day they read it.
 */
export function toMessageDto(message: MessageDocument, reader: { id: ObjectId; role: Role }): MessageDto {
  const waiting = message.senderSide === 'couturier' && reader.role === 'client' ? reader.id : undefined;
  return {
    id: message._id.toHexString(),
    conversationId: message.conversationId.toHexString(),
    seq: message.seq,
    senderId: message.senderId.toHexString(),
    recipientId: (message.recipientId ?? waiting)?.toHexString() ?? null,
    clientMessageId: message.clientMessageId,
    type: message.type,
    intent: message.intent,
    content: message.content,
    attachments: message.attachments.map(({ id, name, mime, size, width, height, voice, video }) =>
      toFileRef({ _id: id, name, mime, size, width, height, voice, video }),
    ),
    orderId: message.orderId?.toHexString(),
    modelId: message.modelId?.toHexString(),
    replyTo: message.replyTo?.toHexString(),
    remarks: message.remarks?.map(({ number, words, notedAt }) => ({
      number,
      words,
      notedAt: notedAt?.toISOString(),
    })),
    system: message.system,
    reactions: Object.keys(message.reactions ?? {}).length > 0 ? message.reactions : undefined,
    heardAt: message.heardAt?.toISOString(),
    // What was taken back is nobody's to see.
    history: message.takenBack
      ? undefined
      : message.history?.map(({ content, until }) => ({ content, until: until.toISOString() })),
    takenBack: message.takenBack,
    changedAt: message.changedAt?.toISOString(),
    createdAt: message.createdAt.toISOString(),
  };
}
