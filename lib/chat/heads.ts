import type { ObjectId } from 'mongodb';
import type { z } from 'zod';
import type { StaffActor } from '../actor';
import { staffNamesOf } from '../auth/staff-names';
import { clientNamesOf } from '../clients/find-client';
import type { Database } from '../db/client';
import { toId } from '../db/ids';
import { AppError, notFound } from '../errors';
import { type ConversationDocument, conversations } from './documents';
import type { conversationHeadDto } from './schemas';

/** That two people have a conversation, and since when it is silent; none of its words. */
export type ConversationHead = z.infer<typeof conversationHeadDto>;

async function toHeads(db: Database, list: readonly ConversationDocument[]): Promise<ConversationHead[]> {
  const [clients, staff] = await Promise.all([
    clientNamesOf(
      db,
      list.map((one) => one.clientId),
    ),
    staffNamesOf(
      db,
      list.map((one) => one.couturierId),
    ),
  ]);
  return list.map((one) => ({
    id: one._id.toHexString(),
    clientId: one.clientId.toHexString(),
    clientName: clients.get(one.clientId.toHexString()) ?? '',
    couturierId: one.couturierId.toHexString(),
    couturierName: staff.get(one.couturierId.toHexString()) ?? '',
    lastMessageAt: one.lastMessageAt.toISOString(),
  }));
}

/** One of them, as it now is. */
export async function toHead(db: Database, id: ObjectId): Promise<ConversationHead> {
  const found = await conversations(db).findOne({ _id: id });
  const [head] = found ? await toHeads(db, [found]) : [];
  if (!head) throw notFound();
  return head;
}

/**
 * Who speaks with whom, for the owner who hands conversations over: of one client, or of one couturier.
 * @throws AppError forbidden for anybody else.
 */
export async function listHeads(
  db: Database,
  actor: StaffActor,
  of: { clientId: string } | { couturierId: string },
): Promise<ConversationHead[]> {
  if (actor.role !== 'owner') throw new AppError('forbidden');
  const filter = 'clientId' in of ? { clientId: toId(of.clientId) } : { couturierId: toId(of.couturierId) };
  return toHeads(db, await conversations(db).find(filter).sort({ lastMessageAt: -1, _id: -1 }).toArray());
}
