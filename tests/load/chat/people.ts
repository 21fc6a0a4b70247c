import { randomBytes } from 'node:crypto';
import { ObjectId } from 'mongodb';
import type { Actor } from '../../../lib/actor';
import { accounts, sessions } from '../../../lib/auth/documents';
import { conversations, messages } from '../../../lib/chat/documents';
import { messageSearchFields } from '../../../lib/chat/search-fields';
import { clients } from '../../../lib/clients/documents';
import { clientSearchFields } from '../../../lib/clients/search-fields';
import type { Database } from '../../../lib/db/client';
import { ALL_INDEXES } from '../../../lib/start/all-indexes';
import { createIndexes } from '../../../lib/db/indexes';

/** One end of the conversations of a bench. */
export interface Member {
  actor: Actor;
  conversationIds: string[];
}

const now = new Date();
const stamps = { createdAt: now, updatedAt: now, version: 1 };

async function makeAccount(db: Database, role: 'client' | 'couturier', clientId?: ObjectId): Promise<Actor> {
  const _id = new ObjectId();
  const sessionId = randomBytes(16).toString('hex');
  const name = `${role} ${sessionId.slice(0, 6)}`;
  const email = `${sessionId}@bench.test`;
  await Promise.all([
    accounts(db).insertOne({
      _id,
      email,
      name,
      role,
      locale: 'fr',
      disabled: false,
      ...(clientId ? { clientId } : {}),
      ...stamps,
    }),
    sessions(db).insertOne({
      _id: sessionId,
      accountId: _id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 7_200_000),
      userAgent: 'bench',
    }),
  ]);
  return { id: _id, role, name, email, locale: 'fr', clientId, sessionId };
}

async function makeClient(db: Database, couturierId: ObjectId): Promise<Member> {
  const [clientId, conversationId] = [new ObjectId(), new ObjectId()];
  const [actor] = await Promise.all([
    makeAccount(db, 'client', clientId),
    conversations(db).insertOne({
      _id: conversationId,
      clientId,
      couturierId,
      lastSeq: 0,
      lastMessageAt: now,
      lastFrom: { client: 0, couturier: 0 },
      lastWords: { client: 0, couturier: 0 },
      cursors: { client: { read: 0, delivered: 0 }, couturier: { read: 0, delivered: 0 } },
      unreadBy: [],
      unansweredBy: [],
      ...stamps,
    }),
  ]);
  await clients(db).insertOne({
    _id: clientId,
    name: actor.name,
    tags: [],
    archived: false,
    accountId: actor.id,
    ...clientSearchFields({ name: actor.name }),
    ...stamps,
  });
  return { actor, conversationIds: [conversationId.toHexString()] };
}

/** One couturier and `count` clients, each with a conversation of their own. */
export async function makeHouse(db: Database, count: number): Promise<{ couturier: Member; clients: Member[] }> {
  const actor = await makeAccount(db, 'couturier');
  const made: Member[] = [];
  for (let start = 0; start < count; start += 50)
    made.push(
      ...(await Promise.all(Array.from({ length: Math.min(50, count - start) }, () => makeClient(db, actor.id)))),
    );
  return { couturier: { actor, conversationIds: made.flatMap((one) => one.conversationIds) }, clients: made };
}

/** Fills a conversation that is empty with `count` messages that both have read. */
export async function fill(db: Database, member: Member, count: number): Promise<void> {
  const conversationId = new ObjectId(member.conversationIds[0]);
  for (let start = 0; start < count; start += 1_000)
    await messages(db).insertMany(
      Array.from({ length: Math.min(1_000, count - start) }, (_, offset) => ({
        _id: new ObjectId(),
        conversationId,
        seq: start + offset + 1,
        senderId: member.actor.id,
        senderSide: 'client' as const,
        clientMessageId: `old-${start + offset}`,
        bodyHash: '',
        type: 'text' as const,
        intent: 'message' as const,
        content: 'x'.repeat(100),
        ...messageSearchFields('x'.repeat(100)),
        attachments: [],
        createdAt: now,
      })),
    );
  const read = { read: count, delivered: count };
  await conversations(db).updateOne(
    { _id: conversationId },
    {
      $set: {
        lastSeq: count,
        'lastFrom.client': count,
        'lastWords.client': count,
        cursors: { client: read, couturier: read },
        unansweredBy: ['couturier'],
      },
    },
  );
}

export const makeIndexes = (db: Database): Promise<void> => createIndexes(db, ALL_INDEXES);
