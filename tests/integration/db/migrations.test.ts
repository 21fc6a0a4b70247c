import { ObjectId } from 'mongodb';
import { describe, expect, it } from 'vitest';
import { houseSettings } from '@/lib/db/migrations/0001-house-settings';
import { lastWords } from '@/lib/db/migrations/0002-last-words';
import { whoseNotifications } from '@/lib/db/migrations/0003-whose-notifications';
import { staffFiles } from '@/lib/db/migrations/0005-staff-files';
import { secondKeyRequired } from '@/lib/db/migrations/0006-second-key-required';
import { wholeFrancs } from '@/lib/db/migrations/0007-whole-francs';
import { standing } from '@/lib/db/migrations/0008-standing';
import { workOfEndedOrders } from '@/lib/db/migrations/0010-work-of-ended-orders';
import { feasts } from '@/lib/db/migrations/0011-feasts';
import { legal } from '@/lib/db/migrations/0013-legal';
import { UNSAID_LEGAL } from '@/lib/house/legal-defaults';
import { legalDto } from '@/lib/house/schemas';
import { type Database } from '@/lib/db/client';
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

describe('0007 whole-francs', () => {
  const sum = (amount: number, currency: string) => ({ amount, currency });
  const [early, late, upgraded] = ['2026-11-20', '2026-11-30', '2026-11-25'].map((day) => new Date(day)) as [
    Date,
    Date,
    Date,
  ];
  const ids = Array.from({ length: 40 }, () => new ObjectId());

  /** The database, whose power goes at the n-th document that is changed. */
  function failing(at: number): Database {
    let changed = 0;
    const bound = (target: object, key: PropertyKey): unknown => {
      const value = Reflect.get(target, key) as unknown;
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    };
    const withPower = (target: object, key: PropertyKey): unknown => {
      if ((key === 'updateOne' || key === 'updateMany') && (changed += 1) > at)
        return () => Promise.reject(new Error('the power went'));
      return bound(target, key);
    };
    const inner = new Proxy(db().db, {
      get: (target, key) =>
        key === 'collection'
          ? (name: string) => new Proxy(target.collection(name), { get: withPower })
          : bound(target, key),
    });
    return { ...db(), db: inner };
  }

  it('makes whole francs of the hundredths that the first version kept, everywhere, once, however often it is cut off', async () => {
    const collections = ['orders', 'orderEvents', 'models', 'messages', 'migrations'];
    for (const name of collections) await db().db.collection(name).deleteMany({});
    const records = db().db.collection<{ _id: number; finishedAt: Date }>('migrations');
    await records.insertOne({ _id: 6, finishedAt: upgraded });
    const order = (f: (hundredths: number) => number, currency: string, _id: ObjectId) => ({
      _id,
      number: `M-${currency}-${_id.toHexString()}`,
      quotes: [
        { n: 1, createdAt: early, lines: [{ quantity: 2.5, unitPrice: sum(f(4_500_000), currency), vatRate: 18 }] },
      ],
      payments: [
        { n: 1, recordedAt: early, amount: sum(f(2_000_000), currency) },
        // Written by a version that knew better.
        { n: 2, recordedAt: late, amount: sum(25_000, currency) },
      ],
      changeRequests: [
        { n: 1, createdAt: early, answer: { at: early, priceDelta: sum(f(-150_050), currency) } },
        { n: 2 },
      ],
      cuttingApprovals: [
        { n: 1, createdAt: early, fingerprint: 'abcd', sheet: { price: sum(f(4_500_000), currency) } },
      ],
      referenceFileIds: [ids[0]],
      createdAt: early,
      updatedAt: late,
    });
    const whole = (f: (hundredths: number) => number, currency: string, at = 0) => ({
      orders: [order(f, currency, ids[at] as ObjectId)],
      orderEvents: [
        { _id: ids[at + 1], at: early, data: { n: 1, amount: sum(f(4_500_000), currency) } },
        { _id: ids[at + 2], at: early, data: { priceDelta: sum(f(-150_050), currency), balance: sum(f(0), currency) } },
        { _id: ids[at + 3], at: late, data: { amount: sum(25_000, currency) } },
      ],
      models: [
        {
          _id: ids[at + 4],
          slug: `m-${at}`,
          createdAt: early,
          updatedAt: early,
          priceFrom: sum(f(9_000_000), currency),
        },
      ],
      messages: [
        {
          _id: ids[at + 5],
          conversationId: ids[at + 5],
          seq: 1,
          clientMessageId: 'a',
          createdAt: early,
          system: { kind: 'progress', amount: sum(f(4_500_000), currency) },
        },
      ],
    });
    const francs = (hundredths: number) => Math.sign(hundredths) * Math.round(Math.abs(hundredths) / 100) + 0;
    const houses = (['XOF', 'JPY', 'EUR', 'TND'] as const).map((currency, index) => ({
      before: whole((amount) => amount, currency, index * 8),
      after: whole(
        { XOF: francs, JPY: francs, EUR: (amount: number) => amount, TND: (amount: number) => amount * 10 }[currency],
        currency,
        index * 8,
      ),
    }));
    for (const { before } of houses)
      for (const [name, documents] of Object.entries(before)) await db().db.collection(name).insertMany(documents);
    // Cut off at every write there is, begun again each time, and once more after its end.
    let cuts = 0;
    for (; cuts < 100; cuts += 1) {
      const ended = await wholeFrancs.up(failing(cuts % 3)).then(
        () => true,
        () => false,
      );
      if (ended) break;
    }
    expect(cuts).toBeGreaterThan(5);
    await twice(wholeFrancs);
    for (const { after } of houses)
      for (const [name, documents] of Object.entries(after))
        for (const document of documents)
          expect(await db().db.collection(name).findOne({ _id: document._id })).toEqual(document);
    await records.deleteMany({});
  });
});

