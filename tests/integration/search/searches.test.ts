import { beforeAll, describe, expect, it } from 'vitest';
import * as appointments from '@/app/api/appointments/route';
import * as clients from '@/app/api/clients/route';
import * as messages from '@/app/api/conversations/[id]/messages/route';
import * as conversations from '@/app/api/conversations/route';
import * as models from '@/app/api/models/route';
import * as orders from '@/app/api/orders/route';
import * as tasks from '@/app/api/tasks/route';
import type { Page } from '@/lib/pages';
import type { DefinedRoute } from '@/lib/web/define-route';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let couturier: Person;
let thread: string;
let zoe: string | undefined;

type Row = { id: string; name?: string; title?: string | { fr: string }; client?: { name: string }; content?: string };

const make = async (route: DefinedRoute, body: Record<string, unknown>, params?: Record<string, string>) => {
  const answer = await call<Row>(route, { who: couturier, body, params });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body;
};
const model = (title: string) => ({
  title: { fr: title, en: title },
  category: 'dress',
  garment: 'dress',
  priceFrom: { amount: 100_000, currency: 'EUR' },
  leadTimeDays: 30,
});

const PEOPLE: [name: string, phone?: string][] = [
  ['Lætitia Cœur'],
  ['Łukasz Weiß'],
  ['Søren Đặng'],
  ['Éloïse O’Brien'],
  ["Jeanne D'Arc"],
  ['Zoé Ndiaye', '+33 6 12 34 56 78'],
];

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier');
  const files: Row[] = [];
  for (const [name, phone] of PEOPLE) files.push(await make(clients.POST, { name, ...(phone ? { phone } : {}) }));
  const clientId = files.at(-1)?.id;
  zoe = clientId;
  await make(orders.POST, { clientId, title: 'Robe d’été', garment: 'dress' });
  await make(orders.POST, { clientId: files[0]?.id, title: 'Mariage d’Aminata', garment: 'dress' });
  await make(tasks.POST, { title: 'Préparer l’épaule' });
  await make(models.POST, model('Manteau d’Héloïse'));
  thread = (await make(conversations.POST, { clientId })).id;
  await make(messages.POST, { clientMessageId: '1', type: 'text', content: 'L’œillet est cousu' }, { id: thread });
});

const find = (route: DefinedRoute, query: Record<string, string>, params?: Record<string, string>) =>
  call<Page<Row> & { code?: string }>(route, { who: couturier, query, params });
const nameOf = (row: Row) =>
  row.name ?? row.client?.name ?? row.content ?? (typeof row.title === 'object' ? row.title.fr : row.title);
const names = async (...asked: Parameters<typeof find>) => (await find(...asked)).body.items.map(nameOf);

describe('people are found as one would look for them', () => {
  it.each([
    ['laetitia', 'Lætitia Cœur'],
    ['coeur', 'Lætitia Cœur'],
    ['lukasz', 'Łukasz Weiß'],
    ['weiss', 'Łukasz Weiß'],
    ['soren', 'Søren Đặng'],
    ['dang soren', 'Søren Đặng'],
    ["o'brien", 'Éloïse O’Brien'],
    ['obrien', 'Éloïse O’Brien'],
    ['d’arc', "Jeanne D'Arc"],
    ['ndiaie', 'Zoé Ndiaye'],
    ['ndiay', 'Zoé Ndiaye'],
    ['zoe ndaye', 'Zoé Ndiaye'],
    ['06 12 34 56 78', 'Zoé Ndiaye'],
    ['0612345678', 'Zoé Ndiaye'],
    ['06.12.34', 'Zoé Ndiaye'],
    ['0033612345678', 'Zoé Ndiaye'],
    ['+33 (0)6 12 34 56 78', 'Zoé Ndiaye'],
    ['612345678', 'Zoé Ndiaye'],
  ])('%s', async (q, name) => {
    expect(await names(clients.GET, { q })).toEqual([name]);
  });

  it('and stand in the order of the alphabet', async () => {
    expect(await names(clients.GET, {})).toEqual([
      'Éloïse O’Brien',
      "Jeanne D'Arc",
      'Lætitia Cœur',
      'Łukasz Weiß',
      'Søren Đặng',
      'Zoé Ndiaye',
    ]);
  });

  it('page after page, with a slip too', async () => {
    for (const name of ['Awa Traoré', 'Binta Traoré', 'Coumba Traoré']) await make(clients.POST, { name });
    const first = await find(clients.GET, { q: 'traore', limit: '2' });
    expect(first.body.items.map(nameOf)).toEqual(['Awa Traoré', 'Binta Traoré']);
    const near = await find(clients.GET, { q: 'traorr', limit: '2' });
    expect(near.body.items.map(nameOf)).toEqual(['Awa Traoré', 'Binta Traoré']);
    const rest = await find(clients.GET, { q: 'traorr', limit: '2', cursor: near.body.nextCursor ?? '' });
    expect(rest.body).toMatchObject({ items: [{ name: 'Coumba Traoré' }], nextCursor: null });
  });
});

