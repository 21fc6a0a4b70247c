import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as answerRoute from '@/app/api/orders/[id]/change-requests/[n]/answer/route';
import * as confirmRoute from '@/app/api/orders/[id]/change-requests/[n]/confirm/route';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
import * as events from '@/app/api/orders/[id]/events/route';
import * as quotePaper from '@/app/api/orders/[id]/quote.pdf/route';
import * as oneOrder from '@/app/api/orders/[id]/route';
import { toId } from '@/lib/db/ids';
import { notifications } from '@/lib/notifications/documents';
import type { OrderEventDto } from '@/lib/orders/answers';
import { changeLabel } from '@/lib/orders/apply-change';
import { orders } from '@/lib/orders/documents';
import type { Page } from '@/lib/pages';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, create, eur, type OrderAnswer, quote, QUOTE } from './setup';

// The printing thread reads its sources first.
vi.setConfig({ testTimeout: 90_000 });

const db = setUpDatabase();
let couturier: Person;
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  client = await person(db(), 'client', 'Awa Diallo');
});

/** Case 20 of the days: a dress with « manches papillon » for 2 December 2098, agreed. */
async function agreed(promisedDate: string | undefined = '2098-12-02'): Promise<OrderAnswer> {
  const { body } = await create(client, {
    couturierId: couturier.actor.id.toHexString(),
    description: 'Robe longue en satin, manches papillon, dos nu',
    options: { train: 'petite' },
  });
  const sent = await quote(couturier, body.id, { ...QUOTE, ...(promisedDate ? { promisedDate } : {}) });
  expect(sent.status).toBe(201);
  return (await acceptQuote(client, body.id)).body;
}
const post = (route: typeof changes.POST, who: Person, id: string, body?: unknown) =>
  call<OrderAnswer>(route, {
    who,
    method: 'POST',
    params: { id, ...(route === changes.POST ? {} : { n: '1' }) },
    body,
  });
async function changed(order: OrderAnswer, wished: unknown, answer: unknown): Promise<OrderAnswer> {
  expect((await post(changes.POST, client, order.id, { changes: wished })).status).toBe(201);
  const answered = await post(answerRoute.POST, couturier, order.id, answer);
  expect(answered.status).toBe(200);
  const waits = answered.body.changeRequests[0]?.status === 'answered';
  return waits ? (await post(confirmRoute.POST, client, order.id)).body : answered.body;
}
async function paperOf(order: OrderAnswer): Promise<string> {
  const answer = await callRaw(quotePaper.GET, { who: client, params: { id: order.id } });
  expect(answer.status).toBe(200);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())));
  return text.join(' ').replace(/\s+/g, ' ');
}
const last = ({ quotes }: OrderAnswer) => quotes.at(-1);

