import { ObjectId } from 'mongodb';
import { accounts } from '../../../lib/auth/documents';
import { type ConversationDocument, conversations, messages } from '../../../lib/chat/documents';
import { standingOf } from '../../../lib/chat/rules';
import type { Database } from '../../../lib/db/client';
import { growTalk, messageOf } from '../../support/grow-talk';
import { insertAll } from '../../support/insert-all';
import type { Size } from './grow-old';
import { pick, wordsOf } from './names';

const LENGTH = 20;
/** Ordinary conversations whose last word nobody has answered, and unread messages of the long one. */
const UNANSWERED = 10;
const UNREAD = 1_000;
const MINUTE = 60_000;

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
      messageOf(pair, place + 1, new Date(pair.at - (length - place - 1) * MINUTE), wordsOf(place + 1)),
    );
  });
  const long = await conversations(db).findOne({ clientId: awa, couturierId: claire });
  if (!long) throw new Error('the demo house has changed');
  const unread = Math.min(UNREAD, size.messages / 2);
  await growTalk(db, long._id, { count: size.messages, unread, words: wordsOf });
}
