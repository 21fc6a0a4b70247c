import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { conversations, messages } from '@/lib/chat/documents';
import { followConversation } from '@/lib/chat/follow-conversation';
import { draftMessage } from '@/lib/chat/draft-message';
import { findBehind } from '@/lib/chat/find-behind';
import { markRead } from '@/lib/chat/move-cursors';
import { messageLog } from '@/lib/chat/message-log';
import { postProgress } from '@/lib/chat/post-system-progress';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { transferConversation } from '@/lib/chat/transfer-conversation';
import { connect, database, type Database } from '@/lib/db/client';
import { listNotifications } from '@/lib/notifications/list-notifications';
import { isStaff } from '@/lib/actor';
import { makePerson } from '../../support/people';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
/** The same database as another process sees it: a log of its own. */
let other: Database;

beforeAll(() => {
  const client = connect(inject('mongoUri'));
  other = database(client, db().db.databaseName);
  return () => client.close();
});

const pair = async () => {
  const [client, couturier] = await Promise.all([makePerson(db(), 'client'), makePerson(db(), 'couturier')]);
  const { conversation } = await startConversation(db(), client, { couturierId: couturier.id.toHexString() });
  return { client, couturier, id: conversation.id };
};
type Someone = Awaited<ReturnType<typeof makePerson>>;
const text = (clientMessageId: string, content = clientMessageId) => ({
  clientMessageId,
  type: 'text' as const,
  content,
});
/** As the socket does it: acknowledged, and what follows from it left to the follower. */
const append = async (at: Database, who: Someone, id: string, clientMessageId: string) =>
  messageLog(at).append(await draftMessage(at, who, id, text(clientMessageId)), who);
const seqsOf = async (id: string) =>
  (
    await messages(db())
      .find({ conversationId: new ObjectId(id) })
      .sort({ seq: 1 })
      .toArray()
  ).map((one) => one.seq);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

