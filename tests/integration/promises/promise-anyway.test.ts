import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
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
