import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
import * as transferOne from '@/app/api/orders/[id]/transfer/route';
import * as transferAll from '@/app/api/staff/[id]/transfer/route';
import * as answerRoute from '@/app/api/orders/[id]/change-requests/[n]/answer/route';
import { accounts } from '@/lib/auth/documents';
import { addDays, mondayOf } from '@/lib/calendar';
import { toId } from '@/lib/db/ids';
import { house } from '@/lib/house/documents';
import { getHouse } from '@/lib/house/get-house';
import { notifications } from '@/lib/notifications/documents';
import { orderEvents, orders } from '@/lib/orders/documents';
import type { OrderDto } from '@/lib/orders/answers';
import type { PromiseDto } from '@/lib/promises/schemas';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, create, edit, type OrderAnswer, QUOTE, quote, read, timeline } from '../orders/setup';

const db = setUpDatabase();
let mathieu: Person;
let owner: Person;
let awa: Person;

const today = new Date().toISOString().slice(0, 10);
// No garment of this house is sewn in three days, and any is in ten weeks.
const SOON = addDays(today, 3);
const ROOMY = addDays(mondayOf(today), 72);
const WHY = 'Elle se marie ce jour-là ; Inès prend l’ourlet.';
const at = (day: string) => `${day}T00:00:00.000Z`;

type Answered = OrderAnswer & { promise?: PromiseDto };
const said = (id: string) =>
  orderEvents(db())
    .find({ orderId: toId(id), type: 'promisedAnyway' })
    .toArray();

/** A way of the atelier to promise a day for an order: it answers what came, and what the order then promises. */
type Way = (order: OrderDto, day: string, anywayReason?: string) => Promise<{ status: number; body: Answered }>;
const hex = (who: Person) => who.actor.id.toHexString();

const asked = async (order: OrderDto) => {
  await orders(db()).updateOne({ _id: toId(order.id) }, { $set: { promisedDate: new Date(at(ROOMY)) } });
  const body = { changes: [{ field: 'description', to: 'Sans manches' }] };
  return call<OrderAnswer>(changes.POST, { who: awa, params: { id: order.id }, body });
};
const answer = async (order: OrderDto, decision: string, day: string, anywayReason?: string) => {
  await asked(order);
  const daysDelta = Math.round((Date.parse(day) - Date.parse(ROOMY)) / 86_400_000);
  const body = {
    decision,
    daysDelta,
    anywayReason,
    ...(decision === 'counter' ? { changes: [{ field: 'description', to: 'Manches courtes' }] } : {}),
  };
  return call<Answered>(answerRoute.POST, { who: mathieu, params: { id: order.id, n: '1' }, body });
};

const WAYS: Record<string, Way> = {
  'a quote': (order, promisedDate, anywayReason) => quote(mathieu, order.id, { ...QUOTE, promisedDate, anywayReason }),
  'an edited order': (order, promisedDate, anywayReason) =>
    edit(mathieu, order.id, { version: order.version, promisedDate, anywayReason }),
  'the answer to a change': (order, day, anywayReason) => answer(order, 'accept', day, anywayReason),
  'a counter-proposal': (order, day, anywayReason) => answer(order, 'counter', day, anywayReason),
};

beforeAll(async () => {
  serveFrom(db());
  [mathieu, owner, awa] = await Promise.all([
    person(db(), 'couturier', 'Mathieu Carpentier'),
    person(db(), 'owner', 'Khady Seck'),
    person(db(), 'client', 'Awa Diallo'),
  ]);
  const words = { fr: '', en: '' };
  const profile = { speciality: words, bio: words, available: true, weeklyHours: 35, workingDays: [1, 2, 3, 4, 5] };
  await accounts(db()).updateMany({ role: { $ne: 'client' } }, { $set: { profile } });
  await getHouse(db());
  const open = { from: '08:00', to: '18:00' };
  const days = Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, [open]]),
  );
  await house(db()).updateOne({ _id: 'house' }, { $set: { closures: [], feasts: [], openingHours: days as never } });
});

