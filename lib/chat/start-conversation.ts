import type { ObjectId } from 'mongodb';
import { accounts } from '../auth/documents';
import { isBack } from '../auth/rules';
import { findClientById } from '../clients/find-client';
import type { Database } from '../db/client';
import { isDuplicateKey } from '../db/duplicate-key';
import { newId, toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { checkReferences } from './check-references';
import { describeConversations } from './describe-conversations';
import { type ConversationDocument, conversations } from './documents';
import type { Speaker } from './repository';
import type { ConversationDto, StartConversationInput } from './schemas';

type Pair = { clientId: ObjectId; couturierId: ObjectId };

async function pairOf(actor: Speaker, input: StartConversationInput): Promise<Pair> {
  if (actor.role === 'client') {
    if (!input.couturierId || input.clientId) throw new AppError('invalid_request');
    if (!actor.clientId) throw notFound();
    return { clientId: actor.clientId, couturierId: toId(input.couturierId) };
  }
  if (!input.clientId || input.couturierId) throw new AppError('invalid_request');
  return { clientId: toId(input.clientId), couturierId: actor.id };
}

/** The other person must be there; a client opens a new conversation only with somebody who takes one. */
async function checkPair(db: Database, actor: Speaker, pair: Pair): Promise<void> {
  if (actor.role !== 'client') {
    if (!(await findClientById(db, pair.clientId))) throw notFound();
    return;
  }
  const couturier = await accounts(db).findOne({
    _id: pair.couturierId,
    role: { $in: ['couturier', 'owner'] },
    disabled: false,
  });
  if (!couturier) throw notFound();
  if (!isBack(couturier.profile)) throw new AppError('couturier_unavailable');
}

/**
 * Opens the conversation of a client and a couturier, or gives the one they have: whoever starts it and however many
 * times at once, there is one (unique index on the pair). An order or a model that is named becomes what it is about.
 * @throws AppError invalid_request when the wrong side is named, not_found, couturier_unavailable for a new one only.
 */
export async function startConversation(
  db: Database,
  actor: Speaker,
  input: StartConversationInput,
): Promise<{ conversation: ConversationDto; created: boolean }> {
  const pair = await pairOf(actor, input);
  const { orderId, modelId } = await checkReferences(db, pair, { orderId: input.orderId, modelId: input.modelId });
  const about = { ...(orderId ? { orderId } : {}), ...(modelId ? { modelId } : {}) };
  let document = await findPair(db, pair, about);
  let created = false;
  if (!document) {
    await checkPair(db, actor, pair);
    const now = new Date();
    const fresh: ConversationDocument = {
      _id: newId(),
      ...pair,
      lastSeq: 0,
      lastMessageAt: now,
      lastFrom: { client: 0, couturier: 0 },
      lastWords: { client: 0, couturier: 0 },
      cursors: { client: { read: 0, delivered: 0 }, couturier: { read: 0, delivered: 0 } },
      unreadBy: [],
      unansweredBy: [],
      ...about,
      createdAt: now,
      updatedAt: now,
      version: 1,
    };
    try {
      await conversations(db).insertOne(fresh);
      document = fresh;
      created = true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      document = await findPair(db, pair, about);
    }
  }
  const [conversation] = document ? await describeConversations(db, actor, [document]) : [];
  if (!conversation) throw notFound();
  return { conversation, created };
}

async function findPair(
  db: Database,
  pair: Pair,
  about: { orderId?: ObjectId; modelId?: ObjectId },
): Promise<ConversationDocument | null> {
  if (Object.keys(about).length === 0) return conversations(db).findOne(pair);
  return conversations(db).findOneAndUpdate(
    pair,
    { $set: { ...about, updatedAt: new Date() }, $inc: { version: 1 } },
    { returnDocument: 'after' },
  );
}