describe('a quote after a change', () => {
  it('promises the day of the order, and names what was and what is', async () => {
    const order = await changed(
      await agreed(),
      [{ field: 'description', to: 'Robe longue en satin, manches courtes, dos nu' }],
      { decision: 'accept', priceDelta: eur(2_500), daysDelta: 12 },
    );
    expect(order.promisedDate).toBe('2098-12-14T00:00:00.000Z');
    expect(last(order)).toMatchObject({ n: 2, status: 'accepted', promisedDate: '2098-12-14T00:00:00.000Z' });
    expect(last(order)?.lines.at(-1)).toMatchObject({ label: 'manches papillon → manches courtes' });
    expect(order.quotes[0]).toMatchObject({ status: 'superseded', promisedDate: '2098-12-02T00:00:00.000Z' });
    const paper = await paperOf(order);
    expect(paper).toContain('manches papillon → manches courtes');
    expect(paper).toContain('14 décembre 2098');
    expect(paper).not.toContain(' 2 décembre 2098');
    const { body } = await call<Page<OrderEventDto>>(events.GET, { who: client, params: { id: order.id } });
    expect(body.items.find(({ type }) => type === 'changeApplied')?.data).toMatchObject({ promised: '2098-12-14' });
    const bell = await notifications(db()).findOne({ accountId: couturier.actor.id }, { sort: { _id: -1 } });
    expect(JSON.stringify(bell)).toContain('14 décembre 2098');
  });

  it('that moves the day alone is a version too; one that moves nothing is none', async () => {
    const later = await changed(await agreed(), [{ field: 'options.train', to: '60 cm' }], {
      decision: 'accept',
      daysDelta: 3,
    });
    expect(later.quotes).toHaveLength(2);
    expect(last(later)).toMatchObject({ promisedDate: '2098-12-05T00:00:00.000Z', total: later.quotes[0]?.total });
    expect(last(later)?.lines).toHaveLength(later.quotes[0]?.lines.length ?? 0);
    const free = await changed(await agreed(), [{ field: 'options.train', to: '60 cm' }], { decision: 'accept' });
    expect(free.quotes).toHaveLength(1);
  });

  it('is agreed to by who asked for it, never by the house, and not by a telephone call about another version', async () => {
    const cheaper = await changed(await agreed(), [{ field: 'options.train', to: '' }], {
      decision: 'accept',
      priceDelta: eur(-5_000),
    });
    expect(last(cheaper)).toMatchObject({ n: 2, answeredBy: { name: 'Awa Diallo' } });
    expect(last(cheaper)?.lines.at(-1)?.label).toBe('− petite');

    const order = await agreed();
    await orders(db()).updateOne(
      { _id: toId(order.id) },
      {
        $set: {
          'quotes.0.onBehalf': true,
          'quotes.0.noted': { how: 'phone', givenBy: 'Khady Ndiaye' },
          'quotes.0.answeredBy': { id: couturier.actor.id, name: 'Claire Morel' },
        },
      },
    );
    const dearer = await changed(order, [{ field: 'options.train', to: '60 cm' }], {
      decision: 'accept',
      priceDelta: eur(2_500),
    });
    expect(last(dearer)).toMatchObject({ n: 2, answeredBy: { name: 'Awa Diallo' } });
    expect(last(dearer)?.noted).toBeUndefined();
    expect(last(dearer)?.onBehalf).toBeFalsy();
    expect(dearer.quotes[0]).toMatchObject({ onBehalf: true, noted: { how: 'phone' } });
    const paper = await paperOf(dearer);
    expect(paper).toContain('Awa Diallo');
    expect(paper).not.toMatch(/téléphone|Khady/);
  });
});

it('a promised day that moves is told with its day: bell, thread and timeline', async () => {
  const order = await agreed('2098-12-14');
  const edit = (promisedDate: string | null, version: number) =>
    call<OrderAnswer>(oneOrder.PATCH, {
      who: couturier,
      method: 'PATCH',
      params: { id: order.id },
      body: { version, promisedDate },
    });
  const moved = await edit('2099-01-20', order.version);
  expect(moved.status).toBe(200);
  const { body } = await call<Page<OrderEventDto>>(events.GET, { who: client, params: { id: order.id } });
  expect(body.items[0]).toMatchObject({ type: 'scheduled', from: '2098-12-14', to: '2099-01-20' });
  const bell = async () =>
    JSON.stringify(
      await notifications(db()).findOne({ accountId: client.actor.id }, { sort: { updatedAt: -1, _id: -1 } }),
    );
  expect(await bell()).toMatch(/passe du 14 décembre 2098 au 20 janvier 2099/);
  expect(await bell()).toMatch(/moves from 14 December 2098 to 20 January 2099/);
  expect((await edit(null, moved.body.version)).status).toBe(200);
  expect(await bell()).toContain('n’est plus fixée');
});

describe('the words of a change', () => {
  it.each([
    [[{ field: 'options.train', to: '60 cm' }], '60 cm'],
    [[{ field: 'options.train', from: 'petite', to: '60 cm' }], 'Traîne\u00a0: petite → 60 cm'],
    [[{ field: 'options.train', from: 'petite', to: '' }], '− petite'],
    [
      [{ field: 'desiredDate', from: '2098-12-02', to: '2098-12-14' }],
      'Date souhaitée\u00a0: 2 décembre 2098 → 14 décembre 2098',
    ],
    [[{ field: 'description', from: 'A, b. c', to: 'A, d. c' }], 'b → d'],
    [[{ field: 'description', from: 'A, b', to: 'A' }], '− b'],
    [[{ field: 'description', from: 'A', to: 'A, b' }], 'b'],
    [[{ field: 'description', to: 'Tout' }], 'Tout'],
    [[{ field: 'description', from: 'a, b', to: 'b, a' }], 'Description'],
    [[{ field: 'options.mine', from: 'x', to: 'y' }], 'mine\u00a0: x → y'],
  ])('%j', (wished, label) => expect(changeLabel(wished, 'fr')).toBe(label));

  it('fit the line', () => {
    const long = changeLabel([{ field: 'description', from: 'a', to: 'b'.repeat(400) }], 'en');
    expect(long).toHaveLength(200);
    expect(long.endsWith('…')).toBe(true);
  });
});
