import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { findClientById } from '../clients/find-client';
import { type Database, inTransaction } from '../db/client';
import { isDuplicateKey } from '../db/duplicate-key';
import { newId } from '../db/ids';
import { AppError } from '../errors';
import { attachFiles } from '../files/attach-files';
import { announceMessage } from './announce-message';
import { checkReferences } from './check-references';
import { type Attachment, type ConversationDocument, type MessageDocument, messages } from './documents';
import { toMessageDto } from './dto';
import { inTurn } from '../db/in-turn';
import { insertMessage, type NewMessage } from './insert-message';
import { findConversation, type Speaker } from './repository';
import { judgeMessage, sideOf } from './rules';
import { messageSearchFields } from './search-fields';
import type { Intent, MessageDto, SendMessageInput } from './schemas';

const DEFAULT_INTENT: Intent = 'message';
/** Other processes write to the same conversation rarely; this many collisions in a row mean something is wrong. */
const MAX_TRIES = 60;

/** The body as it counts for « the same again ». */
const hashOf = (input: SendMessageInput): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        input.type,
        input.content,
        input.intent ?? DEFAULT_INTENT,
        (input.attachmentIds ?? []).map((id) => id.toLowerCase()),
        input.orderId?.toLowerCase() ?? null,
        input.modelId?.toLowerCase() ?? null,
        input.replyTo?.toLowerCase() ?? null,
      ]),
    )
    .digest('hex');

/**
 * Sends a message in one of the actor's conversations. Sending it again with the same `clientMessageId` is free and gives
 * the first one (`duplicate`). When this returns, the message is on the disk of the majority.
 * @throws AppError not_found (conversation, order, model, message answered to, files), intent_not_allowed,
 * attachment_mismatch, message_empty, client_message_id_reused.
 */
export async function sendMessage(
  db: Database,
  actor: Speaker,
  conversationId: string,
  input: SendMessageInput,
): Promise<{ message: MessageDto; duplicate: boolean }> {
  const conversation = await findConversation(db, actor, conversationId);
  return inTurn(`${db.db.databaseName}/${conversation._id.toHexString()}`, async () => {
    const bodyHash = hashOf(input);
    for (let attempt = 1; ; attempt += 1) {
      const first = await messages(db).findOne({
        conversationId: conversation._id,
        senderId: actor.id,
        clientMessageId: input.clientMessageId,
      });
      if (first && first.bodyHash !== bodyHash) throw new AppError('client_message_id_reused');
      if (first) return { message: toMessageDto(first, actor), duplicate: true };
      try {
        const message = await insertNew(db, actor, conversation, input, bodyHash);
        return { message: toMessageDto(message, actor), duplicate: false };
      } catch (error) {
        // Another process took this seq, or sent this very message: look again.
        if (!isDuplicateKey(error) || attempt >= MAX_TRIES) throw error;
      }
    }
  });
}

async function insertNew(
  db: Database,
  actor: Speaker,
  conversation: ConversationDocument,
  input: SendMessageInput,
  bodyHash: string,
): Promise<MessageDocument> {
  const side = sideOf(actor.role);
  const pair = { clientId: conversation.clientId, conversationId: conversation._id };
  const [references, client] = await Promise.all([
    checkReferences(db, pair, input),
    side === 'couturier' ? findClientById(db, conversation.clientId) : null,
  ]);
  const intent = input.intent ?? DEFAULT_INTENT;
  const _id = newId();
  return inTransaction(db, async (session) => {
    const fileIds = (input.attachmentIds ?? []).map((id) => new ObjectId(id));
    const files = await attachFiles(db, actor, fileIds, { kind: 'message', id: _id }, session);
    const attachments: Attachment[] = files.map((file) => ({ ...file, id: new ObjectId(file.id) }));
    const refusal = judgeMessage(side, { type: input.type, content: input.content, intent, attachments });
    if (refusal) throw new AppError(refusal);
    const draft: NewMessage = {
      _id,
      conversationId: conversation._id,
      senderId: actor.id,
      senderSide: side,
      recipientId: side === 'client' ? conversation.couturierId : client?.accountId,
      clientMessageId: input.clientMessageId,
      bodyHash,
      type: input.type,
      intent,
      content: input.content,
      ...messageSearchFields(input.content, ...attachments.map((file) => file.name)),
      attachments,
      ...references,
    };
    const message = await insertMessage(db, conversation, draft, session);
    await announceMessage(db, message, { senderName: actor.name, clientId: conversation.clientId }, session);
    return message;
  });
}
