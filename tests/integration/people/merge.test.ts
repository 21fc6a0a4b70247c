import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as merge from '@/app/api/clients/[id]/merge/route';
import * as one from '@/app/api/clients/[id]/route';
import * as collection from '@/app/api/clients/route';
import { accounts } from '@/lib/auth/documents';
import { conversations, messages } from '@/lib/chat/documents';
import { listConversations } from '@/lib/chat/list-conversations';
import { listMessages } from '@/lib/chat/list-messages';
import { sendMessage } from '@/lib/chat/send-message';
import { startConversation } from '@/lib/chat/start-conversation';
import { addMeasurements } from '@/lib/clients/add-measurements';
import { createClientFile } from '@/lib/clients/create-client';
import { clients } from '@/lib/clients/documents';
import type { ClientDto } from '@/lib/clients/dto';
import { listMeasurements } from '@/lib/clients/list-measurements';
import type { MergePreviewDto } from '@/lib/clients/schemas';
import type { StaffActor } from '@/lib/actor';
import { appointments } from '@/lib/appointments/documents';
import { createInvitation } from '@/lib/auth/create-invitation';
import { tokens } from '@/lib/auth/documents';
import { favourites } from '@/lib/models/documents';
import { orders } from '@/lib/orders/documents';
import type { Page } from '@/lib/pages';
import { findMessageClient } from '@/lib/chat/find-message-client';
import { createTask } from '@/lib/tasks/create-task';
import { tasks } from '@/lib/tasks/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { create as createOrder } from '../orders/setup';

const db = setUpDatabase();
let couturier: Person;
let owner: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  owner = await person(db(), 'owner', 'Inès Fabre');
  await accounts(db()).updateOne({ _id: couturier.actor.id }, { $set: { 'profile.available': true } });
});

const join = (
  id: ObjectId | string,
  intoId: ObjectId | string,
  more: object = {},
  who: Person | undefined = couturier,
) =>
  call<ClientDto & { code: string }>(merge.POST, {
    who,
    params: { id: String(id) },
    body: { intoId: String(intoId), ...more },
  });
const read = (id: ObjectId) => call<ClientDto>(one.GET, { who: couturier, params: { id: id.toHexString() } });
const say = (who: Person, id: string, clientMessageId: string) =>
  sendMessage(db(), who.actor, id, { clientMessageId, type: 'text', content: clientMessageId });
const talk = (who: Person, clientId: ObjectId) =>
  startConversation(db(), who.actor, { clientId: clientId.toHexString() }).then(({ conversation }) => conversation.id);

