import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as clientTalks from '@/app/api/clients/[id]/conversations/route';
import * as talkMessages from '@/app/api/conversations/[id]/messages/route';
import * as talk from '@/app/api/conversations/[id]/transfer/route';
import * as bell from '@/app/api/notifications/route';
import * as events from '@/app/api/orders/[id]/events/route';
import * as order from '@/app/api/orders/[id]/transfer/route';
import * as work from '@/app/api/staff/[id]/transfer/route';
import { accounts } from '@/lib/auth/documents';
import { messages } from '@/lib/chat/documents';
import { getUnread } from '@/lib/chat/get-unread';
import { markRead } from '@/lib/chat/move-cursors';
import type { ConversationHead } from '@/lib/chat/heads';
import type { MessagePageDto } from '@/lib/chat/schemas';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import type { OrderDto } from '@/lib/orders/answers';
import { tasks } from '@/lib/tasks/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, type OrderAnswer, read as readOrder } from '../orders/setup';

const db = setUpDatabase();
let claire: Person;
let ines: Person;
let owner: Person;

/** Somebody of the house who takes conversations. */
async function couturier(name: string): Promise<Person> {
  const who = await person(db(), 'couturier', name);
  await accounts(db()).updateOne({ _id: who.actor.id }, { $set: { 'profile.available': true } });
  return who;
}

beforeAll(async () => {
  serveFrom(db());
  claire = await couturier('Claire Morel');
  ines = await couturier('Inès Haddad');
  owner = await person(db(), 'owner', 'Odile Roux');
});

const hexOf = (who: Person) => who.actor.id.toHexString();
const speak = async (client: Person, to: Person): Promise<string> =>
  (await startConversation(db(), client.actor, { couturierId: hexOf(to) })).conversation.id;
const say = (who: Person, id: string, words: string) =>
  sendMessage(db(), who.actor, id, { clientMessageId: words, type: 'text', content: words });
const hand = (who: Person | undefined, id: string, to: Person) =>
  call<ConversationHead & { code: string }>(talk.POST, { who, params: { id }, body: { couturierId: hexOf(to) } });
const handOrder = (who: Person | undefined, { id, version }: OrderDto, to: Person, more: object = {}) =>
  call<OrderAnswer>(order.POST, { who, params: { id }, body: { couturierId: hexOf(to), version, ...more } });
const read = (who: Person, id: string) =>
  call<MessagePageDto>(talkMessages.GET, { who, params: { id }, query: { limit: '100' } });
const wordsOf = async (who: Person, id: string) =>
  (await read(who, id)).body.items.map(({ seq, content, system }) => [seq, system?.event ?? content]);
const bellOf = async (who: Person) =>
  (await call<{ items: { title: string; href: string }[] }>(bell.GET, { who })).body.items;