describe('two processes', () => {
  it('number one conversation without a hole, and keep the order in which each person spoke', async () => {
    const { client, couturier, id } = await pair();
    const stored = await Promise.all(
      upTo(60).map((n) => (n % 2 ? append(db(), client, id, `c${n}`) : append(other, couturier, id, `h${n}`))),
    );
    expect(await seqsOf(id)).toEqual(upTo(60));
    for (const rest of [0, 1]) {
      const own = stored.filter((_, index) => index % 2 === rest).map(({ message }) => message.seq);
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
  });

  it('take the same message from both for one', async () => {
    const { client, id } = await pair();
    const stored = await Promise.all(
      upTo(10).flatMap((n) => [append(db(), client, id, `${n}`), append(other, client, id, `${n}`)]),
    );
    expect(await seqsOf(id)).toEqual(upTo(10));
    expect(stored.filter((one) => !one.duplicate)).toHaveLength(10);
  });

  it('let a line of the order in between', async () => {
    const { client, couturier, id } = await pair();
    const line = {
      orderId: new ObjectId(),
      clientId: client.clientId ?? new ObjectId(),
      couturierId: couturier.id,
      content: { fr: 'Toile', en: 'Toile' },
      said: { event: 'stageMoved' as const, name: 'Claire', from: 'patterning', to: 'toile' },
    };
    await Promise.all([
      ...upTo(12).map((n) => append(db(), client, id, `${n}`)),
      postProgress(other, line),
      postProgress(other, line),
    ]);
    expect(await seqsOf(id)).toEqual(upTo(14));
    await followConversation(db(), new ObjectId(id));
    expect(await conversations(db()).findOne({ _id: new ObjectId(id) })).toMatchObject({ lastSeq: 14 });
  });
});

describe('who may speak', () => {
  it('is asked again where another process handed the conversation over', async () => {
    const { client, couturier, id } = await pair();
    const [owner, next] = await Promise.all([makePerson(db(), 'owner'), makePerson(db(), 'couturier')]);
    if (!isStaff(owner)) throw new Error('an owner is staff');
    await append(db(), couturier, id, 'mine');
    await transferConversation(other, owner, id, { couturierId: next.id.toHexString() });
    await expect(append(db(), couturier, id, 'no more')).rejects.toMatchObject({ code: 'not_found' });
    const { message } = await append(db(), client, id, 'to whom?');
    expect(message.recipientId).toEqual(next.id);
    expect((await append(db(), next, id, 'to me')).message.seq).toBe(message.seq + 1);
  });

  it('loses no acknowledged word when a conversation is joined with another one meanwhile', async () => {
    const { client, couturier, id } = await pair();
    const [owner, next] = await Promise.all([makePerson(db(), 'owner'), makePerson(db(), 'couturier')]);
    if (!isStaff(owner)) throw new Error('an owner is staff');
    const there = (await startConversation(db(), client, { couturierId: next.id.toHexString() })).conversation.id;
    await sendMessage(db(), next, there, text('before'));
    await append(db(), client, id, 'first');
    let moving = true;
    const move = transferConversation(other, owner, id, { couturierId: next.id.toHexString() }).finally(() => {
      moving = false;
    });
    const acknowledged: string[] = ['first'];
    // As many as one person may send at once; the transaction that joins them runs again for each it meets.
    for (let n = 0; moving && n < 20; n += 1)
      await append(db(), client, id, `w${n}`).then(
        () => acknowledged.push(`w${n}`),
        () => undefined,
      );
    await move;
    const kept = await messages(db())
      .find({ conversationId: new ObjectId(there) })
      .sort({ seq: 1 })
      .toArray();
    expect(kept.map((one) => one.seq)).toEqual(upTo(kept.length));
    const words = kept.map((one) => one.content);
    expect(acknowledged.filter((word) => !words.includes(word))).toEqual([]);
    expect(await seqsOf(id)).toEqual([]);
    expect(await append(db(), couturier, id, 'gone').catch((error: unknown) => error)).toMatchObject({
      code: 'not_found',
    });
  });
});

describe('what follows from the log', () => {
  it('is drawn once, whoever draws it and however many at once', async () => {
    const { client, couturier, id } = await pair();
    for (const n of upTo(3)) await append(db(), client, id, `${n}`);
    expect(await conversations(db()).findOne({ _id: new ObjectId(id) })).toMatchObject({ lastSeq: 0 });
    await Promise.all([db(), other, db(), other].map((at) => followConversation(at, new ObjectId(id))));
    expect(await conversations(db()).findOne({ _id: new ObjectId(id) })).toMatchObject({
      lastSeq: 3,
      lastFrom: { client: 3, couturier: 0 },
      version: 2,
    });
    const bell = await listNotifications(db(), couturier, { limit: 10, locale: 'fr' });
    expect(bell).toMatchObject({ unread: 1, items: [{ text: '«\u00a03\u00a0»' }] });
  });

  it('keeps nobody waiting where somebody else holds the conversation', async () => {
    const { client, id } = await pair();
    const session = other.client.startSession();
    session.startTransaction();
    await conversations(other).updateOne({ _id: new ObjectId(id) }, { $set: { version: 9 } }, { session });
    const begun = performance.now();
    const { message } = await sendMessage(db(), client, id, text('said'));
    expect(message.seq).toBe(1);
    expect(performance.now() - begun).toBeLessThan(10_000);
    await session.abortTransaction();
    await session.endSession();
    await followConversation(db(), new ObjectId(id));
    expect(await conversations(db()).findOne({ _id: new ObjectId(id) })).toMatchObject({ lastSeq: 1 });
  });

  it('rings for nothing that was read before', async () => {
    const { client, couturier, id } = await pair();
    await append(db(), client, id, 'seen');
    expect(await markRead(db(), couturier, id, 1)).toMatchObject({ read: 1 });
    await followConversation(db(), new ObjectId(id));
    expect((await listNotifications(db(), couturier, { limit: 10, locale: 'fr' })).items).toEqual([]);
  });

  it('is found wherever it is behind', async () => {
    const [one, two] = [await pair(), await pair()];
    await append(db(), one.client, one.id, 'left');
    await sendMessage(db(), two.client, two.id, text('done'));
    const behind = [];
    for await (const id of findBehind(db())) behind.push(id.toHexString());
    expect(behind).toContain(one.id);
    expect(behind).not.toContain(two.id);
  });
});
