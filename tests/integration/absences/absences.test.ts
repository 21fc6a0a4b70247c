import { beforeAll, beforeEach, expect, it } from 'vitest';
import { POST as book } from '@/app/api/appointments/route';
import { GET as listCouturiers } from '@/app/api/couturiers/route';
import { GET as listHands } from '@/app/api/hands/route';
import { DELETE as takeBack, PATCH as edit } from '@/app/api/staff/[id]/absences/[absenceId]/route';
import { POST as add } from '@/app/api/staff/[id]/absences/route';
import { POST as agree } from '@/app/api/staff/[id]/weeks/route';
import { PATCH as editStaff } from '@/app/api/staff/[id]/route';
import type { AbsenceDto, HandDto, HandsDto } from '@/lib/absences/schemas';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { appointments } from '@/lib/appointments/documents';
import { offeredStarts } from '@/lib/appointments/offered-starts';
import { acts } from '@/lib/audit/documents';
import { accounts } from '@/lib/auth/documents';
import { findPresences } from '@/lib/auth/find-presence';
import { addDays, mondayOf, weekdayNumber } from '@/lib/calendar';
import { toId } from '@/lib/db/ids';
import { getHouse } from '@/lib/house/get-house';
import { orders } from '@/lib/orders/documents';
import { POST as order } from '@/app/api/orders/route';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let claire: Person;
let ines: Person;
let owner: Person;
let awa: Person;

// A Monday some weeks ahead; everybody works from Monday to Friday.
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 21);
const on = (day: number) => addDays(monday, day);
const noon = (day: number) => `${on(day)}T11:00:00.000Z`;
const idOf = (who: Person) => who.actor.id.toHexString();
const leave = { from: on(1), to: on(2), kind: 'sick', note: 'au lit' };

beforeAll(async () => {
  serveFrom(db());
  [claire, ines, owner, awa] = await Promise.all([
    person(db(), 'couturier', 'Claire Morel'),
    person(db(), 'couturier', 'Inès Haddad'),
    person(db(), 'owner', 'Khady Seck'),
    person(db(), 'client', 'Awa Diallo'),
  ]);
});
beforeEach(async () => {
  await appointments(db()).deleteMany({});
  const words = { fr: '', en: '' };
  const profile = { speciality: words, bio: words, available: true, weeklyHours: 35, workingDays: [1, 2, 3, 4, 5] };
  await accounts(db()).updateMany({ role: { $ne: 'client' } }, { $set: { profile } });
});

type Told = AbsenceDto & { code?: string; detail?: string; current?: AbsenceDto; errors?: { path: string }[] };
const enter = (who: Person, body: object = leave, of = claire) =>
  call<Told>(add, { who, params: { id: idOf(of) }, body });
const ask = (start: string, of = claire) =>
  call<AppointmentDto & { code?: string }>(book, {
    who: awa,
    body: { kind: 'fitting', couturierId: idOf(of), start, minutes: 60 },
  });
const hands = async (who: Person) => (await call<HandsDto>(listHands, { who })).body.items;
const offered = async (day: string) => {
  const presence = (await findPresences(db(), [claire.actor.id])).get(idOf(claire));
  const wish = { day, minutes: 60, couturierId: idOf(claire), presence };
  return offeredStarts(await getHouse(db()), wish, [], new Date().toISOString()).length;
};

it('an hour in an absence is neither offered nor given, the day before and the day after are', async () => {
  expect((await enter(claire)).status).toBe(201);
  expect(await Promise.all([0, 1, 2, 3].map((day) => offered(on(day)).then((hours) => hours > 0)))).toEqual([
    true,
    false,
    false,
    true,
  ]);
  const answers = [];
  for (const day of [1, 2, 3]) answers.push(await ask(noon(day)));
  expect(answers.map(({ status, body }) => body.code ?? status)).toEqual([
    'couturier_not_there',
    'couturier_not_there',
    201,
  ]);
});

