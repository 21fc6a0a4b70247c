import { ObjectId } from 'mongodb';
import { accounts } from '../../lib/auth/documents';
import { conversations, type MessageDocument, messages } from '../../lib/chat/documents';
import { standingOf } from '../../lib/chat/rules';
import { messageSearchFields } from '../../lib/chat/search-fields';
import type { Database } from '../../lib/db/client';
import { insertAll } from './insert-all';

const MINUTE = 60_000;

export interface Pair {
  conversationId: ObjectId;
  clientAccount?: ObjectId;
  couturierId: ObjectId;
}

/** The message with this number: the two sides by turns, a file never. */
export function messageOf(pair: Pair, seq: number, createdAt: Date, content: string): MessageDocument {
  const byClient = seq % 2 === 0;
  const clientSide = pair.clientAccount ?? pair.couturierId;
  return {
    _id: new ObjectId(),
    conversationId: pair.conversationId,
    seq,
    senderId: byClient ? clientSide : pair.couturierId,
    senderSide: byClient ? 'client' : 'couturier',
    recipientId: byClient ? pair.couturierId : pair.clientAccount,
    clientMessageId: `old-${seq}`,
    bodyHash: `old-${seq}`,
    type: 'text',
    intent: 'message',
    content,
    ...messageSearchFields(content),
    attachments: [],
    createdAt,
  };
}

/**
 * A conversation gone on for years, a word a minute: its messages come after those it has, written directly.
 * @param unread how many of the last ones the couturier has not read
 */
export async function growTalk(
  db: Database,
  id: ObjectId,
  { count, unread, words }: { count: number; unread: number; words: (seq: number) => string },
): Promise<void> {
  const one = await conversations(db).findOne({ _id: id });
  const account = await accounts(db).findOne({ clientId: one?.clientId });
  if (!one || !account) throw new Error('there is no such conversation');
  const pair = { conversationId: id, clientAccount: account._id, couturierId: one.couturierId };
  const now = Date.now();
  await insertAll(messages(db), count, (at) => {
    const seq = one.lastSeq + at + 1;
    return messageOf(pair, seq, new Date(now - (count - at) * MINUTE), words(seq));
  });
  const lastSeq = one.lastSeq + count;
  const ends = (seq: number) => ({ read: seq, delivered: seq });
  const last = { client: lastSeq - (lastSeq % 2), couturier: lastSeq - 1 + (lastSeq % 2) };
  const stands = {
    lastFrom: last,
    lastWords: last,
    cursors: { client: ends(lastSeq), couturier: ends(lastSeq - unread) },
  };
  const at = new Date(now - MINUTE);
  await conversations(db).updateOne(
    { _id: id },
    { $set: { lastSeq, lastMessageAt: at, ...stands, ...standingOf(stands), updatedAt: at } },
  );
}
