import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import * as appointments from '@/app/api/appointments/route';
import * as clientFiles from '@/app/api/clients/route';
import * as conversations from '@/app/api/conversations/route';
import * as messages from '@/app/api/conversations/[id]/messages/route';
import * as models from '@/app/api/models/route';
import * as parties from '@/app/api/parties/route';
import * as partyMembers from '@/app/api/parties/[id]/members/route';
import * as tasks from '@/app/api/tasks/route';
import type { ClientActor, StaffActor } from '@/lib/actor';
import { DAY_MS } from '@/lib/calendar';
import { listClientTags } from '@/lib/clients/list-clients';
import { getCalendar } from '@/lib/dashboard/get-calendar';
import { type Database, database } from '@/lib/db/client';
import { createIndexes } from '@/lib/db/indexes';
import { browseModels, countByStatus } from '@/lib/models/list-models';
import { ALL_INDEXES } from '@/lib/start/all-indexes';
import { listBoard } from '@/lib/tasks/list-tasks';
import { taskChoices } from '@/lib/tasks/task-choices';
import { getWardrobe } from '@/lib/wardrobe/get-wardrobe';
import type { DefinedRoute } from '@/lib/web/define-route';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { confirmed } from '../orders/setup';

/** Sorts of what is found, where no index can give the order: what tells them, and what bounds how much is found. */
const SORTED: readonly { of: string; holding: RegExp; because: string }[] = [
  { of: 'orders', holding: /"paidAt":/, because: 'what came in during the days that were asked for' },
  { of: 'tasks', holding: /"dueDate":/, because: 'what is due during the days that were asked for' },
  { of: 'tasks', holding: /"doneAt":/, because: 'what is open, and what was done of late' },
  { of: 'tokens', holding: /"invitation"/, because: 'the invitations that nobody has answered yet' },
];

/** Reads that leave a file: a paper, a table, all that is known of a person; they read what they print. And what proves a whole. */
const WHOLE = [
  'clients/export',
  'journal/export',
  'ledger/books',
  'ledger/export',
  'ledger/verification',
  'me/export',
  'openapi.json',
  'metrics',
  'house/backups/[name]',
];

/** How each list is narrowed; the routes themselves are read from the disk, so that none is forgotten. */
const now = Date.now();
const QUERIES: Readonly<Record<string, readonly Record<string, string>[]>> = {
  orders: [
    { stage: 'active' },
    { stage: 'delivered' },
    { defect: 'open' },
    { defect: 'open', couturierId: ':couturier' },
    { kind: 'retouche' },
    { kind: 'piece', clientId: ':client' },
    { due: 'late' },
    { due: 'none' },
    { due: 'week' },
    { clientId: ':client' },
    { couturierId: ':couturier' },
    { couturierId: ':couturier', stage: 'active' },
    { paidFrom: '2026-01-01', paidTo: '2026-12-31' },
    { q: 'robe soir' },
    { q: 'roeb' },
  ],
  tasks: [
    { status: 'todo' },
    { orderId: ':order' },
    { clientId: ':client' },
    { assigneeId: ':couturier' },
    { dueFrom: new Date(now).toISOString(), dueTo: new Date(now + DAY_MS).toISOString() },
    { doneSince: new Date(now - DAY_MS).toISOString() },
    { q: 'couper' },
    { q: 'coupre' },
  ],
  clients: [{ tag: 'mariage' }, { archived: 'true' }, { q: 'awa diallo' }, { q: 'dialo' }, { q: '06 12 34' }],
  'clients/known': [{ name: 'Awa Diallo' }, { phone: '0612345678' }, { email: 'awa@exemple.fr' }],
  models: [{ status: 'draft' }, { sort: 'priceAsc' }, { sort: 'name' }, { couturierId: ':couturier' }, { q: 'robe' }],
  conversations: [{ filter: 'unread' }, { filter: 'unanswered' }, { filter: 'pinned' }, { q: 'ourlet' }],
  'conversations/[id]/messages': [
    { before: '5' },
    { after: '0' },
    { q: 'ourlet' },
    { changedAfter: new Date(now - DAY_MS).toISOString() },
  ],
  appointments: [
    { from: new Date(now).toISOString(), to: new Date(now + DAY_MS).toISOString() },
    { clientId: ':client' },
    { couturierId: ':couturier' },
    { orderId: ':order' },
    { status: 'confirmed' },
  ],
  'clients/[id]/merge': [{ intoId: ':other' }],
  parties: [{ when: 'past' }, { clientId: ':client' }, { orderId: ':order' }],
  stats: [{ from: '2026-01-01', to: '2026-06-30' }],
  journal: [{ group: 'people' }],
  'ledger/vat': [{ from: '2026-01-01', to: '2026-12-31' }],
  ledger: [
    { kind: 'receipt' },
    { act: 'reversal' },
    { method: 'cash' },
    { from: '2026-01-01', to: '2026-12-31' },
    { q: 'awa' },
    { kind: 'receipt', act: 'payment', method: 'cash', from: '2026-01-01' },
  ],
};