// What one case promised takes no hour from the next.
beforeEach(() => orders(db()).updateMany({}, { $unset: { promisedDate: '' } }));

describe.each(Object.entries(WAYS))('%s', (_name, promise) => {
  it('is refused for a day beyond the hours, says why, and writes nothing', async () => {
    const order = await confirmed(awa, mathieu);
    const { status, body } = await promise(order, SOON);
    expect([status, body.code]).toEqual([422, 'promise_untenable']);
    expect(body.promise).toMatchObject({ day: SOON, degree: 'untenable' });
    expect(body.promise?.reasons.map(({ kind }) => kind)).toContain('beyondHands');
    const kept = await orders(db()).findOne({ _id: toId(order.id) });
    expect([kept?.quotes.length, kept?.changeRequests[0]?.answer]).toEqual([1, undefined]);
    expect(await said(order.id)).toEqual([]);
  });

  it('passes with a reason, which the atelier reads with who and when, and the client never', async () => {
    const order = await confirmed(awa, mathieu);
    const { status, body } = await promise(order, SOON, WHY);
    expect(status, body.code).toBeLessThan(300);
    const before = Date.now();
    const [event] = (await timeline(mathieu, order.id)).body.items.filter(({ type }) => type === 'promisedAnyway');
    expect(event).toMatchObject({
      actorId: hex(mathieu),
      actorName: 'Mathieu Carpentier',
      to: SOON,
      note: WHY,
      visibility: 'staff',
    });
    expect(event?.data['against']).toContain('beyondHands');
    expect(Math.abs(before - Date.parse(event?.at ?? ''))).toBeLessThan(60_000);
    const hers = await timeline(awa, order.id);
    expect(hers.body.items.map(({ type }) => type)).not.toContain('promisedAnyway');
    expect(JSON.stringify([hers.body, (await read(awa, order.id)).body])).not.toContain('ourlet');
    const bells = await notifications(db()).find({ accountId: awa.actor.id }).toArray();
    expect(JSON.stringify(bells)).not.toContain('ourlet');
  });

  it('wants no reason where the hours suffice, and keeps none', async () => {
    const order = await confirmed(awa, mathieu);
    const { status, body } = await promise(order, addDays(ROOMY, 7), WHY);
    expect(status, body.code).toBeLessThan(300);
    expect(await said(order.id)).toEqual([]);
  });
});

it('tells the one whose hands must keep it what somebody else promised', async () => {
  const order = await confirmed(awa, mathieu);
  expect((await edit(owner, order.id, { version: order.version, promisedDate: SOON, anywayReason: WHY })).status).toBe(
    200,
  );
  const bells = await notifications(db()).find({ accountId: mathieu.actor.id }).toArray();
  expect(bells.some(({ text }) => JSON.stringify(text).includes('ourlet'))).toBe(true);
});

it('judges by the hours there are when it is sent, not when the form was opened', async () => {
  const [first, second] = [await confirmed(awa, mathieu), await confirmed(awa, mathieu)];
  // Alone each fits into the week before; after the first was promised, the second does not.
  let day = addDays(today, 4);
  while ((await edit(mathieu, first.id, { version: first.version, promisedDate: day })).status !== 200)
    day = addDays(day, 1);
  const late = await edit(mathieu, second.id, { version: second.version, promisedDate: day });
  expect([late.status, late.body.code]).toEqual([422, 'promise_untenable']);
});

it('is judged with the hands it is given to in the same breath', async () => {
  const order = await confirmed(awa, mathieu);
  await accounts(db()).updateOne({ _id: owner.actor.id }, { $set: { 'profile.workingDays': [] } });
  const given = { version: order.version, couturierId: hex(owner), promisedDate: ROOMY };
  expect((await edit(owner, order.id, given)).body.code).toBe('promise_untenable');
  await accounts(db()).updateOne({ _id: owner.actor.id }, { $set: { 'profile.workingDays': [1, 2, 3, 4, 5] } });
  expect((await edit(owner, order.id, given)).status).toBe(200);
});

