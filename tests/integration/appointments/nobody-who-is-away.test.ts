import { expect, it, beforeAll } from 'vitest';
import { PATCH as edit } from '@/app/api/appointments/[id]/route';
import { POST as book } from '@/app/api/appointments/route';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { accounts } from '@/lib/auth/documents';
import { addDays, mondayOf } from '@/lib/calendar';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let claire: Person;
let awa: Person;

// A Monday some weeks ahead; Claire works from Monday to Friday, and the house is open on Saturday.
const monday = addDays(mondayOf(new Date().toISOString().slice(0, 10)), 21);
const noon = (day: number) => `${addDays(monday, day)}T11:00:00.000Z`;

beforeAll(async () => {
  serveFrom(db());
  [claire, awa] = await Promise.all([person(db(), 'couturier'), person(db(), 'client')]);
  const words = { fr: '', en: '' };
  const profile = {
    speciality: words,
    bio: words,
    available: true,
    weeklyHours: 35,
    workingDays: [1, 2, 3, 4, 5],
  };
  await accounts(db()).updateOne({ _id: claire.actor.id }, { $set: { profile } });
});

const asked = (start: string) =>
  call<AppointmentDto & { code?: string }>(book, {
    who: awa,
    body: { kind: 'fitting', couturierId: claire.actor.id.toHexString(), start, minutes: 60 },
  });

it('a client gets no hour of a day the couturier does not work, nor by moving one there; the house may', async () => {
  const saturday = await asked(noon(5));
  expect([saturday.status, saturday.body.code]).toEqual([422, 'couturier_not_there']);
  const friday = await asked(noon(4));
  expect([friday.status, friday.body.code]).toEqual([201, undefined]);
  const { id, version } = friday.body;
  const to = (who: Person, at: number) =>
    call<{ code?: string }>(edit, {
      who,
      method: 'PATCH',
      params: { id },
      body: { version: at, start: noon(5) },
    });
  expect((await to(awa, version)).body.code).toBe('couturier_not_there');
  expect((await to(claire, version)).status).toBe(200);
});

it('a client gets no hour before the return of who is away', async () => {
  const backOn = new Date(`${addDays(monday, 2)}T00:00:00Z`);
  await accounts(db()).updateOne(
    { _id: claire.actor.id },
    { $set: { 'profile.available': false, 'profile.backOn': backOn } },
  );
  expect((await asked(noon(1))).body.code).toBe('couturier_not_there');
  expect((await asked(noon(2))).status).toBe(201);
});
