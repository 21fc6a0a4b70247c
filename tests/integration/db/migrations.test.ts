import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { houseSettings } from '@/lib/db/migrations/0001-house-settings';
import { lastWords } from '@/lib/db/migrations/0002-last-words';
import { whoseNotifications } from '@/lib/db/migrations/0003-whose-notifications';
import { staffFiles } from '@/lib/db/migrations/0005-staff-files';
import { secondKeyRequired } from '@/lib/db/migrations/0006-second-key-required';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();

/** Runs a migration twice, as after a stop just before it was written down. */
async function twice(migration: typeof houseSettings): Promise<void> {
  await migration.up(db());
  await migration.up(db());
}

describe('0001 house-settings', () => {
  const house = () => db().db.collection<{ _id: string; name: string; clientWords?: { text: string }[] }>('house');

  it('gives an old house the setting, and leaves a newer one its own', async () => {
    await house().insertMany([
      { _id: 'old', name: 'Maison Seck' },
      { _id: 'new', name: 'Maison Ba', clientWords: [{ text: 'Merci' }] },
    ]);
    await twice(houseSettings);
    expect(await house().find().sort({ _id: -1 }).toArray()).toEqual([
      { _id: 'old', name: 'Maison Seck', clientWords: [] },
      { _id: 'new', name: 'Maison Ba', clientWords: [{ text: 'Merci' }] },
    ]);
  });
});

describe('0002 last-words', () => {
  const line = (conversationId: ObjectId, seq: number, senderSide: string, system = false) => ({
    conversationId,
    seq,
    senderSide,
    ...(system ? { system: { kind: 'progress' } } : {}),
    clientMessageId: `${seq}`,
  });
  const cases: [string, ReturnType<typeof line>[], object | undefined, object][] = [];
  const add = (
    what: string,
    lines: [number, string, boolean?][],
    expected: object,
    before?: object,
    _id = new ObjectId(),
  ) => cases.push([what, lines.map(([seq, side, system]) => line(_id, seq, side, system)), before, expected]);
  add('an empty one', [], { client: 0, couturier: 0 });
  add(
    'the order had the last line',
    [
      [1, 'client'],
      [2, 'couturier', true],
    ],
    { client: 1, couturier: 0 },
  );
  add(
    'both spoke',
    [
      [1, 'client'],
      [2, 'couturier'],
      [3, 'client'],
      [4, 'couturier', true],
    ],
    { client: 3, couturier: 2 },
  );
  add(
    'one side was written since',
    [
      [1, 'client'],
      [2, 'couturier'],
    ],
    { client: 1, couturier: 2 },
    { couturier: 2 },
  );
  add('one of today', [[1, 'client']], { client: 1, couturier: 5 }, { client: 1, couturier: 5 });

  it.each(cases)('%s', async (_what, lines, before, expected) => {
    const _id = lines[0]?.conversationId ?? new ObjectId();
    await db()
      .db.collection('conversations')
      .insertOne({
        _id,
        clientId: new ObjectId(),
        couturierId: new ObjectId(),
        ...(before ? { lastWords: before } : {}),
      });
    if (lines.length > 0) await db().db.collection('messages').insertMany(lines);
    await twice(lastWords);
    expect((await db().db.collection('conversations').findOne({ _id }))?.['lastWords']).toEqual(expected);
  });
});