it('judges by the event that is set with it', async () => {
  const order = await confirmed(awa, mathieu);
  const sent = { version: order.version, promisedDate: ROOMY, eventDate: addDays(ROOMY, -7) };
  const { body } = await edit(mathieu, order.id, sent);
  expect((body as Answered).promise?.reasons.map(({ kind }) => kind)).toContain('afterEvent');
});

it('asks for nothing where the day stays, and nothing of a refused change', async () => {
  const order = await confirmed(awa, mathieu);
  const dated = await edit(mathieu, order.id, { version: order.version, promisedDate: SOON, anywayReason: WHY });
  const again = await edit(mathieu, order.id, {
    version: dated.body.version,
    promisedDate: SOON,
    title: 'Robe du matin',
  });
  expect(again.status).toBe(200);
  const other = await confirmed(awa, mathieu);
  expect((await answer(other, 'refuse', SOON)).status).toBe(200);
  expect(await said(order.id)).toHaveLength(1);
});

describe('a new order typed by the atelier', () => {
  const typed = (who: Person, body: Record<string, unknown>) =>
    create(who, { clientId: awa.actor.clientId?.toHexString(), couturierId: hex(mathieu), ...body });

  it('is promised for a day at once, against the hours with a reason only', async () => {
    const refused = (await typed(mathieu, { promisedDate: SOON })) as { status: number; body: Answered };
    expect([refused.status, refused.body.code]).toEqual([422, 'promise_untenable']);
    const made = await typed(mathieu, { promisedDate: SOON, anywayReason: WHY });
    expect([made.status, made.body.promisedDate]).toEqual([201, at(SOON)]);
    expect(await said(made.body.id)).toMatchObject([{ note: WHY, to: SOON, visibility: 'staff' }]);
    const roomy = await typed(mathieu, { promisedDate: ROOMY });
    expect([roomy.status, roomy.body.promisedDate]).toEqual([201, at(ROOMY)]);
    expect((await timeline(awa, roomy.body.id)).body.items.map(({ type }) => type)).toEqual(['scheduled', 'created']);
  });

  it('is not for a client to promise, nor to say a reason', async () => {
    for (const own of [{ promisedDate: ROOMY }, { anywayReason: WHY }])
      expect((await create(awa, { couturierId: hex(mathieu), ...own })).status).toBe(403);
    const order = (await create(awa, { couturierId: hex(mathieu) })).body;
    expect((await edit(awa, order.id, { version: 1, anywayReason: WHY })).status).toBe(403);
  });
});

