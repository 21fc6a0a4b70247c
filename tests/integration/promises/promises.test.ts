import { beforeAll, expect, it } from 'vitest';
import { GET } from '@/app/api/promises/route';
import { accounts } from '@/lib/auth/documents';
import { addDays, mondayOf } from '@/lib/calendar';
import { toId } from '@/lib/db/ids';
import { getHouse } from '@/lib/house/get-house';
import { house } from '@/lib/house/documents';
import { intervalsOn } from '@/lib/house/rules';
import { orders } from '@/lib/orders/documents';
import type { PromiseDto } from '@/lib/promises/schemas';
import { tasks } from '@/lib/tasks/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed } from '../orders/setup';

const db = setUpDatabase();
let mathieu: Person;
let ines: Person;
let owner: Person;
let awa: Person;
let moussa: Person;
let coat: string;
let dress: string;

// The house's clock runs: days are counted from a Monday to come, and none of them is closed.
const today = new Date().toISOString().slice(0, 10);
const monday = addDays(mondayOf(today), 14);
const on = (days: number) => addDays(monday, days);
const hex = (who: Person) => who.actor.id.toHexString();

type Told = PromiseDto & { code?: string };
const ask = (who: Person | undefined, query: Record<string, string>) => call<Told>(GET, { who, query });

/** An order of Mathieu's with one task of so many hours, promised for a day. */
async function promised(client: Person, hours: number, day: string | undefined, title: string): Promise<string> {
  const { id } = await confirmed(client, mathieu, { title });
  const orderId = toId(id);
  await orders(db()).updateOne(
    { _id: orderId },
    day ? { $set: { promisedDate: new Date(`${day}T00:00:00Z`) } } : { $unset: { promisedDate: '' } },
  );
  const [first] = await tasks(db()).find({ orderId }).toArray();
  await tasks(db()).deleteMany({ orderId, _id: { $ne: first?._id } });
  await tasks(db()).updateOne({ orderId }, { $set: { minutes: hours * 60, assigneeId: mathieu.actor.id } });
  return id;
}

beforeAll(async () => {
  serveFrom(db());
  [mathieu, ines, owner, awa, moussa] = await Promise.all([
    person(db(), 'couturier', 'Mathieu Carpentier'),
    person(db(), 'couturier', 'Inès Haddad'),
    person(db(), 'owner', 'Khady Seck'),
    person(db(), 'client', 'Awa Diallo'),
    person(db(), 'client', 'Moussa Sarr'),
  ]);
  const words = { fr: '', en: '' };
  const profile = { speciality: words, bio: words, available: true, weeklyHours: 35, workingDays: [1, 2, 3, 4, 5] };
  await accounts(db()).updateMany({ role: { $ne: 'client' } }, { $set: { profile } });
  await getHouse(db());
  await house(db()).updateOne({ _id: 'house' }, { $set: { closures: [] } });
  // Mathieu is full until the coat's day; whatever is asked of him before it takes it along.
  coat = await promised(moussa, 35 * 6 - 10, on(28), 'Manteau');
  dress = await promised(awa, 28, undefined, 'Grand boubou');
});

it('tells the staff how firmly, why, which week, which other promise, and what would help', async () => {
  const { status, body } = await ask(mathieu, { orderId: dress, day: on(7) });
  expect(status).toBe(200);
  expect(body.degree).toBe('untenable');
  const suffers = body.reasons.find(({ kind }) => kind === 'otherSuffers');
  expect(suffers?.other).toMatchObject({ orderId: coat, title: 'Manteau', clientName: 'Moussa Sarr', due: on(28) });
  expect(body.load?.name).toBe('Mathieu Carpentier');
  expect(body.load?.weeks).toHaveLength(9);
  const kinds = body.remedies?.map(({ kind }) => kind);
  expect(kinds).toContain('anotherDay');
  expect(body.earliest && body.earliest > on(28)).toBe(true);
  const later = await ask(owner, { orderId: dress, day: body.earliest ?? '' });
  expect([later.body.degree, later.body.reasons]).toEqual(['holds', []]);
  expect((await ask(mathieu, { orderId: dress, day: addDays(body.earliest ?? '', -1) })).body.degree).not.toBe('holds');
});

it('is another answer with other hands', async () => {
  const own = (await ask(owner, { orderId: dress })).body.earliest ?? '';
  const given = (await ask(owner, { orderId: dress, couturierId: hex(ines) })).body.earliest ?? '';
  expect(given < own).toBe(true);
});

