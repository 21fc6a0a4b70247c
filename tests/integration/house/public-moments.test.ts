import { describe, expect, it } from 'vitest';
import { ObjectId } from 'mongodb';
import { appointments } from '@/lib/appointments/documents';
import { listBusy } from '@/lib/appointments/list-busy';
import { answerPace } from '@/lib/chat/answer-paces';
import { conversations, messages } from '@/lib/chat/documents';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { makePerson } from '../../support/people';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const minute = 60_000;

describe('whom one would interrupt', () => {
  it('is with somebody only while an agreed appointment lasts', async () => {
    const now = new Date('2026-11-25T10:00:00Z');
    const people = await Promise.all([1, 2, 3, 4].map(() => makePerson(db(), 'couturier')));
    const [within, asked, over, later] = people.map(({ id }) => id);
    const book = (couturierId: ObjectId, status: 'confirmed' | 'proposed', from: number) =>
      appointments(db()).insertOne({
        _id: new ObjectId(),
        kind: 'fitting',
        clientId: new ObjectId(),
        couturierId,
        start: new Date(now.getTime() + from * minute),
        minutes: 60,
        status,
        proposedBy: 'house',
        createdAt: now,
        updatedAt: now,
        version: 1,
      });
    if (!within || !asked || !over || !later) throw new Error('four couturiers');
    await book(within, 'confirmed', -30);
    await book(asked, 'proposed', -30);
    await book(over, 'confirmed', -60);
    await book(later, 'confirmed', 1);
    expect([...(await listBusy(db(), now))]).toEqual([
      [within.toHexString(), { kind: 'fitting', until: '2026-11-25T10:30:00.000Z' }],
    ]);
  });
});

describe('how soon a couturier answers', () => {
  it('is told by their last conversations, once there is a habit', async () => {
    const couturier = await makePerson(db(), 'couturier');
    expect(await answerPace(db(), couturier.id)).toBeNull();
    for (const wait of [10, 20, 4000]) {
      const client = await makePerson(db(), 'client');
      const { conversation } = await startConversation(db(), client, { couturierId: couturier.id.toHexString() });
      const say = (who: typeof client, clientMessageId: string) =>
        sendMessage(db(), who, conversation.id, { clientMessageId, type: 'text', content: 'Bonjour' });
      await say(client, 'asked');
      await say(couturier, 'answered');
      const conversationId = new ObjectId(conversation.id);
      const { lastMessageAt } = (await conversations(db()).findOne({ _id: conversationId })) ?? {};
      if (!lastMessageAt) throw new Error('no conversation');
      await messages(db()).updateOne(
        { conversationId, seq: 1 },
        { $set: { createdAt: new Date(lastMessageAt.getTime() - wait * minute) } },
      );
    }
    expect(await answerPace(db(), couturier.id)).toBe('hour');
  });
});