describe('whatever stands written is found word by word', () => {
  it.each<[string, string, string, DefinedRoute]>([
    ['orders', "d'ete", 'Robe d’été', orders.GET],
    ['orders', 'Mariage d’Aminata', 'Mariage d’Aminata', orders.GET],
    ['orders', "aminata d'mariage", 'Mariage d’Aminata', orders.GET],
    ['orders by the name of the client', 'ndiaye', 'Robe d’été', orders.GET],
    ['orders by title and client', 'robe zoe', 'Robe d’été', orders.GET],
    ['orders by a name with a slip', 'ndiaie', 'Robe d’été', orders.GET],
    ['orders by a phone', '06 12 34 56 78', 'Robe d’été', orders.GET],
    ['tasks', 'preparer', 'Préparer l’épaule', tasks.GET],
    ['tasks', 'EPAULE préparer', 'Préparer l’épaule', tasks.GET],
    ['conversations by name', 'ndiaye zoe', 'Zoé Ndiaye', conversations.GET],
    ['conversations by name with a slip', 'ndiaie', 'Zoé Ndiaye', conversations.GET],
    ['conversations by words', 'oeillet', 'Zoé Ndiaye', conversations.GET],
  ])('%s: %s', async (_what, q, expected, route) => {
    expect(await names(route, { q })).toEqual([expected]);
  });

  it('models', async () => {
    for (const q of ['heloise', "d'heloise manteau", 'heloize'])
      expect(await names(models.GET, { q, status: 'draft' })).toEqual(['Manteau d’Héloïse']);
  });

  it('messages', async () => {
    for (const q of ["l'oeillet", 'cousu oeil', 'oeilet'])
      expect(await names(messages.GET, { q }, { id: thread })).toEqual(['L’œillet est cousu']);
    expect(await names(messages.GET, { q: 'perle' }, { id: thread })).toEqual([]);
  });

  it('a changed title is found by its new words only', async () => {
    const { id } = await make(tasks.POST, { title: 'Bâtir le col' });
    const { PATCH } = await import('@/app/api/tasks/[id]/route');
    await call(PATCH, {
      who: couturier,
      method: 'PATCH',
      params: { id },
      body: { title: 'Doubler la manche', version: 1 },
    });
    expect(await names(tasks.GET, { q: 'manche' })).toEqual(['Doubler la manche']);
    expect(await names(tasks.GET, { q: 'batir' })).toEqual([]);
  });

  it('an occasion that was taken away finds its order no more', async () => {
    const { id } = await make(orders.POST, { clientId: zoe, title: 'Tailleur', garment: 'dress', occasion: 'Baptême' });
    expect(await names(orders.GET, { q: 'bapteme' })).toEqual(['Tailleur']);
    const { PATCH } = await import('@/app/api/orders/[id]/route');
    await call(PATCH, { who: couturier, method: 'PATCH', params: { id }, body: { occasion: null, version: 1 } });
    expect(await names(orders.GET, { q: 'bapteme' })).toEqual([]);
    expect(await names(orders.GET, { q: 'tailleur' })).toEqual(['Tailleur']);
  });
});

