import type { ObjectId } from 'mongodb';
import type { Database } from '../db/client';
import { toOptionalId } from '../db/ids';
import { notFound } from '../errors';
import { models } from '../models/documents';
import { orders } from '../orders/documents';
import { messages } from './documents';

export interface References {
  orderId?: ObjectId;
  modelId?: ObjectId;
  replyTo?: ObjectId;
}

/**
 * What a message or a conversation names must be visible to both of its people: an order of this client (every couturier
 * sees the house's orders), a published model, a message of this very conversation.
 * @throws AppError not_found otherwise, as for what does not exist.
 */
export async function checkReferences(
  db: Database,
  pair: { clientId: ObjectId; conversationId?: ObjectId },
  input: { orderId?: string; modelId?: string; replyTo?: string },
): Promise<References> {
  const references: References = {
    orderId: toOptionalId(input.orderId),
    modelId: toOptionalId(input.modelId),
    replyTo: toOptionalId(input.replyTo),
  };
  const { orderId, modelId, replyTo } = references;
  const found = await Promise.all([
    orderId === undefined || orders(db).countDocuments({ _id: orderId, clientId: pair.clientId }, { limit: 1 }),
    modelId === undefined || models(db).countDocuments({ _id: modelId, status: 'published' }, { limit: 1 }),
    replyTo === undefined ||
      messages(db).countDocuments({ _id: replyTo, conversationId: pair.conversationId }, { limit: 1 }),
  ]);
  if (!found.every(Boolean)) throw notFound();
  return references;
}
