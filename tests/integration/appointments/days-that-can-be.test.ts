import { beforeAll, expect, it } from 'vitest';
import { PATCH as edit } from '@/app/api/appointments/[id]/route';
import { POST as book } from '@/app/api/appointments/route';
import type { AppointmentDto } from '@/lib/appointments/dto';
import { DAY_MS } from '@/lib/calendar';
import { HOUSE_HORIZON_DAYS, NOTED_AFTER_DAYS } from '@/lib/limits';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let couturier: Person;
let clientId: string | undefined;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier');
  clientId = (await person(db(), 'client')).actor.clientId?.toHexString();
});

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const booked = (start: string) =>
  call<AppointmentDto & { code?: string }>(book, { who: couturier, body: { kind: 'fitting', clientId, start } });

it.each([
  ['2001', '2001-05-06T10:00:00Z'],
  ['9999', '9999-05-06T10:00:00Z'],
  ['the next century', '2126-05-06T10:00:00Z'],
  ['just too long ago', inDays(-NOTED_AFTER_DAYS - 1)],
  ['just too far', inDays(HOUSE_HORIZON_DAYS + 1)],
])('the house books no hour in a year that was mistyped: %s', async (_what, start) => {
  const { status, body } = await booked(start);
  expect([status, body.code]).toEqual([422, 'appointment_day']);
});

it('notes an hour afterwards, books one for a wedding in two years, and moves neither where none can be', async () => {
  expect((await booked(inDays(-3))).status).toBe(201);
  const { status, body } = await booked(inDays(730));
  expect(status).toBe(201);
  const moved = (start: string) =>
    call<{ code?: string }>(edit, {
      who: couturier,
      method: 'PATCH',
      params: { id: body.id },
      body: { version: 1, start },
    });
  expect((await moved('2001-05-06T10:00:00Z')).body.code).toBe('appointment_day');
  expect((await moved(inDays(731))).status).toBe(200);
});