let client: MongoClient;
let db: Database;
let people: Record<'owner' | 'couturier' | 'client', Person>;
let ids: Record<string, string>;
const asked = new Map<string, Document>();

/** A filter without its values: what decides which index serves it. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(shapeOf(one))))];
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return '?';
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]));
}

const READS = ['find', 'aggregate', 'count', 'distinct', 'findAndModify', 'update', 'delete'];
const OF_THE_COMMAND = [
  'filter',
  'query',
  'q',
  'sort',
  'pipeline',
  'updates',
  'deletes',
  'hint',
  'collation',
  'key',
  'limit',
  'let',
];

function note(name: string, command: Document): void {
  if (!READS.includes(name) || command['aggregate'] === 1) return;
  const kept = Object.fromEntries(
    OF_THE_COMMAND.filter((key) => key in command).map((key) => [key, command[key] as unknown]),
  );
  const wanted: Document = {
    [name]: command[name] as unknown,
    ...kept,
    ...(name === 'aggregate' ? { cursor: {} } : {}),
  };
  asked.set(
    JSON.stringify([name, command[name], shapeOf({ ...kept, limit: 0, sort: undefined }), kept['sort']]),
    wanted,
  );
}

/** Every stage of a plan, however a server nests them. */
function stagesOf(plan: unknown): string[] {
  if (plan === null || typeof plan !== 'object') return [];
  const own = 'stage' in plan && typeof plan.stage === 'string' ? [plan.stage] : [];
  return [...own, ...Object.entries(plan).flatMap(([key, one]) => (key === 'filter' ? [] : stagesOf(one)))];
}

beforeAll(async () => {
  client = new MongoClient(inject('mongoUri'), { monitorCommands: true, ignoreUndefined: true });
  db = database(client, `test_${randomBytes(6).toString('hex')}`);
  await createIndexes(db, ALL_INDEXES);
  serveFrom(db);
  const [owner, couturier, awa] = [
    await person(db, 'owner', 'Inès Haddad'),
    await person(db, 'couturier', 'Claire Morel'),
    await person(db, 'client', 'Awa Diallo'),
  ];
  people = { owner, couturier, client: awa };
  const make = async (route: DefinedRoute, body: unknown, params?: Record<string, string>): Promise<string> => {
    const { status, body: made } = await call<{ id: string }>(route, { who: couturier, body, params });
    expect(status, JSON.stringify(made)).toBeLessThan(300);
    return made.id;
  };
  const clientId = awa.actor.clientId?.toHexString() ?? '';
  const order = await confirmed(awa, couturier);
  const other = await make(clientFiles.POST, { name: 'Nora Benali', tags: ['mariage'], phone: '0612345678' });
  const conversation = await make(conversations.POST, { clientId });
  const text = { type: 'text', content: 'Bonjour, et l’ourlet ?', clientMessageId: 'first-message' };
  await make(messages.POST, text, { id: conversation });
  const start = new Date(now + 7 * DAY_MS);
  start.setUTCDate(start.getUTCDate() + ((2 - start.getUTCDay() + 7) % 7));
  start.setUTCHours(10, 0, 0, 0);
  const party = await make(parties.POST, { name: 'Noces', day: '2099-02-13' });
  await make(partyMembers.POST, { clientId, orderId: order.id, payer: { clientId: other } }, { id: party });
  ids = {
    party,
    client: clientId,
    other,
    couturier: couturier.actor.id.toHexString(),
    order: order.id,
    conversation,
    task: await make(tasks.POST, { title: 'Couper la toile', orderId: order.id }),
    model: await make(models.POST, {
      title: { fr: 'Robe du soir', en: 'Evening dress' },
      category: 'dress',
      garment: 'dress',
      priceFrom: { amount: 100_000, currency: 'EUR' },
      leadTimeDays: 30,
    }),
    appointment: await make(appointments.POST, {
      kind: 'fitting',
      clientId,
      couturierId: couturier.actor.id.toHexString(),
      orderId: order.id,
      start: start.toISOString(),
      minutes: 30,
    }),
  };
  client.on('commandStarted', ({ commandName, command, databaseName }) => {
    if (databaseName === db.db.databaseName) note(commandName, command);
  });
}, 120_000);

