import type { Actor } from '../actor';
import { staffNamesOf } from '../auth/staff-names';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { copyPicture } from '../files/freeze-picture';
import type { FileRefDto } from '../files/schemas';
import { leaveInTimeline } from '../orders/add-remark';
import type { Announce } from '../orders/announce';
import type { OrderEventDto } from '../orders/answers';
import { messages } from './documents';
import { findConversation } from './repository';
import { isImage } from './rules';
import type { ForwardPicturesInput } from './schemas';

/**
 * Puts pictures of a message with an order of the same client, as copies: what the thread does with its own later changes
 * nothing there. The order's timeline says that they came from the conversation, who had sent them and when.
 * @throws AppError not_found for a message, a picture or an order that is not there for the actor, or another client's;
 * message_settled for what was taken back; action_not_allowed where the actor may leave nothing with the order.
 */
export async function forwardPictures(
  db: Database,
  actor: Actor,
  at: { conversationId: string; messageId: string },
  { orderId, fileIds, kind, text }: ForwardPicturesInput,
  announce: Announce,
): Promise<OrderEventDto> {
  const conversation = await findConversation(db, actor, at.conversationId);
  const message = await messages(db).findOne({ _id: toId(at.messageId), conversationId: conversation._id });
  if (!message) throw notFound();
  if (message.takenBack) throw new AppError('message_settled');
  const wanted = fileIds && new Set(fileIds.map((id) => id.toLowerCase()));
  const pictures = message.attachments.filter((file) => isImage(file) && (wanted?.has(file.id.toHexString()) ?? true));
  if (pictures.length === 0 || (wanted && pictures.length !== wanted.size)) throw notFound();
  const name = (await staffNamesOf(db, [message.senderId])).get(message.senderId.toHexString()) ?? '';
  return leaveInTimeline(
    db,
    actor,
    orderId,
    {
      kind,
      text,
      clientId: conversation.clientId,
      data: { cameFrom: { name, at: message.createdAt.toISOString() } },
      files: async (to, session) => {
        const copies: FileRefDto[] = [];
        // One after another: a transaction does one thing at a time.
        for (const { id, name: file, mime, size, width, height } of pictures) {
          const fileId = await copyPicture(db, id, to, session);
          copies.push({ id: fileId.toHexString(), name: file, mime, size, width, height });
        }
        return copies;
      },
    },
    announce,
  );
}