it('answers what falls into it, and moves none of it', async () => {
  const made = await call<{ id: string }>(order, {
    who: claire,
    body: { title: 'Clair de lune', garment: 'dress', clientId: awa.actor.clientId?.toHexString(), options: {} },
  });
  expect(made.status).toBe(201);
  const promised = new Date(`${on(2)}T00:00:00Z`);
  await orders(db()).updateOne({ _id: toId(made.body.id) }, { $set: { promisedDate: promised } });
  const within = await ask(noon(2));
  await ask(noon(3));
  await ask(noon(1), ines);
  const { body } = await enter(owner);
  expect(body.falling.appointments).toEqual([
    {
      id: within.body.id,
      kind: 'fitting',
      start: noon(2),
      clientId: awa.actor.clientId?.toHexString(),
      clientName: 'Awa Diallo',
    },
  ]);
  expect(body.falling.orders).toMatchObject([
    { id: made.body.id, title: 'Clair de lune', clientName: 'Awa Diallo', promisedDate: promised.toISOString() },
  ]);
  const still = await appointments(db()).findOne({ _id: toId(within.body.id) });
  expect([still?.start.toISOString(), still?.status, still?.couturierId.toHexString()]).toEqual([
    noon(2),
    'proposed',
    idOf(claire),
  ]);
  const listed = (await hands(owner)).find(({ id }) => id === idOf(claire));
  expect(listed?.absences).toEqual([body]);
});

it('an hour asked for at the same instant is refused, or stands in the answer', async () => {
  for (let round = 0; round < 4; round += 1) {
    const [absence, hour] = await Promise.all([enter(claire), ask(noon(1))]);
    expect(absence.status).toBe(201);
    const told = absence.body.falling.appointments.map(({ id }) => id);
    expect(told).toEqual(hour.status === 201 ? [hour.body.id] : []);
    if (hour.status !== 201) expect(hour.body.code).toBe('couturier_not_there');
    await call(takeBack, { who: claire, method: 'DELETE', params: { id: idOf(claire), absenceId: absence.body.id } });
    await appointments(db()).deleteMany({});
  }
});

it('is changed and taken back, and its hours come again', async () => {
  const { body } = await enter(claire);
  const params = { id: idOf(claire), absenceId: body.id };
  const moved = await call<Told>(edit, {
    who: claire,
    method: 'PATCH',
    params,
    body: { from: on(3), to: on(3), kind: 'training', coverId: idOf(ines), version: 1 },
  });
  expect(moved.body).toMatchObject({ from: on(3), kind: 'training', coverName: 'Inès Haddad', version: 2 });
  expect(moved.body.note).toBeUndefined();
  expect([(await offered(on(1))) > 0, await offered(on(3))]).toEqual([true, 0]);
  const stale = await call<Told>(edit, { who: owner, method: 'PATCH', params, body: { ...leave, version: 1 } });
  expect([stale.status, stale.body.code, stale.body.current?.version]).toEqual([409, 'stale_version', 2]);
  const gone = () => call(takeBack, { who: claire, method: 'DELETE', params });
  expect([(await gone()).status, (await gone()).status]).toEqual([204, 404]);
  expect(await offered(on(3))).toBeGreaterThan(0);
  const kinds = await acts(db())
    .find({ 'of.subjectId': claire.actor.id, kind: /^absence/ })
    .sort({ _id: -1 })
    .limit(3)
    .toArray();
  expect(kinds.map(({ kind }) => kind)).toEqual(['absenceWithdrawn', 'absenceChanged', 'absenceEntered']);
  expect(JSON.stringify(kinds)).not.toMatch(/au lit|sick/);
});