describe('no query is an error', () => {
  const HOSTILE: [what: string, q: string][] = [
    ['a NUL', '\u0000'],
    ['control characters among letters', 'a\u0001b\u007fc\u0085'],
    ['accents alone', '\u0301\u0300\u0302'],
    ['a pattern forty times', '.*'.repeat(40)],
    ['nested repetitions', '(a+)+$'],
    ['an open bracket', '[('],
    ['a backslash', '\\'],
    ['an operator', '{"$ne":null}'],
    ['half of a pair', '\ud83d'],
    ['the other half', 'a\udc00b'],
    ['signs', '%_*?'],
    ['an emoji', '🧵🪡'],
    ['one long word', 'a'.repeat(100)],
    ['many short ones', 'a b c d e f g h i j k l m n o p q r s t u v w x y z'],
    ['digits and signs of telephones', '+(0)--..  00'],
    ['invisible characters', '\u200b\u200d\ufeff'],
    ['right to left', '\u202efatima'],
  ];
  const ROUTES: [name: string, route: DefinedRoute, params?: () => Record<string, string>][] = [
    ['clients', clients.GET],
    ['orders', orders.GET],
    ['tasks', tasks.GET],
    ['models', models.GET],
    ['conversations', conversations.GET],
    ['messages', messages.GET, () => ({ id: thread })],
  ];
  const cases = ROUTES.flatMap((route) => HOSTILE.map((query) => [route[0], query[0], route, query[1]] as const));

  it.each(cases)('%s, %s', async (_route, _what, [, route, params], q) => {
    const { status } = await find(route, { q }, params?.());
    expect([200, 400]).toContain(status);
    const longer = await find(route, { q: `ndiaye ${q}`.slice(0, 100) }, params?.());
    expect([200, 400]).toContain(longer.status);
  });
});

it.each([
  ['signs alone', '.* ?', 0],
  ['accents alone', '\u0301', 1],
])('%s find nothing or everything, as was written', async (_what, q, least) => {
  for (const route of [clients.GET, orders.GET, tasks.GET, conversations.GET])
    expect((await find(route, { q, limit: '1' })).body.items).toHaveLength(least);
});

describe('an id that cannot be one', () => {
  // It is a bad shape, and says so as every other field does: an empty list would hide a mistake of the caller, and 404 would
  // say that the list itself is not there.
  it.each<[string, string, DefinedRoute]>([
    ['orders', 'clientId', orders.GET],
    ['orders', 'couturierId', orders.GET],
    ['tasks', 'clientId', tasks.GET],
    ['tasks', 'orderId', tasks.GET],
    ['tasks', 'assigneeId', tasks.GET],
    ['appointments', 'clientId', appointments.GET],
    ['appointments', 'couturierId', appointments.GET],
    ['appointments', 'orderId', appointments.GET],
    ['models', 'couturierId', models.GET],
  ])('in the filter of %s is refused (%s)', async (_name, field, route) => {
    expect(await find(route, { [field]: 'zz' })).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(await find(route, { [field]: 'f'.repeat(24) })).toMatchObject({ status: 200, body: { items: [] } });
  });

  it.each<[string, DefinedRoute]>([
    ['clients', clients.GET],
    ['orders', orders.GET],
    ['tasks', tasks.GET],
    ['appointments', appointments.GET],
    ['models', models.GET],
    ['conversations', conversations.GET],
  ])('a cursor of nobody is refused by %s', async (_name, route) => {
    for (const cursor of ['x', 'W10', Buffer.from('[1,"zz"]').toString('base64url')])
      expect((await find(route, { cursor })).status).toBe(400);
  });
});