describe('a promised day that stays while what it stands on changes', () => {
  const promised = async (eventDate?: string) => {
    const order = await confirmed(awa, mathieu, eventDate ? { eventDate } : {});
    const day = { version: order.version, promisedDate: ROOMY };
    return (await edit(mathieu, order.id, day)).body;
  };
  const wornOn = ({ id, version }: OrderDto, eventDate: string | null, anywayReason?: string) =>
    edit(mathieu, id, { version, eventDate, anywayReason });

  it('is asked when the piece is worn before it, and passes with a reason', async () => {
    const order = await promised();
    const early = await wornOn(order, addDays(ROOMY, -7));
    expect([early.status, early.body.code]).toEqual([422, 'promise_untenable']);
    expect((early.body as Answered).promise?.reasons.map(({ kind }) => kind)).toContain('afterEvent');
    expect((await read(mathieu, order.id)).body.eventDate).toBeUndefined();
    const anyway = await wornOn(order, addDays(ROOMY, -7), WHY);
    expect(anyway.status).toBe(200);
    expect(await said(order.id)).toMatchObject([{ note: WHY, to: ROOMY, visibility: 'staff' }]);
    // Known and said: the next day before it is no news.
    const again = await wornOn(anyway.body, addDays(ROOMY, -8));
    expect(again.status).toBe(200);
    expect((await wornOn(again.body, null)).status).toBe(200);
    expect(await said(order.id)).toHaveLength(1);
  });

  it('is not asked when it is worn after it, nor of a client, whose day it is', async () => {
    expect((await wornOn(await promised(), addDays(ROOMY, 7))).status).toBe(200);
    const asked = (await create(awa, { couturierId: hex(mathieu) })).body;
    await orders(db()).updateOne({ _id: toId(asked.id) }, { $set: { promisedDate: new Date(at(ROOMY)) } });
    const own = await edit(awa, asked.id, { version: asked.version, eventDate: addDays(ROOMY, -7) });
    expect(own.status).toBe(200);
  });

  describe('and other hands', () => {
    beforeEach(() => accounts(db()).updateOne({ _id: owner.actor.id }, { $set: { 'profile.workingDays': [] } }));
    afterEach(() =>
      accounts(db()).updateOne({ _id: owner.actor.id }, { $set: { 'profile.workingDays': [1, 2, 3, 4, 5] } }),
    );
    const give = ({ id, version }: OrderDto, anywayReason?: string) =>
      call<Answered>(transferOne.POST, {
        who: owner,
        params: { id },
        body: { couturierId: hex(owner), version, anywayReason },
      });

    it('is asked of who takes it over, by either door', async () => {
      const order = await promised();
      const edited = await edit(owner, order.id, { version: order.version, couturierId: hex(owner) });
      expect(edited.body.code).toBe('promise_untenable');
      const refused = await give(order);
      expect([refused.status, refused.body.code]).toEqual([422, 'promise_untenable']);
      expect((await read(owner, order.id)).body.couturierId).toBe(hex(mathieu));
      expect((await give(order, WHY)).body.couturierId).toBe(hex(owner));
      expect(await said(order.id)).toMatchObject([{ note: WHY, to: ROOMY }]);
    });

    it('is not asked for a day that has gone by, nor where none was promised', async () => {
      const late = await promised();
      await orders(db()).updateOne(
        { _id: toId(late.id) },
        { $set: { promisedDate: new Date(at(addDays(today, -2))) } },
      );
      expect((await give(late)).status).toBe(200);
      expect((await give(await confirmed(awa, mathieu))).status).toBe(200);
    });

    it('all of somebody’s work is asked for together before anything goes', async () => {
      const [first, second] = [await promised(), await promised()];
      const all = (anywayReason?: string) =>
        call<Answered & { orders?: { id: string }[] }>(transferAll.POST, {
          who: owner,
          params: { id: hex(mathieu) },
          body: { couturierId: hex(owner), anywayReason },
        });
      const refused = await all();
      expect([refused.status, refused.body.code]).toEqual([422, 'promise_untenable']);
      expect(refused.body.orders?.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
      expect((await read(owner, first.id)).body.couturierId).toBe(hex(mathieu));
      expect((await all(WHY)).status).toBe(200);
      for (const { id } of [first, second]) {
        expect((await read(owner, id)).body.couturierId).toBe(hex(owner));
        expect(await said(id)).toMatchObject([{ note: WHY }]);
      }
    });

    it('what fits one by one and not all together is told of all', async () => {
      await accounts(db()).updateOne({ _id: owner.actor.id }, { $set: { 'profile.workingDays': [1, 2, 3, 4, 5] } });
      await orders(db()).updateMany({}, { $set: { stage: 'cancelled' } });
      const work = [];
      for (let n = 0; n < 12; n += 1) {
        const order = await confirmed(awa, mathieu);
        await orders(db()).updateOne({ _id: toId(order.id) }, { $set: { promisedDate: new Date(at(ROOMY)) } });
        work.push(order);
      }
      const refused = await call<Answered>(transferAll.POST, {
        who: owner,
        params: { id: hex(mathieu) },
        body: { couturierId: hex(owner) },
      });
      expect(refused.body.code).toBe('promise_untenable');
    });
  });
});
