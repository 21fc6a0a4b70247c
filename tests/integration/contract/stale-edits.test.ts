import { beforeAll, describe, expect, it } from 'vitest';
import { PATCH as editAppointment } from '@/app/api/appointments/[id]/route';
import { POST as createAppointment } from '@/app/api/appointments/route';
import { PATCH as editClient } from '@/app/api/clients/[id]/route';
import { POST as createClient } from '@/app/api/clients/route';
import { GET as getHouse, PATCH as editHouse } from '@/app/api/house/route';
import { GET as getMe, PATCH as editMe } from '@/app/api/me/route';
import { PATCH as editModel } from '@/app/api/models/[id]/route';
import { POST as createModel } from '@/app/api/models/route';
import { PATCH as editParty } from '@/app/api/parties/[id]/route';
import { POST as createParty } from '@/app/api/parties/route';
import { PATCH as editTask } from '@/app/api/tasks/[id]/route';
import { POST as createTask } from '@/app/api/tasks/route';
import { DAY_MS } from '@/lib/calendar';
import type { DefinedRoute } from '@/lib/web/define-route';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let owner: Person;
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner');
  client = await person(db(), 'client');
});

type Doc = Record<string, unknown> & { id: string; version: number };

let week = 0;

/** Eleven in Paris on a Tuesday to come, inside the opening hours; another one each time, so that none is taken. */
function openHour(): string {
  week += 1;
  const day = new Date(Date.now() + 7 * week * DAY_MS);
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7));
  return `${day.toISOString().slice(0, 10)}T10:00:00Z`;
}

interface Case {
  /** The document as it is before anybody edits. */
  start: () => Promise<Doc>;
  edit: DefinedRoute;
  first: Record<string, unknown>;
  second: Record<string, unknown>;
}

const made = async (route: DefinedRoute, body: Record<string, unknown>) =>
  (await call<Doc>(route, { who: owner, body })).body;
const read = async (route: DefinedRoute) => (await call<Doc>(route, { who: owner })).body;

const CASES: Record<string, Case> = {
  client: {
    start: () => made(createClient, { name: 'Awa Ndiaye' }),
    edit: editClient,
    first: { preferences: 'Manches longues' },
    second: { preferences: 'Poches' },
  },
  party: {
    start: () => made(createParty, { name: 'Noces', day: '2027-02-13' }),
    edit: editParty,
    first: { name: 'Mariage' },
    second: { name: 'Baptême' },
  },
  task: {
    start: () => made(createTask, { title: 'Ourlet' }),
    edit: editTask,
    first: { title: 'Ourlet main' },
    second: { title: 'Ourlet machine' },
  },
  appointment: {
    start: () =>
      made(createAppointment, { kind: 'fitting', clientId: client.actor.clientId?.toHexString(), start: openHour() }),
    edit: editAppointment,
    first: { note: 'Avec la mère' },
    second: { note: 'Seule' },
  },
  model: {
    start: () =>
      made(createModel, {
        title: { fr: 'Brume', en: 'Mist' },
        category: 'dress',
        garment: 'dress',
        priceFrom: { amount: 100_000, currency: 'EUR' },
        leadTimeDays: 30,
      }),
    edit: editModel,
    first: { leadTimeDays: 12 },
    second: { leadTimeDays: 99 },
  },
  house: {
    start: () => read(getHouse),
    edit: editHouse,
    first: { name: 'Maison du Mail' },
    second: { name: 'Autre Maison' },
  },
  account: {
    start: () => read(getMe),
    edit: editMe,
    first: { name: 'Inès H.' },
    second: { name: 'I. Haddad' },
  },
};

describe.each(Object.entries(CASES))('two edits of one %s', (_, { start, edit, first, second }) => {
  it('the second is refused with what stands now, and goes through over that', async () => {
    const { id, version } = await start();
    const patch = (body: Record<string, unknown>) =>
      call<Doc & { code?: string; current?: Doc }>(edit, { who: owner, method: 'PATCH', params: { id }, body });
    const done = await patch({ version, ...first });
    expect(done.status).toBe(200);
    const late = await patch({ version, ...second });
    expect([late.status, late.body.code]).toEqual([409, 'stale_version']);
    expect(late.body.current).toEqual(done.body);
    expect(late.body.current).toMatchObject(first);
    const kept = await patch({ version: late.body.current?.version, ...second });
    expect(kept.status).toBe(200);
    expect(kept.body).toMatchObject(second);
  });

  it('asks for the version', async () => {
    const { id } = await start();
    const answer = await call<{ errors: { path: string }[] }>(edit, {
      who: owner,
      method: 'PATCH',
      params: { id },
      body: first,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ path }) => path)).toEqual(['version']);
  });
});