it('says no in words: days that are taken, the wrong way round, too long or too far, and who cannot stand in', async () => {
  await enter(claire);
  const code = async (change: object) => {
    const { status, body } = await enter(claire, { ...leave, ...change });
    return body.errors?.[0] ? [status, body.errors[0].path] : [status, body.code];
  };
  expect(await code({ from: on(2), to: on(9) })).toEqual([422, 'absence_overlaps']);
  expect((await enter(claire)).body.detail).toMatch(/du .+ au .+/);
  expect(await code({ from: on(9), to: on(8) })).toEqual([400, 'to']);
  expect(await code({ from: on(9), to: on(9 + 366) })).toEqual([400, 'to']);
  expect(await code({ from: '2016-01-04', to: '2016-01-05' })).toEqual([422, 'absence_day']);
  expect(await code({ from: on(4000), to: on(4001) })).toEqual([422, 'absence_day']);
  const later = { from: on(8), to: on(8) };
  expect(await code({ ...later, coverId: idOf(claire) })).toEqual([422, 'cover_not_there']);
  expect(await code({ ...later, coverId: idOf(awa) })).toEqual([422, 'cover_not_there']);
  await enter(ines, { ...leave, ...later }, ines);
  expect(await code({ ...later, coverId: idOf(ines) })).toEqual([422, 'cover_not_there']);
  expect(await code({ from: on(9), to: on(9), coverId: idOf(ines) })).toEqual([201, undefined]);
});

it('is nobody else’s: another couturier, a client and a visitor change nothing and read nothing', async () => {
  const { body } = await enter(claire);
  const params = { id: idOf(claire), absenceId: body.id };
  const change = { ...leave, version: 1 };
  expect((await enter(ines)).status).toBe(404);
  expect((await call(edit, { who: ines, method: 'PATCH', params, body: change })).status).toBe(404);
  expect((await call(takeBack, { who: ines, method: 'DELETE', params })).status).toBe(404);
  const week = { from: on(0), weeklyHours: 10, workingDays: [1] };
  expect((await call(agree, { who: ines, params, body: week })).status).toBe(404);
  expect((await enter(awa)).status).toBe(403);
  expect((await call(listHands, { who: awa })).status).toBe(403);
  expect((await call(listHands)).status).toBe(401);
  expect((await hands(ines)).map(({ name }) => name)).toEqual(['Inès Haddad']);
  expect((await hands(owner)).map(({ name }) => name).sort()).toEqual(['Claire Morel', 'Inès Haddad', 'Khady Seck']);
  const seen = await call(listCouturiers, {});
  const presence = await findPresences(db(), [claire.actor.id]);
  expect(JSON.stringify([seen.body, ...presence])).not.toMatch(/sick|au lit/);
});

it('hours change from a day on: slots follow, and what held before stays in the history', async () => {
  const tuesday = { from: on(7), weeklyHours: 20, workingDays: [2, 2] };
  const changed = await call<HandDto>(agree, { who: claire, params: { id: idOf(claire) }, body: tuesday });
  expect(changed.body).toMatchObject({ weeklyHours: 35, workingDays: [1, 2, 3, 4, 5] });
  expect(changed.body.weeks).toMatchObject([
    { weeklyHours: 35 },
    { from: on(7), weeklyHours: 20, workingDays: [2], byName: 'Claire Morel' },
  ]);
  expect([await offered(on(7)), (await offered(on(0))) > 0, (await offered(on(8))) > 0]).toEqual([0, true, true]);
  expect((await ask(noon(7))).body.code).toBe('couturier_not_there');
  const far = await call<Told>(agree, {
    who: claire,
    params: { id: idOf(claire) },
    body: { ...tuesday, from: '2016-01-04' },
  });
  expect([far.status, far.body.code]).toEqual([422, 'week_day']);
  const today = await call<HandDto>(editStaff, {
    who: owner,
    method: 'PATCH',
    params: { id: idOf(claire) },
    body: { weeklyHours: 30 },
  });
  expect(today.body).toMatchObject({ weeklyHours: 30, workingDays: [1, 2, 3, 4, 5] });
  const mine = (await hands(claire))[0];
  expect(mine?.weeks.map(({ weeklyHours }) => weeklyHours)).toEqual([35, 30, 20]);
});

it('who is away today is told with the day they are back, and not why', async () => {
  const today = new Date().toISOString().slice(0, 10);
  await enter(claire, { ...leave, from: today, to: addDays(today, 2) });
  const { body } = await call<{ items: { id: string; backOn?: string }[] }>(listCouturiers, {});
  expect(body.items.find(({ id }) => id === idOf(claire))?.backOn).toBe(addDays(today, 3));
  expect(weekdayNumber(monday)).toBe(1);
});
