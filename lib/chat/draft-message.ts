import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { newId, toId } from '../db/ids';
import { AppError } from '../errors';
import { attachFiles, detachFiles } from '../files/attach-files';
import { checkReferences } from './check-references';
import { type Attachment, messages } from './documents';
import type { Draft } from './log-entries';
import { findConversation, type Speaker } from './repository';
import { isBlank, judgeMessage, linesOf, sideOf } from './rules';
import { messageSearchFields } from './search-fields';
import type { SendMessageInput } from './schemas';
import type { Intent } from './words';

const DEFAULT_INTENT: Intent = 'message';

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest();

/** The body as it counts for « the same again ». */
const hashOf = (input: SendMessageInput): string =>
  hash([
    input.type,
    input.content,
    input.intent ?? DEFAULT_INTENT,
    (input.attachmentIds ?? []).map((id) => id.toLowerCase()),
    input.orderId?.toLowerCase() ?? null,
    input.modelId?.toLowerCase() ?? null,
    input.replyTo?.toLowerCase() ?? null,
    ...(input.remarks ? [input.remarks.map(({ number, words }) => [number, words])] : []),
  ]).toString('hex');

/**
 * A message that is fit to be put into a conversation. Words alone need no look into the database here: who may speak is
 * asked when they are written. What a message names must be there for both of its people, and its files become its own.
 * @throws AppError not_found (conversation, order, model, message answered to, files), intent_not_allowed,
 * attachment_mismatch, message_empty, client_message_id_reused.
 */
export async function draftMessage(
  db: Database,
  actor: Speaker,
  conversationId: string,
  input: SendMessageInput,
): Promise<Draft> {
  const { remarks } = input;
  const content = remarks && isBlank(input.content) ? linesOf(remarks) : input.content;
  const draft: Draft = {
    _id: newId(),
    conversationId: toId(conversationId),
    senderId: actor.id,
    senderSide: sideOf(actor.role),
    clientMessageId: input.clientMessageId,
    bodyHash: hashOf(input),
    type: input.type,
    intent: input.intent ?? DEFAULT_INTENT,
    content,
    ...messageSearchFields(content),
    attachments: [],
    ...(remarks ? { remarks } : {}),
  };
  if (input.orderId ?? input.modelId ?? input.replyTo) {
    const { clientId } = await findConversation(db, actor, draft.conversationId);
    Object.assign(draft, await checkReferences(db, { clientId, conversationId: draft.conversationId }, input));
  }
  const fileIds = (input.attachmentIds ?? []).map((id) => new ObjectId(id));
  if (fileIds.length > 0) return withFiles(db, actor, draft, fileIds);
  judge(draft);
  return draft;
}

function judge(draft: Draft): void {
  const refusal = judgeMessage(draft.senderSide, draft);
  if (refusal) throw new AppError(refusal);
}

/**
 * Claims the files before the message is written. Its id follows from what makes it this message, so that the same
 * sending again, after an end of the process in between, finds the files where it left them.
 */
async function withFiles(db: Database, actor: Speaker, draft: Draft, fileIds: ObjectId[]): Promise<Draft> {
  await findConversation(db, actor, draft.conversationId);
  const { conversationId, senderId, clientMessageId } = draft;
  const before = await messages(db).findOne({ conversationId, senderId, clientMessageId });
  if (before) {
    if (before.bodyHash !== draft.bodyHash) throw new AppError('client_message_id_reused');
    return { ...draft, _id: before._id, attachments: before.attachments };
  }
  const own = hash([conversationId.toHexString(), senderId.toHexString(), clientMessageId, draft.bodyHash]);
  const _id = new ObjectId(own.subarray(0, 12));
  const message = { kind: 'message', id: _id } as const;
  try {
    const files = await attachFiles(db, actor, fileIds, message);
    const attachments: Attachment[] = files.map((file) => ({ ...file, id: new ObjectId(file.id) }));
    const search = messageSearchFields(draft.content, ...attachments.map((file) => file.name));
    const whole = { ...draft, _id, attachments, ...search };
    judge(whole);
    return whole;
  } catch (error) {
    if (error instanceof AppError) await detachFiles(db, fileIds, message);
    throw error;
  }
}