describe('merging two files', () => {
  it('takes everything along, and says who did it, when and from where', async () => {
    const into = await createClientFile(db(), {
      name: 'Awa Diallo',
      phone: '06 12',
      tags: ['Soie'],
      allergies: 'Nickel',
      notes: 'Le matin',
    });
    const from = await createClientFile(db(), {
      name: 'Awa D.',
      email: 'awa@exemple.fr',
      phone: '07 55',
      tags: ['Soie', 'Mariée'],
      allergies: 'Latex',
      notes: 'Le matin',
      createdAt: new Date('2024-02-01T10:00:00Z'),
    });
    const staff = couturier.actor as StaffActor;
    const order = (await createOrder(couturier, { clientId: from._id.toHexString() })).body;
    await addMeasurements(
      db(),
      staff,
      { clientId: from._id.toHexString(), kind: 'body', values: { waistGirth: 70 }, custom: [], confirm: true },
      'fr',
    );
    const slot = {
      kind: 'other' as const,
      couturierId: staff.id,
      start: new Date(),
      minutes: 30,
      status: 'confirmed' as const,
    };
    const stamps = { createdAt: new Date(), updatedAt: new Date(), version: 1 };
    await appointments(db()).insertOne({
      _id: new ObjectId(),
      clientId: from._id,
      ...slot,
      proposedBy: 'house',
      ...stamps,
    });
    await createTask(
      db(),
      staff,
      {
        title: 'Rappeler',
        clientId: from._id.toHexString(),
        status: 'todo',
        priority: 'normal',
        checklist: [],
      },
      findMessageClient,
    );
    const shared = new ObjectId();
    for (const [clientId, modelId] of [
      [into._id, shared],
      [from._id, shared],
      [from._id, new ObjectId()],
    ] as const)
      await favourites(db()).insertOne({ _id: new ObjectId(), clientId, modelId, createdAt: new Date() });
    const words = await talk(couturier, from._id);
    await say(couturier, words, 'Bonjour');
    await createInvitation(db(), staff, { email: 'awa@exemple.fr', role: 'client', clientId: from._id, locale: 'fr' });

    const preview = await call<MergePreviewDto>(merge.GET, {
      who: couturier,
      params: { id: from._id.toHexString() },
      query: { intoId: into._id.toHexString() },
    });
    expect(preview.body.follows).toEqual({
      orders: 1,
      measurements: 1,
      appointments: 1,
      tasks: 1,
      conversations: 1,
      favourites: 2,
    });

    const merged = await join(from._id, into._id);
    expect(merged.status).toBe(200);
    expect(merged.body).toMatchObject({
      id: into._id.toHexString(),
      name: 'Awa Diallo',
      email: 'awa@exemple.fr',
      phone: '06 12',
      tags: ['Soie', 'Mariée'],
      allergies: 'Nickel\nLatex',
      notes: 'Le matin',
      createdAt: '2024-02-01T10:00:00.000Z',
      merged: [
        {
          id: from._id.toHexString(),
          name: 'Awa D.',
          byName: 'Claire Morel',
          kept: { name: 'Awa D.', phone: '07 55' },
        },
      ],
    });
    expect(merged.body.lastMeasuredAt).toBeDefined();
    expect(await orders(db()).findOne({ _id: new ObjectId(order.id) })).toMatchObject({
      clientId: into._id,
      version: order.version + 1,
    });
    const mine = { clientId: into._id };
    for (const all of [appointments(db()), tasks(db()), conversations(db()), tokens(db())])
      expect(await all.countDocuments(mine as never)).toBe(1);
    expect(await favourites(db()).countDocuments(mine)).toBe(2);
    const sets = await listMeasurements(db(), staff, { clientId: into._id.toHexString(), limit: 10 }, 'fr');
    expect(sets.items).toHaveLength(1);

    const found = await call<Page<ClientDto>>(collection.GET, { who: couturier, query: { q: 'awa d' } });
    expect(found.body.items.map(({ id }) => id)).toEqual([into._id.toHexString()]);
    const old = await read(from._id);
    expect([old.status, old.headers.get('location')]).toEqual([308, `/api/clients/${into._id.toHexString()}`]);

    const again = await join(from._id, into._id);
    expect([again.status, again.body.version, again.body.merged.length]).toEqual([200, merged.body.version, 1]);
    const third = await createClientFile(db(), { name: 'Trois' });
    expect(await join(from._id, third._id)).toMatchObject({ status: 409, body: { code: 'merge_elsewhere' } });
    await join(into._id, third._id, { take: ['name'] });
    expect((await read(from._id)).headers.get('location')).toBe(`/api/clients/${third._id.toHexString()}`);
    expect((await read(third._id)).body).toMatchObject({
      name: 'Awa Diallo',
      merged: [{ name: 'Awa D.' }, { name: 'Awa Diallo' }],
    });
  });

  it('lets the account of either file follow, and its person keeps their own conversation', async () => {
    const client = await person(db(), 'client', 'Nora Benali');
    const from = client.actor.clientId as ObjectId;
    const into = await createClientFile(db(), { name: 'Nora B.' });
    const spoken = await startConversation(db(), client.actor, { couturierId: couturier.actor.id.toHexString() });
    const id = spoken.conversation.id;
    for (const words of ['un', 'deux']) await say(client, id, words);
    await say(couturier, id, 'trois');
    const noted = await talk(couturier, into._id);
    await say(couturier, noted, 'un');
    await say(couturier, noted, 'laissé');
    const apart = await talk(owner, into._id);
    await say(owner, apart, 'de la maison');

    expect((await join(from, into._id)).status).toBe(200);
    expect(await accounts(db()).findOne({ _id: client.actor.id })).toMatchObject({ clientId: into._id });
    expect(await clients(db()).findOne({ _id: into._id })).toMatchObject({ accountId: client.actor.id });
    const actor = { ...client.actor, clientId: into._id };
    const list = await listConversations(db(), actor, { filter: 'all', limit: 10 });
    expect(new Set(list.items.map((item) => item.id))).toEqual(new Set([id, apart]));
    const { items, head } = await listMessages(db(), actor, id, { limit: 100 });
    expect(items.map(({ seq, content }) => [seq, content])).toEqual([
      [1, 'un'],
      [2, 'deux'],
      [3, 'trois'],
      [4, expect.stringContaining('Deux conversations')],
      [5, 'un'],
      [6, 'laissé'],
    ]);
    expect(head).toBe(6);
    expect(await messages(db()).countDocuments({ conversationId: new ObjectId(noted) })).toBe(0);
    await say({ ...client, actor }, id, 'sept');
    expect((await listMessages(db(), couturier.actor, id, { limit: 1 })).items[0]).toMatchObject({ seq: 7 });
  });

  it('refuses two accounts, a file with itself, and files that are not there; then nothing has moved', async () => {
    const [one, two] = [await person(db(), 'client'), await person(db(), 'client')];
    const [from, into] = [one.actor.clientId as ObjectId, two.actor.clientId as ObjectId];
    await createOrder(one, { couturierId: couturier.actor.id.toHexString() });
    expect(await join(from, into)).toMatchObject({ status: 422, body: { code: 'merge_two_accounts' } });
    expect(await join(from, from)).toMatchObject({ status: 422, body: { code: 'merge_same_file' } });
    expect((await join(from, new ObjectId())).status).toBe(404);
    expect((await join(new ObjectId(), into)).status).toBe(404);
    expect((await join(from, into, { take: ['notes'] })).status).toBe(400);
    expect(await orders(db()).countDocuments({ clientId: from })).toBe(1);
  });

  it('is the staff’s to do', async () => {
    const client = await person(db(), 'client');
    const disabled = await person(db(), 'couturier', 'Fermé', { disabled: true });
    const [from, into] = [await createClientFile(db(), { name: 'A' }), await createClientFile(db(), { name: 'B' })];
    expect((await join(from._id, into._id, {}, client)).status).toBe(403);
    expect((await join(from._id, into._id, {}, disabled)).status).toBe(401);
    expect(
      (await call(merge.POST, { params: { id: from._id.toHexString() }, body: { intoId: into._id.toHexString() } }))
        .status,
    ).toBe(401);
    expect((await join(from._id, into._id, {}, owner)).status).toBe(200);
  });

  it('happens once, however many ask at the same moment', async () => {
    const [from, into] = [
      await createClientFile(db(), { name: 'Deux fois' }),
      await createClientFile(db(), { name: 'Une' }),
    ];
    const answers = await Promise.all([1, 2, 3].map(() => join(from._id, into._id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await read(into._id)).body.merged).toHaveLength(1);
  });
});
