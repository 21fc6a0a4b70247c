import { beforeAll, describe, expect, it } from 'vitest';
import * as ofClient from '@/app/api/clients/[id]/measurements/route';
import * as mine from '@/app/api/me/measurements/route';
import { DAY_MS } from '@/lib/calendar';
import { clients } from '@/lib/clients/documents';
import type { MeasurementSetDto, MeasurementWarningDto } from '@/lib/clients/measurement-dto';
import type { Page } from '@/lib/pages';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let couturier: Person;
let client: Person;
let other: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  client = await person(db(), 'client');
  other = await person(db(), 'client');
});

const fileOf = (someone: Person) => ({ id: someone.actor.clientId?.toHexString() ?? '' });
type Refusal = { code: string; warnings: MeasurementWarningDto[] };
const add = (someone: Person, body: Record<string, unknown>) =>
  call<MeasurementSetDto & Refusal>(ofClient.POST, { who: couturier, params: fileOf(someone), body });

describe('measurement sets', () => {
  it('are added by a couturier with who, when and what, and never overwritten', async () => {
    const first = await add(client, { takenAt: '2026-01-30', values: { waistGirth: 69.5, hipGirth: 98.5 } });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      ...{ clientId: fileOf(client).id, kind: 'body', takenByName: 'Claire Morel', warnings: [] },
      values: { waistGirth: 69.5, hipGirth: 98.5 },
    });
    const second = await add(client, { takenAt: '2026-03-22', values: { waistGirth: 70 } });
    expect(second.status).toBe(201);
    const list = await call<Page<MeasurementSetDto>>(ofClient.GET, { who: couturier, params: fileOf(client) });
    expect(list.body.items.map((set) => set.values)).toEqual([
      { waistGirth: 70 },
      { waistGirth: 69.5, hipGirth: 98.5 },
    ]);
    const file = await clients(db()).findOne({ _id: client.actor.clientId });
    expect(file).toMatchObject({ lastMeasuredAt: new Date('2026-03-22T12:00:00Z'), version: 1 });
  });

  it('ask before they believe something unusual, in the caller’s language, and keep what was confirmed', async () => {
    const body = { takenAt: '2026-04-01', values: { waistGirth: 76, bustGirth: 300 } };
    const asked = await add(client, body);
    expect(asked.status).toBe(422);
    expect(asked.body.code).toBe('measurement_warnings');
    expect(asked.body.warnings.map(({ code, point }) => [code, point])).toEqual([
      ['above_usual', 'bustGirth'],
      ['sudden_change', 'waistGirth'],
    ]);
    expect(asked.body.warnings[1]?.message).toContain('8,6');
    const english = await call<Refusal>(ofClient.POST, {
      who: couturier,
      params: fileOf(client),
      body,
      headers: { 'accept-language': 'en' },
    });
    expect(english.body.warnings[1]?.message).toBe(
      'Waist girth: 8.6% more than last time (70.0 cm). Is it really 76.0?',
    );
    const confirmed = await add(client, { ...body, confirm: true });
    expect(confirmed.status).toBe(201);
    expect(confirmed.body.warnings).toHaveLength(2);
  });

  it('compare a body with a body and a garment with a garment', async () => {
    expect((await add(other, { values: { waistGirth: 70 } })).status).toBe(201);
    expect((await add(other, { kind: 'garment', values: { waistGirth: 82 } })).status).toBe(201);
    const garments = await call<Page<MeasurementSetDto>>(ofClient.GET, {
      who: couturier,
      params: fileOf(other),
      query: { kind: 'garment' },
    });
    expect(garments.body.items).toHaveLength(1);
  });

  it('compare a set of the past with what was known then', async () => {
    const someone = await person(db(), 'client');
    await add(someone, { takenAt: '2026-06-01', values: { waistGirth: 70 } });
    expect((await add(someone, { takenAt: '2025-06-01', values: { waistGirth: 90 } })).status).toBe(201);
    const file = await clients(db()).findOne({ _id: someone.actor.clientId });
    expect(file?.lastMeasuredAt).toEqual(new Date('2026-06-01T12:00:00Z'));
  });

  it('take custom points, and say when a set is to be taken again', async () => {
    const someone = await person(db(), 'client');
    const old = await add(someone, { takenAt: '2020-01-01', custom: [{ label: 'Traîne', value: 120.04 }] });
    expect(old.body).toMatchObject({ custom: [{ label: 'Traîne', value: 120 }], outdated: true });
  });

  it('refuse what is no measurement', async () => {
    for (const values of [{ waistGirth: 0 }, { waistGirth: 401 }, { waistGirth: '70' }, { tail: 12 }, {}])
      expect((await add(client, { values })).status).toBe(400);
    const tomorrow = new Date(Date.now() + 5 * DAY_MS).toISOString();
    expect(await add(client, { takenAt: tomorrow, values: { waistGirth: 70 } })).toMatchObject({
      status: 422,
      body: { code: 'validation_failed', errors: [{ path: 'takenAt' }] },
    });
  });

  it('are paged without a gap', async () => {
    const someone = await person(db(), 'client');
    for (const day of ['01', '02', '03']) await add(someone, { takenAt: `2026-05-${day}`, values: { waistGirth: 70 } });
    const page = (query: Record<string, string>) =>
      call<Page<MeasurementSetDto>>(ofClient.GET, { who: couturier, params: fileOf(someone), query });
    const first = await page({ limit: '2' });
    const second = await page({ limit: '2', cursor: first.body.nextCursor ?? '' });
    const days = [...first.body.items, ...second.body.items].map((set) => set.takenAt.slice(8, 10));
    expect(days).toEqual(['03', '02', '01']);
    expect(second.body.nextCursor).toBeNull();
  });
});

describe('a client’s own measurements', () => {
  it('are written and read by the client alone', async () => {
    const someone = await person(db(), 'client', 'Awa');
    const made = await call<MeasurementSetDto>(mine.POST, { who: someone, body: { values: { hipGirth: 98 } } });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ clientId: fileOf(someone).id, takenByName: 'Awa' });
    const own = await call<Page<MeasurementSetDto>>(mine.GET, { who: someone });
    expect(own.body.items.map((set) => set.id)).toEqual([made.body.id]);
    expect((await call<Page<MeasurementSetDto>>(mine.GET, { who: other })).body.items).not.toContainEqual(
      expect.objectContaining({ id: made.body.id }),
    );
  });

  it('are closed to strangers', async () => {
    const params = fileOf(client);
    const body = { values: { waistGirth: 70 } };
    expect((await call(ofClient.GET, { who: other, params })).status).toBe(403);
    expect((await call(ofClient.POST, { who: client, params, body })).status).toBe(403);
    expect((await call(ofClient.GET, { params })).status).toBe(401);
    expect((await call(mine.GET, { who: couturier })).status).toBe(403);
    expect((await call(mine.POST, { body })).status).toBe(401);
    for (const id of ['0123456789abcdef01234567', 'nope'])
      expect((await call(ofClient.POST, { who: couturier, params: { id }, body })).status).toBe(404);
  });
});