describe('a conversation that is handed over', () => {
  it('is read by the new couturier from its first word, no more by the former, and says so to all three', async () => {
    const client = await person(db(), 'client', 'Awa Diallo');
    const id = await speak(client, claire);
    await say(client, id, 'un');
    await say(claire, id, 'deux');
    await markRead(db(), claire.actor, id, 2);
    await say(client, id, 'trois');
    const before = (await getUnread(db(), ines.actor)).messages;
    const head = await hand(owner, id, ines);
    expect(head.body).toMatchObject({ id, couturierId: hexOf(ines), couturierName: 'Inès Haddad' });
    expect((await read(claire, id)).status).toBe(404);
    expect((await read(owner, id)).status).toBe(404);
    await expect(say(claire, id, 'encore')).rejects.toMatchObject({ code: 'not_found' });
    const thread = [
      [1, 'un'],
      [2, 'deux'],
      [3, 'trois'],
      [4, 'handedOver'],
    ];
    expect(await wordsOf(client, id)).toEqual(thread);
    expect(await wordsOf(ines, id)).toEqual(thread);
    expect((await read(client, id)).body.items[3]?.system).toMatchObject({ from: 'Claire Morel', to: 'Inès Haddad' });
    // What waited for an answer still waits.
    expect((await getUnread(db(), ines.actor)).messages).toBe(before + 1);
    await say(ines, id, 'cinq');
    expect((await bellOf(client)).map(({ title }) => title)).toContain(
      'Inès Haddad reprend votre conversation avec Claire Morel',
    );
    expect((await bellOf(ines)).map(({ title }) => title)).toContain(
      'Vous reprenez la conversation de Claire Morel avec Awa Diallo',
    );
    const left = await bellOf(claire);
    expect(left.map(({ title }) => title)).toContain('Inès Haddad reprend votre conversation avec Awa Diallo');
    expect(left.filter(({ href }) => href.includes(id))).toEqual([]);
    expect(await hand(owner, id, ines)).toMatchObject({ status: 422, body: { code: 'transfer_same' } });
  });

  it('goes on in the one the client has with the new couturier: no word lost, no number twice or missing', async () => {
    const client = await person(db(), 'client', 'Nora Benali');
    const [id, there] = [await speak(client, claire), await speak(client, ines)];
    for (const words of ['a', 'b']) await say(client, id, words);
    await say(ines, there, 'x');
    await say(client, there, 'a');
    const head = await hand(owner, id, ines);
    expect(head.body.id).toBe(there);
    const thread = [
      [1, 'x'],
      [2, 'a'],
      [3, 'handedOver'],
      [4, 'joined'],
      [5, 'a'],
      [6, 'b'],
    ];
    expect(await wordsOf(client, there)).toEqual(thread);
    expect(await wordsOf(ines, there)).toEqual(thread);
    for (const who of [client, claire, ines]) expect((await read(who, id)).status).toBe(404);
    expect(await messages(db()).countDocuments({ conversationId: new ObjectId(id) })).toBe(0);
    await Promise.all([say(client, there, 'sept'), say(ines, there, 'huit')]);
    expect((await wordsOf(client, there)).map(([seq]) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('is an owner’s to hand over, to somebody of the house', async () => {
    const client = await person(db(), 'client');
    const disabled = await person(db(), 'owner', 'Fermé', { disabled: true });
    const id = await speak(client, claire);
    for (const [who, status] of [
      [undefined, 401],
      [disabled, 401],
      [client, 403],
      [claire, 403],
      [ines, 403],
    ] as const)
      expect((await hand(who, id, ines)).status).toBe(status);
    expect((await hand(owner, id, client)).status).toBe(404);
    expect((await hand(owner, id, disabled)).status).toBe(404);
    expect((await hand(owner, '0'.repeat(24), ines)).status).toBe(404);
    expect((await read(claire, id)).status).toBe(200);
    const heads = await call<{ items: ConversationHead[] }>(clientTalks.GET, {
      who: owner,
      params: { id: String(client.actor.clientId) },
    });
    expect(heads.body.items).toMatchObject([{ id, couturierName: 'Claire Morel' }]);
    expect(JSON.stringify(heads.body)).not.toContain('lastMessage"');
  });
});

describe('an order that is handed over', () => {
  it('takes its tasks along, and everybody reads it where they are', async () => {
    const client = await person(db(), 'client', 'Fatou Sow');
    const [id, there] = [await speak(client, claire), await speak(client, ines)];
    const made = await confirmed(client, claire, { title: 'Clair de lune' });
    const orderId = new ObjectId(made.id);
    const [first] = await tasks(db()).find({ orderId }).toArray();
    await tasks(db()).updateOne({ _id: first?._id }, { $set: { status: 'done' } });
    const handed = await handOrder(owner, made, ines, { note: 'Claire part en congé' });
    expect(handed.body).toMatchObject({
      couturierId: hexOf(ines),
      couturierName: 'Inès Haddad',
      version: made.version + 1,
    });
    expect(await tasks(db()).countDocuments({ orderId, assigneeId: claire.actor.id })).toBe(1);
    expect(await tasks(db()).countDocuments({ orderId, assigneeId: ines.actor.id, status: 'done' })).toBe(0);
    const timeline = await call<{ items: object[] }>(events.GET, { who: client, params: { id: made.id } });
    expect(timeline.body.items[0]).toMatchObject({
      type: 'transferred',
      note: 'Claire part en congé',
      data: { fromName: 'Claire Morel', toName: 'Inès Haddad' },
    });
    for (const one of [id, there])
      expect((await read(client, one)).body.items.at(-1)).toMatchObject({
        orderId: made.id,
        system: { event: 'transferred', from: 'Claire Morel', to: 'Inès Haddad' },
      });
    for (const who of [client, claire, ines])
      expect((await bellOf(who)).map(({ title }) => title)).toContain(
        'Clair de lune passe de Claire Morel à Inès Haddad',
      );
    expect(await handOrder(owner, made, claire)).toMatchObject({ status: 409, body: { code: 'stale_version' } });
    expect(await handOrder(owner, handed.body, ines)).toMatchObject({ status: 422, body: { code: 'transfer_same' } });
  });

  it('is an owner’s to hand over, while it is under way', async () => {
    const client = await person(db(), 'client');
    const stranger = await person(db(), 'client');
    const made = await confirmed(client, claire);
    for (const [who, status] of [
      [undefined, 401],
      [client, 403],
      [stranger, 403],
      [claire, 403],
      [ines, 403],
    ] as const)
      expect((await handOrder(who, made, ines)).status).toBe(status);
    expect((await handOrder(owner, made, client)).status).toBe(404);
    expect((await handOrder(owner, made, ines)).status).toBe(200);
  });
});

describe('all the work of one couturier', () => {
  it('goes to another one, and asking again finds nothing left', async () => {
    const [leaving, client] = [await couturier('Paul Vidal'), await person(db(), 'client')];
    const id = await speak(client, leaving);
    const made = await confirmed(client, leaving);
    const params = { id: hexOf(leaving) };
    const read = () => call(work.GET, { who: owner, params });
    const go = (who: Person) => call(work.POST, { who, params, body: { couturierId: hexOf(ines) } });
    expect((await read()).body).toEqual({ orders: 1, conversations: 1 });
    expect((await go(claire)).status).toBe(403);
    expect((await go(owner)).body).toEqual({ orders: 1, conversations: 1 });
    expect((await read()).body).toEqual({ orders: 0, conversations: 0 });
    expect((await go(owner)).body).toEqual({ orders: 0, conversations: 0 });
    expect((await wordsOf(ines, id)).map(([, words]) => words)).toContain('handedOver');
    const mine = await readOrder(ines, made.id);
    expect(mine.body.couturierId).toBe(hexOf(ines));
  });
});
