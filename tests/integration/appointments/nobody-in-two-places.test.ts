import { beforeAll, expect, it } from 'vitest';
import { PATCH as edit } from '@/app/api/appointments/[id]/route';
import { POST as book } from '@/app/api/appointments/route';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { DAY_MS } from '@/lib/calendar';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let claire: Person;
let ines: Person;

beforeAll(async () => {
  serveFrom(db());
  [claire, ines] = await Promise.all([person(db(), 'couturier'), person(db(), 'couturier')]);
});

const aClient = async () => (await person(db(), 'client')).actor.clientId?.toHexString();
const at = (minutes: number) => new Date(Date.UTC(2027, 4, 4, 9) + minutes * 60_000).toISOString();
const booked = (who: Person, clientId: string | undefined, start: string) =>
  call<AppointmentDto & { code?: string }>(book, { who, body: { kind: 'fitting', clientId, start, minutes: 60 } });
const moved = (who: Person, { id, version }: AppointmentDto, start: string) =>
  call<{ code?: string }>(edit, { who, method: 'PATCH', params: { id }, body: { version, start } });

it('a client is not with two couturiers at one hour; right after, and another client, are well', async () => {
  const [awa, lea] = [await aClient(), await aClient()];
  expect((await booked(claire, awa, at(0))).status).toBe(201);
  const second = await booked(ines, awa, at(30));
  expect([second.status, second.body.code]).toEqual([409, 'client_busy']);
  expect((await booked(ines, lea, at(30))).status).toBe(201);
  const after = await booked(ines, awa, at(120));
  expect(after.status).toBe(201);
  expect((await moved(ines, after.body, at(-30))).body.code).toBe('client_busy');
  expect((await moved(ines, after.body, at(-60))).status).toBe(200);
});

it('of two who book her at the same instant one is refused', async () => {
  const awa = await aClient();
  const start = new Date(Date.parse(at(0)) + 7 * DAY_MS).toISOString();
  const answers = await Promise.all([booked(claire, awa, start), booked(ines, awa, start)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
});
