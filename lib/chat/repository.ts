import type { ClientSession, Filter, ObjectId } from 'mongodb';
import type { Actor } from '../actor';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { keyset } from '../db/keyset';
import { notFound } from '../errors';
import { type ConversationDocument, conversations, messages } from './documents';
import { type Side, sideOf } from './rules';

/** The inbox: the last spoken in first. */
export const LAST_SPOKEN = keyset<ConversationDocument>(['lastMessageAt', -1, 'date']);

/** Who is speaking, as far as the conversation needs to know. */
export type Speaker = Pick<Actor, 'id' | 'role' | 'clientId' | 'name'>;

/**
 * The filter every conversation query carries: one's own side of the pair. The owner of the house reads no other couturier's.
 * @throws AppError not_found for a client account without a file.
 */
export function scopeOf(actor: Pick<Speaker, 'id' | 'role' | 'clientId'>): Filter<ConversationDocument> {
  if (actor.role !== 'client') return { couturierId: actor.id };
  if (!actor.clientId) throw notFound();
  return { clientId: actor.clientId };
}

/**
 * One of the actor's conversations.
 * @throws AppError not_found when it does not exist or is other people's.
 */
export async function findConversation(
  db: Database,
  actor: Pick<Speaker, 'id' | 'role' | 'clientId'>,
  id: string | ObjectId,
  session?: ClientSession,
): Promise<ConversationDocument> {
  const found = await conversations(db).findOne(
    { _id: typeof id === 'string' ? toId(id) : id, ...scopeOf(actor) },
    { session },
  );
  if (!found) throw notFound();
  return found;
}

/** Messages of the other side above the reader's cursor, by conversation id; conversations with none are left out. */
export async function countUnread(
  db: Database,
  side: Side,
  list: readonly Pick<ConversationDocument, '_id' | 'cursors' | 'lastFrom'>[],
): Promise<Map<string, number>> {
  const theirs: Side = side === 'client' ? 'couturier' : 'client';
  const open = list.filter((one) => one.lastFrom[theirs] > one.cursors[side].read);
  if (open.length === 0) return new Map();
  // Each is a walk along one index that looks into no message.
  const counts = await Promise.all(
    open.map((one) =>
      messages(db).countDocuments({
        conversationId: one._id,
        senderSide: theirs,
        seq: { $gte: one.cursors[side].read + 1 },
      }),
    ),
  );
  return new Map(
    open.flatMap((one, at): [string, number][] => (counts[at] ? [[one._id.toHexString(), counts[at]]] : [])),
  );
}

/** Conversations in which the other side wrote something that `role` has not read. */
export const unreadFilter = (role: Actor['role']): Filter<ConversationDocument> => ({ unreadBy: sideOf(role) });

/** Conversations in which the other side had the last word. */
export const unansweredFilter = (role: Actor['role']): Filter<ConversationDocument> => ({ unansweredBy: sideOf(role) });