describe('0003 whose-notifications', () => {
  const [client, other, account, couturier] = [new ObjectId(), new ObjectId(), new ObjectId(), new ObjectId()];
  const [order, talk, hour, gone] = [new ObjectId(), new ObjectId(), new ObjectId(), new ObjectId()];
  const cases: [string, object, ObjectId | undefined][] = [
    ['an order of the atelier', { href: `/atelier/orders/${order.toHexString()}` }, client],
    ['a conversation', { href: `/account/messages/${talk.toHexString()}`, kind: 'message' }, client],
    ['a file', { href: `/atelier/clients/${other.toHexString()}`, kind: 'message' }, other],
    ['an appointment', { href: `/atelier/calendar?appointment=${hour.toHexString()}`, kind: 'appointment' }, client],
    ['one’s own page', { href: '/account/appointments', accountId: account }, client],
    [
      'an hour that was asked for',
      {
        href: '/atelier/calendar',
        kind: 'appointment',
        accountId: couturier,
        title: { fr: 'Zoé Hélène propose une heure' },
      },
      client,
    ],
    ['an order that is gone', { href: `/atelier/orders/${gone.toHexString()}` }, undefined],
    [
      'somebody who is gone',
      { href: '/atelier/calendar', accountId: couturier, title: { fr: 'Awa propose' } },
      undefined,
    ],
  ];

  it.each(cases)('%s', async (_what, bell, expected) => {
    const put = (name: string, document: { _id: ObjectId }) =>
      db().db.collection(name).replaceOne({ _id: document._id }, document, { upsert: true });
    await put('clients', { _id: client, name: 'Zoé Hélène' } as { _id: ObjectId });
    await put('accounts', { _id: account, email: 'zoe@exemple.fr', clientId: client } as { _id: ObjectId });
    await put('orders', { _id: order, number: 'FF-1', clientId: client } as { _id: ObjectId });
    await put('conversations', { _id: talk, clientId: client, couturierId: couturier } as { _id: ObjectId });
    await put('appointments', { _id: hour, clientId: client, couturierId: couturier } as { _id: ObjectId });
    const _id = new ObjectId();
    await put('notifications', { _id, accountId: couturier, kind: 'order', ...bell } as { _id: ObjectId });
    await twice(whoseNotifications);
    const after = await db().db.collection('notifications').findOne({ _id });
    expect(after?.['clientId']).toEqual(expected);
    expect(after === null).toBe(expected === undefined);
  });
});

describe('0005 staff-files', () => {
  it('keeps the pictures of the atelier’s own notes inside, except those the client was shown', async () => {
    const orderId = new ObjectId();
    const [inside, reference, shown, signed, asked, elsewhere] = Array.from({ length: 6 }, () => new ObjectId()) as [
      ObjectId,
      ObjectId,
      ObjectId,
      ObjectId,
      ObjectId,
      ObjectId,
    ];
    const ref = (id: ObjectId) => ({ id: id.toHexString(), name: 'a.jpg' });
    await db()
      .db.collection('orders')
      .insertOne({
        _id: orderId,
        number: 'M-1',
        referenceFileIds: [reference],
        changeRequests: [{ n: 1, files: [ref(asked)] }],
        cuttingApprovals: [
          { n: 1, sheet: { imageFileId: signed } },
          { n: 2, sheet: {} },
        ],
      });
    await db()
      .db.collection('orderEvents')
      .insertMany([
        {
          orderId,
          visibility: 'staff',
          data: { files: [inside, reference, shown, signed, asked, elsewhere].map(ref) },
        },
        { orderId, visibility: 'client', data: { files: [ref(shown)] } },
        { orderId, visibility: 'staff', data: {} },
      ]);
    const files = db().db.collection('files');
    await files.insertMany([
      ...[inside, reference, shown, signed, asked].map((_id) => ({ _id, attachedTo: { kind: 'order', id: orderId } })),
      { _id: elsewhere, attachedTo: { kind: 'message', id: new ObjectId() } },
    ]);
    await twice(staffFiles);
    const own = await files.find({ 'attachedTo.audience': 'staff' }).toArray();
    expect(own.map(({ _id }) => _id)).toEqual([inside]);
  });
});

describe('0006 second-key-required', () => {
  it('asks nobody of an old house for a second key, and leaves a newer one its own', async () => {
    const house = db().db.collection<{ _id: string; secondKeyRequired?: boolean }>('house');
    await house.deleteMany({});
    await house.insertMany([{ _id: 'old' }, { _id: 'new', secondKeyRequired: true }]);
    await twice(secondKeyRequired);
    expect(await house.find().sort({ _id: -1 }).toArray()).toEqual([
      { _id: 'old', secondKeyRequired: false },
      { _id: 'new', secondKeyRequired: true },
    ]);
  });
});