describe('0008 standing', () => {
  it('says of an old conversation for whom something is unread and who waits, and leaves a newer one', async () => {
    const talks = db().db.collection<{ _id: string; unreadBy?: string[]; unansweredBy?: string[] }>('conversations');
    const ends = (client: number, couturier: number) => ({ client, couturier });
    const cursors = { client: { read: 2, delivered: 4 }, couturier: { read: 4, delivered: 4 } };
    const newer = {
      _id: 'newer',
      clientId: 'newer',
      lastFrom: ends(9, 0),
      lastWords: ends(9, 0),
      cursors,
      unreadBy: [],
      unansweredBy: [],
    };
    await talks.insertMany([
      { _id: 'read', clientId: 'read', lastFrom: ends(3, 2), lastWords: ends(3, 2), cursors },
      { _id: 'unread', clientId: 'unread', lastFrom: ends(5, 4), lastWords: ends(5, 0), cursors },
      { _id: 'empty', clientId: 'empty', lastFrom: ends(0, 0), lastWords: ends(0, 0), cursors },
      newer,
    ] as never);
    await twice(standing);
    const found = await talks.find({ _id: { $in: ['read', 'unread', 'empty', 'newer'] } }).toArray();
    expect(found.map(({ _id, unreadBy, unansweredBy }) => [_id, unreadBy, unansweredBy])).toEqual([
      ['empty', [], []],
      ['newer', [], []],
      ['read', [], ['couturier']],
      ['unread', ['client', 'couturier'], ['couturier']],
    ]);
  });
});

describe('0010 work-of-ended-orders', () => {
  it('ends what was open on orders that are over, and leaves every other task', async () => {
    const stages = ['delivered', 'cancelled', 'declined', 'fitting'] as const;
    const ids = stages.map(() => new ObjectId());
    const handed = new Date('2026-10-02T16:00:00Z');
    await db()
      .db.collection('orders')
      .insertMany(
        stages.map((stage, at) => ({
          _id: ids[at],
          number: `FF-10-${at}`,
          stage,
          ...(stage === 'delivered' ? { deliveredAt: handed } : {}),
        })),
      );
    const tasks = db().db.collection<{ _id: string; orderId?: ObjectId; status: string }>('tasks');
    const done = new Date('2026-09-01T10:00:00Z');
    await tasks.insertMany([
      ...stages.map((stage, at) => ({
        _id: stage,
        orderId: ids[at],
        status: 'blocked',
        blockedReason: 'fil',
        version: 3,
      })),
      { _id: 'before', orderId: ids[0], status: 'done', doneAt: done, version: 2 },
      { _id: 'loose', status: 'todo', version: 1 },
    ] as never);
    await twice(workOfEndedOrders);
    const of = (_id: string) => tasks.findOne({ _id });
    expect(await of('delivered')).toEqual({
      _id: 'delivered',
      orderId: ids[0],
      status: 'done',
      doneAt: handed,
      version: 4,
    });
    expect(await of('cancelled')).toEqual({ _id: 'cancelled', orderId: ids[1], status: 'done', version: 4 });
    expect(await of('declined')).toEqual({ _id: 'declined', orderId: ids[2], status: 'done', version: 4 });
    expect(await of('fitting')).toMatchObject({ status: 'blocked', version: 3 });
    expect(await of('before')).toMatchObject({ doneAt: done, version: 2 });
    expect(await of('loose')).toMatchObject({ status: 'todo', version: 1 });
  });
});

describe('0011 feasts', () => {
  it('counts no week of an old house less than another, and leaves a newer one its own', async () => {
    const house = db().db.collection<{ _id: string; feasts?: { from: string }[] }>('house');
    await house.deleteMany({});
    await house.insertMany([{ _id: 'old' }, { _id: 'new', feasts: [{ from: '2027-07-20' }] }]);
    await twice(feasts);
    expect(await house.find().sort({ _id: -1 }).toArray()).toEqual([
      { _id: 'old', feasts: [] },
      { _id: 'new', feasts: [{ from: '2027-07-20' }] },
    ]);
  });
});

describe('0013 legal', () => {
  it('has an old house say nothing of itself, and leaves a newer one its words', async () => {
    const house = db().db.collection<{ _id: string; legal?: { director: string; advance?: string } }>('house');
    await house.deleteMany({});
    await house.insertMany([{ _id: 'old' }, { _id: 'new', legal: { director: 'Awa Diallo' } }]);
    await twice(legal);
    const [old, fresh] = await house.find().sort({ _id: -1 }).toArray();
    expect(legalDto.parse(old?.legal)).toEqual(UNSAID_LEGAL);
    expect(fresh).toEqual({ _id: 'new', legal: { director: 'Awa Diallo' } });
  });
});