afterAll(async () => {
  await db.db.dropDatabase();
  await client.close();
});

const ID_OF: Readonly<Record<string, string>> = {
  orders: 'order',
  clients: 'client',
  conversations: 'conversation',
  tasks: 'task',
  models: 'model',
  appointments: 'appointment',
  parties: 'party',
  couturiers: 'couturier',
  staff: 'couturier',
};

async function askEverything(): Promise<number> {
  const files = (await readdir('app/api', { recursive: true })).filter(
    (file) => file.endsWith('route.ts') && !file.includes('[...'),
  );
  let answered = 0;
  for (const file of files) {
    const name = file.replace(/\/route\.ts$/, '');
    if (WHOLE.includes(name)) continue;
    const { GET } = (await import(join(process.cwd(), 'app/api', file))) as { GET?: DefinedRoute };
    if (!GET?.definition) continue;
    const id = ids[ID_OF[name.split('/')[0] ?? ''] ?? ''] ?? '';
    for (const who of [people.couturier, people.owner, people.client])
      for (const query of [{}, ...(QUERIES[name] ?? [])]) {
        const named = Object.entries(query).map(([key, value]) => [
          key,
          value.startsWith(':') ? (ids[value.slice(1)] ?? '') : value,
        ]);
        const response = await callRaw(GET, {
          who,
          params: { id },
          query: Object.fromEntries(named) as Record<string, string>,
        });
        await response.arrayBuffer();
        if (Object.keys(query).length > 0) expect(response.status, `${name} ${JSON.stringify(query)}`).not.toBe(400);
        if (response.ok) answered += 1;
      }
  }
  // What pages read that no route does.
  const actor = people.couturier.actor as StaffActor;
  await Promise.all([
    getCalendar(db, actor),
    listBoard(db, actor),
    taskChoices(db, actor),
    listClientTags(db, actor),
    countByStatus(db, actor, {}),
    browseModels(db, actor, { q: 'robe' }, { skip: 24, limit: 24 }),
    getWardrobe(db, people.client.actor as ClientActor),
  ]);
  return answered;
}

it('reads nothing of the house whole, and sorts nothing in memory', async () => {
  const answered = await askEverything();
  expect(answered).toBeGreaterThan(100);
  const commands = [...asked.values()];
  expect(commands.length).toBeGreaterThan(80);
  const found: string[] = [];
  for (const command of commands) {
    const [name = ''] = Object.keys(command);
    const collection = String(command[name]);
    const plan = await db.db.command({ explain: command, verbosity: 'queryPlanner' });
    const stages = stagesOf(plan);
    const words = `${name} ${collection} ${JSON.stringify({ ...command, [name]: undefined })}`.slice(0, 420);
    if (stages.includes('COLLSCAN')) found.push(`reads all: ${words}`);
    const isBounded = SORTED.some(({ of, holding }) => of === collection && holding.test(words));
    if (stages.includes('SORT') && !isBounded) found.push(`sorts: ${words}`);
  }
  expect(found).toEqual([]);
}, 180_000);
