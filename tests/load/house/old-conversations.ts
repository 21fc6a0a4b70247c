import { ObjectId } from 'mongodb';
import { accounts } from '../../../lib/auth/documents';
import { type ConversationDocument, conversations, type MessageDocument, messages } from '../../../lib/chat/documents';
import { standingOf } from '../../../lib/chat/rules';
import { messageSearchFields } from '../../../lib/chat/search-fields';
import type { Database } from '../../../lib/db/client';
import { insertAll, type Size } from './grow-old';
import { pick, wordsOf } from './names';

const LENGTH = 20;
/** Ordinary conversations whose last word nobody has answered, and unread messages of the long one. */
const UNANSWERED = 10;
const UNREAD = 1_000;
const MINUTE = 60_000;

interface Pair {
  conversationId: ObjectId;
  clientAccount?: ObjectId;
  couturierId: ObjectId;
}

/** The message with this number: the two sides by turns, a file never. */
function messageOf(pair: Pair, seq: number, createdAt: Date): MessageDocument {
  const byClient = seq % 2 === 0;
  const content = wordsOf(seq);
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

/** The demo's conversation of Awa and Claire, gone on for years: its messages come after those it has. */
async function growLong(db: Database, count: number, claire: ObjectId, awa: ObjectId): Promise<void> {
  const one = await conversations(db).findOne({ clientId: awa, couturierId: claire });
  const account = await accounts(db).findOne({ clientId: awa });
  if (!one || !account) throw new Error('the demo house has changed');
  const pair = { conversationId: one._id, clientAccount: account._id, couturierId: claire };
  const now = Date.now();
  await insertAll(messages(db), count, (at) =>
    messageOf(pair, one.lastSeq + at + 1, new Date(now - (count - at) * MINUTE)),
  );
  const lastSeq = one.lastSeq + count;
  const ends = (seq: number) => ({ read: seq, delivered: seq });
  const last = { client: lastSeq - (lastSeq % 2), couturier: lastSeq - 1 + (lastSeq % 2) };
  const stands = {
    lastFrom: last,
    lastWords: last,
    cursors: { client: ends(lastSeq), couturier: ends(lastSeq - Math.min(UNREAD, count / 2)) },
  };
  await conversations(db).updateOne(
    { _id: one._id },
    {
      $set: {
        lastSeq,
        lastMessageAt: new Date(now - MINUTE),
        ...stands,
        ...standingOf(stands),
        updatedAt: new Date(now - MINUTE),
      },
    },
  );
}

/** One long conversation and many ordinary ones, the newest few of them unanswered. */
export async function growConversations(
  db: Database,
  size: Size,
  { claire, awa, people }: { claire: ObjectId; awa: ObjectId; people: readonly ObjectId[] },
): Promise<void> {
  const staff = await accounts(db)
    .find({ role: { $ne: 'client' } })
    .toArray();
  const others = staff.map(({ _id }) => _id).filter((id) => !id.equals(claire));
  const made = Array.from({ length: size.conversations }, (_, at) => ({
    conversationId: new ObjectId(),
    clientId: pick(people, at),
    couturierId: at % 2 === 0 ? claire : pick(others, at),
    at: Date.now() - at * 60 * MINUTE,
  }));
  await insertAll(conversations(db), made.length, (at): ConversationDocument => {
    const { conversationId, clientId, couturierId, at: last } = made[at] as (typeof made)[number];
    const length = at < UNANSWERED ? LENGTH : LENGTH + 1;
    const ends = { read: length, delivered: length };
    const lastOf = { client: LENGTH, couturier: at < UNANSWERED ? LENGTH - 1 : LENGTH + 1 };
    const stands = { lastFrom: lastOf, lastWords: lastOf, cursors: { client: ends, couturier: ends } };
    return {
      _id: conversationId,
      clientId,
      couturierId,
      lastSeq: length,
      lastMessageAt: new Date(last),
      ...stands,
      ...standingOf(stands),
      createdAt: new Date(last - length * MINUTE),
      updatedAt: new Date(last),
      version: length + 1,
    };
  });
  await insertAll(messages(db), made.length, (at) => {
    const pair = made[at] as (typeof made)[number];
    const length = at < UNANSWERED ? LENGTH : LENGTH + 1;
    return Array.from({ length }, (_, place) =>
      messageOf(pair, place + 1, new Date(pair.at - (length - place - 1) * MINUTE)),
    );
  });
  await growLong(db, size.messages, claire, awa);
}
