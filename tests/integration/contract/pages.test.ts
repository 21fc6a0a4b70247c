import { beforeAll, describe, expect, it } from 'vitest';
import { GET as couturiers } from '@/app/api/couturiers/route';
import { GET as journal } from '@/app/api/journal/route';
import { GET as ledger } from '@/app/api/ledger/route';
import { GET as invitations } from '@/app/api/invitations/route';
import { GET as sessions } from '@/app/api/me/sessions/route';
import { GET as staff } from '@/app/api/staff/route';
import { GET as clients } from '@/app/api/clients/route';
import { GET as orders } from '@/app/api/orders/route';
import { GET as tasks } from '@/app/api/tasks/route';
import { GET as appointments } from '@/app/api/appointments/route';
import { GET as conversations } from '@/app/api/conversations/route';
import { GET as notifications } from '@/app/api/notifications/route';
import { GET as models } from '@/app/api/models/route';
import type { Page } from '@/lib/pages';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const LISTS = {
  couturiers,
  invitations,
  journal,
  ledger,
  sessions,
  staff,
  clients,
  orders,
  tasks,
  appointments,
  conversations,
  notifications,
  models,
};
let owner: Person;

beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner');
  for (let count = 0; count < 4; count += 1) await person(db(), 'couturier');
});

describe.each(Object.entries(LISTS))('the list of %s', (_, route) => {
  it.each(['0', '101', '-1', '1.5', 'abc', ''])('refuses limit=%s', async (limit) => {
    const { status, body } = await call(route, { who: owner, query: { limit } });
    expect([status, body['code']]).toEqual([400, 'invalid_request']);
  });

  it('refuses a cursor that it did not make, and a question it does not know', async () => {
    expect((await call(route, { who: owner, query: { cursor: 'bm90aGluZw' } })).status).toBe(400);
    expect((await call(route, { who: owner, query: { unheardOf: '1' } })).status).toBe(400);
  });

  it('answers an envelope', async () => {
    const { status, body } = await call(route, { who: owner, query: { limit: '100' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ items: expect.any(Array) as unknown, nextCursor: null });
  });
});

describe.each(Object.entries({ couturiers, staff }))('page by page, %s', (_, route) => {
  it('gives each item once', async () => {
    const page = (cursor?: string) =>
      call<Page<{ id: string }>>(route, { who: owner, query: { limit: '2', ...(cursor ? { cursor } : {}) } });
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const { body } = await page(next ?? undefined);
      expect(body.items.length).toBeLessThanOrEqual(2);
      seen.push(...body.items.map(({ id }) => id));
      next = body.nextCursor;
    } while (next);
    expect(seen).toHaveLength(5);
    expect(new Set(seen).size).toBe(5);
  });
});
