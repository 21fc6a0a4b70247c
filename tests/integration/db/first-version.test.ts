import { readFileSync } from 'node:fs';
import { EJSON } from 'bson';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StaffActor } from '@/lib/actor';
import { listAppointments } from '@/lib/appointments/list-appointments';
import { type AccountDocument, accounts } from '@/lib/auth/documents';
import { listMessages } from '@/lib/chat/list-messages';
import { listUnanswered } from '@/lib/chat/list-unanswered';
import { listClients } from '@/lib/clients/list-clients';
import { clientDto } from '@/lib/clients/schemas';
import { getDashboard } from '@/lib/dashboard/get-dashboard';
import { ALL_MIGRATIONS } from '@/lib/db/migrations/all-migrations';
import { DEFAULT_HOUSE } from '@/lib/house/defaults';
import { getHouse } from '@/lib/house/get-house';
import { listEvents } from '@/lib/orders/list-events';
import { eventDetails } from '@/lib/orders/event-details';
import { listOrders } from '@/lib/orders/list-orders';
import { prepareDatabase } from '@/lib/start/prepare-database';
import { listTasks } from '@/lib/tasks/list-tasks';
import { setUpDatabase } from '../../support/with-database';

/**
 * Documents as the first version of the product wrote them: its own demo, and words, tasks and an appointment that its own
 * use cases made. One `[collection, document]` a line, in extended JSON.
 */
const FIRST = new URL('./fixtures/first-version.jsonl', import.meta.url);

const db = setUpDatabase();
let claire: StaffActor;

const actorOf = ({ _id, role, name, email, locale }: AccountDocument): StaffActor =>
  ({ id: _id, role, name, email, locale, sessionId: 'a test' }) as StaffActor;

beforeAll(async () => {
  await db().db.dropDatabase();
  for (const line of readFileSync(FIRST, 'utf8').trim().split('\n')) {
    const [collection, document] = EJSON.parse(line) as [string, object];
    await db().db.collection(collection).insertOne(document);
  }
  expect(await prepareDatabase(db())).toEqual(ALL_MIGRATIONS.map(({ name }) => name));
  const account = await accounts(db()).findOne({ email: 'couturier@fashionflow.test' });
  if (!account) throw new Error('the fixture has no couturier');
  claire = actorOf(account);
});

describe('a database of the first version, opened by this one', () => {
  // A setting that is added to the house needs a migration: this fails without it.
  it('has every setting of the house', async () => {
    const house = await getHouse(db());
    for (const [key, value] of Object.entries(DEFAULT_HOUSE))
      expect(typeof house[key as keyof typeof DEFAULT_HOUSE], key).toBe(typeof value);
  });

  it('shows its clients as today’s schema has them', async () => {
    const { items } = await listClients(db(), claire, { archived: 'false', limit: 100 });
    expect(items.map(({ name }) => name)).toEqual(['Awa Diallo', 'Camille Roussel']);
    for (const one of items) expect(clientDto.safeParse(one).error).toBeUndefined();
  });

  it('shows its orders with everything that happened to them', async () => {
    const { items } = await listOrders(db(), claire, { limit: 100 });
    expect(items.length).toBeGreaterThan(2);
    for (const order of items) {
      const events = await listEvents(db(), claire, order.id, { limit: 100 });
      expect(events.items.length).toBeGreaterThan(0);
      for (const { data } of events.items) expect(v.safeParse(eventDetails, data).issues).toBeUndefined();
    }
  });

  it('knows who waits for an answer: a line of the order is none', async () => {
    const waiting = await listUnanswered(db(), claire);
    expect(waiting).toMatchObject([{ first: false, conversation: { lastSeq: 4, unread: 2 } }]);
    const { items } = await listMessages(db(), claire, waiting[0]!.conversation.id, { limit: 10 });
    expect(items.map(({ content }) => content)).toContain('Bonjour Claire, j’aimerais une robe d’été.');
  });

  it('plans the day with its tasks and appointments', async () => {
    expect((await listTasks(db(), claire, { limit: 100 })).items).toHaveLength(12);
    expect((await listAppointments(db(), claire, { limit: 100 })).items).toHaveLength(1);
    await expect(getDashboard(db(), claire)).resolves.toBeDefined();
  });
});