it('says of a day that is none that it is none: past, closed, after the event', async () => {
  const kinds = async (query: Record<string, string>) =>
    (await ask(mathieu, { orderId: dress, ...query })).body.reasons.map(({ kind }) => kind);
  expect(await kinds({ day: addDays(today, -3) })).toContain('past');
  const settings = await getHouse(db());
  const shut = [0, 1, 2, 3, 4, 5, 6].map((index) => on(70 + index)).find((day) => !intervalsOn(settings, day).length);
  expect(await kinds({ day: shut ?? '' })).toEqual(['closed']);
  expect(await kinds({ day: on(71), eventDay: on(70) })).toContain('afterEvent');
});

it('judges a feast on a closed day by the last day it can be fetched', async () => {
  const settings = await getHouse(db());
  const days = Array.from({ length: 14 }, (_, index) => on(210 + index));
  const open = (day: string) => intervalsOn(settings, day).length > 0;
  const feast = days.find((day) => !open(day)) ?? '';
  const { body } = await ask(undefined, { garment: 'boubou', eventDay: feast });
  expect(feast).not.toBe('');
  expect(body.day && body.day < feast && open(body.day)).toBe(true);
  expect([body.degree, body.reasons]).toEqual(['holds', []]);
  const openFeast = days.find(open) ?? '';
  expect((await ask(undefined, { garment: 'boubou', eventDay: openFeast })).body.day).toBe(openFeast);
});

it('promises nothing new for a feast, counts less hours in it, and says so to everybody', async () => {
  const label = { fr: 'Magal', en: 'Magal' };
  const feast = { label, from: on(212), to: on(216), hoursPercent: 50, closesPromises: true };
  await house(db()).updateOne({ _id: 'house' }, { $set: { feasts: [feast] } });
  try {
    const asked = { garment: 'boubou', day: on(214) };
    const said = { kind: 'feast', label, from: feast.from, to: feast.to };
    expect((await ask(undefined, asked)).body).toMatchObject({ degree: 'tight', reasons: [said] });
    expect((await ask(mathieu, asked)).body.reasons).toContainEqual(said);
    expect((await ask(undefined, { ...asked, day: on(217) })).body.degree).toBe('holds');
    await house(db()).updateOne({ _id: 'house' }, { $set: { feasts: [{ ...feast, from: on(0), to: on(6) }] } });
    const week = (await ask(mathieu, { orderId: dress, day: on(7) })).body.load?.weeks.find(
      (one) => one.week === monday,
    );
    expect(week?.capacity).toBe((35 * 60) / 2);
  } finally {
    await house(db()).updateOne({ _id: 'house' }, { $set: { feasts: [] } });
  }
});

it('tells a client the degree and the day of their own piece, and nothing of anybody else’s', async () => {
  const { status, body } = await ask(awa, { orderId: dress, day: on(7) });
  expect(status).toBe(200);
  const staff = (await ask(mathieu, { orderId: dress, day: on(7) })).body;
  expect([body.degree, body.earliest]).toEqual([staff.degree, staff.earliest]);
  expect(body.reasons).toEqual([]);
  expect(body.load).toBeUndefined();
  expect(body.remedies).toBeUndefined();
  expect(JSON.stringify(body)).not.toMatch(/Manteau|Moussa|Mathieu/);
  expect((await ask(awa, { orderId: dress, day: addDays(today, -3) })).body.reasons).toEqual([{ kind: 'past' }]);
});

it('does not know an order that is not one’s own', async () => {
  for (const who of [moussa, undefined]) expect((await ask(who, { orderId: dress })).status).toBe(404);
});

it('tells a visitor the first day for a garment, by whoever is free first or by whom they ask for', async () => {
  const anybody = (await ask(undefined, { garment: 'boubou' })).body;
  const full = (await ask(undefined, { garment: 'boubou', couturierId: hex(mathieu) })).body;
  expect(anybody.earliest && anybody.earliest > today).toBe(true);
  expect((full.earliest ?? '') > (anybody.earliest ?? '')).toBe(true);
  expect(anybody).toEqual({ today: anybody.today, earliest: anybody.earliest, reasons: [] });
  expect((await ask(undefined, { garment: 'boubou', couturierId: hex(awa) })).status).toBe(404);
});

it('says nothing of a day further than the house plans, at once', async () => {
  const { body } = await ask(undefined, { garment: 'boubou', day: '9999-12-31' });
  expect([body.day, body.degree]).toEqual([undefined, undefined]);
  expect(body.earliest).toBeDefined();
});

it('wants to know of what it is asked', async () => {
  expect((await ask(mathieu, {})).status).toBe(400);
  expect((await ask(mathieu, { orderId: dress, day: 'demain' })).status).toBe(400);
});
