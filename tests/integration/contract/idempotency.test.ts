import { beforeAll, describe, expect, it } from 'vitest';
import { POST as createAppointment } from '@/app/api/appointments/route';
import { POST as createMeasurements } from '@/app/api/clients/[id]/measurements/route';
import { POST as createClient } from '@/app/api/clients/route';
import { POST as invite } from '@/app/api/invitations/route';
import { POST as createOwnMeasurements } from '@/app/api/me/measurements/route';
import { POST as createModel } from '@/app/api/models/route';
import { POST as createTask } from '@/app/api/tasks/route';
import { DAY_MS } from '@/lib/calendar';
import type { DefinedRoute } from '@/lib/web/define-route';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let couturier: Person;
let other: Person;
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier');
  other = await person(db(), 'owner');
  client = await person(db(), 'client');
});

const fileId = () => client.actor.clientId?.toHexString() ?? '';

/** The next Tuesday at eleven in Paris that is at least a week away: inside the opening hours, whatever today is. */
function openHour(weeks = 1): string {
  const day = new Date(Date.now() + 7 * weeks * DAY_MS);
  day.setUTCDate(day.getUTCDate() + ((2 - day.getUTCDay() + 7) % 7));
  return `${day.toISOString().slice(0, 10)}T10:00:00Z`;
}

interface Case {
  route: DefinedRoute;
  collection: string;
  who: () => Person;
  params?: () => Record<string, string>;
  body: (mark: string) => Record<string, unknown>;
  /** A body that is refused once it has the right shape, or for its shape. */
  refused: () => Record<string, unknown>;
}

const draft = (mark: string) => ({
  title: { fr: mark, en: mark },
  category: 'dress',
  garment: 'dress',
  priceFrom: { amount: 100_000, currency: 'EUR' },
  leadTimeDays: 30,
});

/** Every creating call of this part of the house. */
const CASES: Record<string, Case> = {
  client: {
    route: createClient,
    collection: 'clients',
    who: () => couturier,
    body: (name) => ({ name }),
    refused: () => ({ name: '' }),
  },
  'measurement set': {
    route: createMeasurements,
    collection: 'measurementSets',
    who: () => couturier,
    params: () => ({ id: fileId() }),
    body: (posture) => ({ values: { bustGirth: 91.5 }, posture }),
    refused: () => ({ values: { bustGirth: 401 } }),
  },
  'own measurement set': {
    route: createOwnMeasurements,
    collection: 'measurementSets',
    who: () => client,
    body: (posture) => ({ values: { bustGirth: 91.5 }, posture }),
    refused: () => ({ values: { bustGirth: 60 } }),
  },
  model: {
    route: createModel,
    collection: 'models',
    who: () => couturier,
    body: draft,
    refused: () => ({ ...draft('Refusé'), category: 'no-such-category' }),
  },
  task: {
    route: createTask,
    collection: 'tasks',
    who: () => couturier,
    body: (title) => ({ title }),
    refused: () => ({ title: 'Refusée', orderId: '0'.repeat(24) }),
  },
  appointment: {
    route: createAppointment,
    collection: 'appointments',
    who: () => couturier,
    body: (note) => ({ kind: 'fitting', clientId: fileId(), start: openHour(note === 'other' ? 9 : 1), note }),
    refused: () => ({ kind: 'fitting', clientId: fileId(), start: openHour(2), minutes: 5 }),
  },
  invitation: {
    route: invite,
    collection: 'tokens',
    who: () => couturier,
    body: (mark) => ({ email: `${mark.replace(/\W/g, '')}@exemple.fr`, role: 'client' }),
    refused: () => ({ email: couturier.actor.email, role: 'client' }),
  },
};

describe.each(Object.entries(CASES))(
  'Idempotency-Key: a %s',
  (name, { route, collection, who, params, body, refused }) => {
    const post = (by: Person, key: string, what: Record<string, unknown>) =>
      call<{ id: string; code?: string }>(route, {
        who: by,
        params: params?.(),
        body: what,
        headers: { 'idempotency-key': `${name}-${key}` },
      });
    const count = () => db().db.collection(collection).countDocuments();

    it('is made once for one key and body, however often it is asked', async () => {
      const before = await count();
      const first = await post(who(), 'once', body('une fois'));
      expect(first.status).toBe(201);
      expect(first.headers.get('idempotent-replayed')).toBeNull();
      const again = await post(who(), 'once', body('une fois'));
      expect([again.status, again.body]).toEqual([201, first.body]);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
      expect(await count()).toBe(before + 1);
    });

    it('is refused for another body, and nothing is made', async () => {
      const before = await count();
      const answer = await post(who(), 'once', body('other'));
      expect([answer.status, answer.body.code]).toEqual([422, 'idempotency_mismatch']);
      expect(await count()).toBe(before);
    });

    it('is made once when asked twice at the same moment', async () => {
      const before = await count();
      const answers = await Promise.all([1, 2, 3].map(() => post(who(), 'race', body('other'))));
      const made = answers.filter(({ status }) => status === 201);
      expect(made.length).toBeGreaterThan(0);
      expect(new Set(made.map(({ body: { id } }) => id)).size).toBe(1);
      for (const late of answers.filter(({ status }) => status !== 201)) {
        expect([late.status, late.body.code]).toEqual([409, 'conflict']);
        expect(late.headers.get('retry-after')).toMatch(/^\d+$/);
      }
      expect(await count()).toBe(before + 1);
    });

    it('leaves the key free when it was refused', async () => {
      const no = await post(who(), 'refused', refused());
      expect(no.status).toBeGreaterThanOrEqual(400);
      const again = await post(who(), 'refused', refused());
      expect([again.status, again.body.code]).toEqual([no.status, no.body.code]);
    });
  },
);

it('keeps the keys of two people apart', async () => {
  const headers = { 'idempotency-key': 'shared-words' };
  const [one, two] = [
    await call<{ id: string }>(createTask, { who: couturier, body: { title: 'Mienne' }, headers }),
    await call<{ id: string }>(createTask, { who: other, body: { title: 'Sienne' }, headers }),
  ];
  expect([one.status, two.status]).toEqual([201, 201]);
  expect(one.body.id).not.toBe(two.body.id);
});

it('refuses a key that is longer than any we make', async () => {
  const headers = { 'idempotency-key': 'x'.repeat(201) };
  expect((await call(createTask, { who: couturier, body: { title: 'Longue' }, headers })).status).toBe(400);
});
