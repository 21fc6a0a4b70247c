import type { ClientSession, ObjectId } from 'mongodb';
import { staffNamesOf } from '../auth/staff-names';
import { findClientById } from '../clients/find-client';
import { type Database, inTransaction } from '../db/client';
import { announceMessage } from './announce-message';
import { type ConversationDocument, conversations, type MessageDocument, messages } from './documents';
import { otherSide, type Side } from './rules';
import { KEEP_STANDING } from './standing';

/** Messages followed in one step. */
const STEP = 500;
const SIDES: readonly Side[] = ['client', 'couturier'];

interface Turn {
  now: Promise<void>;
  next?: Promise<void>;
}
const turns = new WeakMap<Database, Map<string, Turn>>();

/**
 * Draws from the log what follows from its messages: the conversation's head, who spoke last, the bell. The head
 * (`lastSeq`) is the mark up to which this was done, and moves in the same transaction as what was done: ended at any
 * point, by any process, nothing is missing and nothing is done twice. Called by whoever wrote, and by the sidecar for
 * whatever is behind. Within a process all who ask while one is at it share the next.
 */
export function followConversation(db: Database, id: ObjectId): Promise<void> {
  const own = turns.get(db) ?? new Map<string, Turn>();
  turns.set(db, own);
  const key = id.toHexString();
  const turn = own.get(key);
  if (!turn) {
    const now = follow(db, id).finally(() => {
      if (own.get(key)?.now === now) own.delete(key);
    });
    own.set(key, { now });
    return now;
  }
  turn.next ??= turn.now.then(
    () => followConversation(db, id),
    () => followConversation(db, id),
  );
  return turn.next;
}

/** How long somebody who has asked for something else waits for what follows from it. */
const PATIENCE_MS = 2_000;

/**
 * The same, for whoever answers a person: without an end of it within a moment, or where it failed, it is left to the
 * sidecar. A process that died in the middle of it may hold the conversation for a while, and the log itself is complete.
 */
export async function followForAMoment(db: Database, id: ObjectId, ms = PATIENCE_MS): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
  await Promise.race([followConversation(db, id).catch(() => undefined), patience]);
  clearTimeout(timer);
}

async function follow(db: Database, id: ObjectId): Promise<void> {
  while (!(await inTransaction(db, (session) => followInside(db, id, session))));
}

/** Whether there are messages from which nothing was drawn yet. */
export async function isBehind(
  db: Database,
  { _id, lastSeq }: Pick<ConversationDocument, '_id' | 'lastSeq'>,
): Promise<boolean> {
  const next = await messages(db).findOne({ conversationId: _id, seq: { $gt: lastSeq } }, { projection: { _id: 1 } });
  return next !== null;
}

/**
 * One step, inside a transaction that may have written messages itself.
 * @returns false when there is more to follow.
 */
export async function followInside(db: Database, id: ObjectId, session: ClientSession): Promise<boolean> {
  const conversation = await conversations(db).findOne({ _id: id }, { session });
  if (!conversation) return true;
  const rows = await messages(db)
    .find({ conversationId: id, seq: { $gt: conversation.lastSeq } }, { session })
    .sort({ seq: 1 })
    .limit(STEP)
    .toArray();
  const newest = rows.at(-1);
  if (!newest) return true;
  const set: Record<string, unknown> = {
    lastSeq: newest.seq,
    lastMessageAt: newest.createdAt,
    updatedAt: new Date(),
    version: { $add: ['$version', 1] },
  };
  for (const side of SIDES) {
    const line = rows.findLast((row) => row.senderSide === side);
    const words = rows.findLast((row) => row.senderSide === side && !row.system);
    if (line) set[`lastFrom.${side}`] = line.seq;
    if (words) set[`lastWords.${side}`] = words.seq;
    if (words) await ring(db, conversation, words, session);
  }
  await conversations(db).updateOne({ _id: id }, [{ $set: set }, KEEP_STANDING], { session });
  return rows.length < STEP;
}

/** Notifies of a side's last message, unless the other has read it already. Lines of an order have the order's own notification. */
async function ring(
  db: Database,
  conversation: ConversationDocument,
  words: MessageDocument,
  session: ClientSession,
): Promise<void> {
  if (conversation.cursors[otherSide(words.senderSide)].read >= words.seq) return;
  const [client, names] = [
    await findClientById(db, conversation.clientId, session),
    await staffNamesOf(db, [words.senderId]),
  ];
  const recipientId = words.senderSide === 'client' ? conversation.couturierId : client?.accountId;
  const name = names.get(words.senderId.toHexString()) ?? (words.senderSide === 'client' ? (client?.name ?? '') : '');
  const about = { senderName: name, clientId: conversation.clientId };
  if (recipientId) await announceMessage(db, { ...words, recipientId }, about, session);
}
