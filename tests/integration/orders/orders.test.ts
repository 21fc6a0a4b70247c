import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as collection from '@/app/api/orders/route';
import { dayKey } from '@/lib/i18n/format';
import { counters, orderEvents, orders } from '@/lib/orders/documents';
import type { OrderDto } from '@/lib/orders/answers';
import type { Page } from '@/lib/pages';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, confirmed, create, edit, move, quote, read, timeline } from './setup';

const db = setUpDatabase();
let couturier: Person;
let owner: Person;
let client: Person;
let stranger: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  owner = await person(db(), 'owner', 'Inès Haddad');
  client = await person(db(), 'client', 'Awa Diallo');
  stranger = await person(db(), 'client', 'Camille Roussel');
});

const list = (who: Person, query: Record<string, string> = {}) =>
  call<Page<OrderDto> & { code?: string }>(collection.GET, { who, query });
const hexOf = (who: Person) => who.actor.id.toHexString();

describe('creating an order', () => {
  it('answers 201 with the order, its number and what its client may do', async () => {
    const { status, body } = await create(client, { couturierId: hexOf(couturier), options: { train: 'petite' } });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      stage: 'requested',
      clientId: client.actor.clientId?.toHexString(),
      clientName: 'Awa Diallo',
      couturierId: hexOf(couturier),
      couturierName: 'Claire Morel',
      options: { train: 'petite' },
      paid: { amount: 0, currency: 'EUR' },
      version: 1,
      allowed: ['cancelled', 'edit', 'remark'],
    });
    expect(body.number).toMatch(new RegExp(`^FF-${dayKey(new Date()).slice(0, 4)}-\\d{4}$`));
    expect(body).not.toHaveProperty('searchText');
    const told = await db().db.collection('notifications').countDocuments({ accountId: couturier.actor.id });
    expect(told).toBeGreaterThan(0);
  });

  it('gives twenty orders made at once twenty numbers without a gap', async () => {
    const year = dayKey(new Date()).slice(0, 4);
    const before = (await counters(db()).findOne({ _id: `orders:${year}` }))?.value ?? 0;
    const busy = await person(db(), 'client');
    const made = await Promise.all(Array.from({ length: 20 }, () => create(busy, { couturierId: hexOf(couturier) })));
    expect(made.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    const numbers = made.map(({ body }) => Number(body.number.slice(-4))).toSorted((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => before + index + 1));
  });

  it('is shown by its model’s drawing, else by the first picture that was brought', async () => {
    const paper = await upload(client, 'order', Buffer.from('%PDF-1.4\n%%EOF\n'), 'robe.pdf');
    const photo = await upload(client, 'order', await picture());
    const bespoke = await create(client, { referenceFileIds: [paper.body.id, photo.body.id] });
    expect(bespoke.body.plate?.image).toMatchObject({ id: photo.body.id, alt: { fr: 'Robe du soir' } });
    expect((await create(client)).body.plate).toBeUndefined();
  });

  it('does not use up a number when it is refused', async () => {
    const year = dayKey(new Date()).slice(0, 4);
    const before = await counters(db()).findOne({ _id: `orders:${year}` });
    const refused = await create(client, { referenceFileIds: [new ObjectId().toHexString()] });
    expect(refused.status).toBe(404);
    expect(await counters(db()).findOne({ _id: `orders:${year}` })).toEqual(before);
  });

  it('makes one order of a repeated call with the same key', async () => {
    const headers = { 'idempotency-key': 'same' };
    const body = { couturierId: hexOf(couturier) };
    const first = await create(client, body, headers);
    const second = await create(client, body, headers);
    expect(second.body.id).toBe(first.body.id);
    expect(second.status).toBe(201);
    expect((await create(client, { ...body, title: 'Autre' }, headers)).body.code).toBe('idempotency_mismatch');
  });

  it('refuses what is missing, unknown or not the house’s', async () => {
    expect((await create(client, { title: undefined })).status).toBe(400);
    expect((await create(client, { price: 3 })).status).toBe(400);
    expect((await create(client, { garment: 'spaceSuit' })).body.code).toBe('unknown_code');
    expect((await create(client, { modelId: new ObjectId().toHexString() })).status).toBe(404);
    expect((await create(couturier)).body.code).toBe('client_required');
    expect((await create(client, { clientId: stranger.actor.clientId?.toHexString() })).status).toBe(404);
    expect((await create(undefined)).status).toBe(401);
  });

  it('lets the house choose, the least busy first, and never somebody who left', async () => {
    const free = await person(db(), 'couturier', 'Libre');
    await person(db(), 'couturier', 'Partie', { disabled: true });
    const { body } = await create(stranger);
    expect([hexOf(free), hexOf(owner)]).toContain(body.couturierId);
    expect((await create(client, { couturierId: hexOf(stranger) })).status).toBe(404);
  });
});

describe('editing an order', () => {
  it('lets one of two simultaneous edits through and shows the other the order as it is', async () => {
    const { body: order } = await create(client, { couturierId: hexOf(couturier) });
    const answers = await Promise.all([
      edit(client, order.id, { version: 1, title: 'Robe de Fatou' }),
      edit(couturier, order.id, { version: 1, title: 'Robe d’Awa' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const kept = answers.find(({ status }) => status === 200)?.body;
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused?.code).toBe('stale_version');
    expect(refused?.current).toMatchObject({ title: kept?.title, version: 2 });
  });

  it('returns a quoted order to a request, and closes its quote', async () => {
    const { body: order } = await create(client, { couturierId: hexOf(couturier) });
    const quoted = (await quote(couturier, order.id)).body;
    expect(quoted.stage).toBe('quoted');
    const edited = (await edit(client, order.id, { version: quoted.version, description: 'Manches longues' })).body;
    expect(edited).toMatchObject({ stage: 'requested', description: 'Manches longues' });
    expect(edited.quotes.map(({ status }) => status)).toEqual(['superseded']);
    expect((await acceptQuote(client, order.id)).body.code).toBe('quote_not_open');
  });

  it('keeps the quote when only the promised date moves', async () => {
    const { body: order } = await create(client, { couturierId: hexOf(couturier) });
    const quoted = (await quote(couturier, order.id)).body;
    const dated = (await edit(couturier, order.id, { version: quoted.version, promisedDate: '2099-03-01' })).body;
    expect(dated).toMatchObject({ stage: 'quoted', promisedDate: '2099-03-01T00:00:00.000Z' });
    expect(dated.quotes[0]?.status).toBe('open');
  });

  it('is the client’s until the acceptance only', async () => {
    const order = await confirmed(client, couturier);
    const answer = await edit(client, order.id, { version: order.version, description: 'Autre' });
    expect([answer.status, answer.body.code]).toEqual([422, 'order_not_editable']);
  });

  it('leaves the date to the atelier and the couturier to the owner', async () => {
    const { body: order } = await create(client, { couturierId: hexOf(couturier) });
    expect((await edit(client, order.id, { version: 1, promisedDate: '2099-01-01' })).status).toBe(403);
    expect((await edit(couturier, order.id, { version: 1, couturierId: hexOf(owner) })).status).toBe(403);
    const transferred = await edit(owner, order.id, { version: 1, couturierId: hexOf(owner) });
    expect(transferred.body).toMatchObject({ couturierId: hexOf(owner), version: 2 });
  });

  it('writes down what changed, field by field', async () => {
    const { body: order } = await create(client, { couturierId: hexOf(couturier), options: { train: 'petite' } });
    await edit(client, order.id, { version: 1, options: { train: '60 cm' } });
    const [last] = (await timeline(client, order.id)).body.items;
    expect(last).toMatchObject({
      type: 'edited',
      actorName: 'Awa Diallo',
      data: { changes: [{ field: 'options.train', from: 'petite', to: '60 cm' }] },
    });
  });
});

describe('cancelling and declining', () => {
  it('is the client’s right for a request and a confirmed order', async () => {
    const { body: order } = await create(client, { couturierId: hexOf(couturier) });
    expect((await move(client, order.id, { to: 'cancelled', version: 1 })).body.stage).toBe('cancelled');
    const accepted = await confirmed(client, couturier);
    const cancelled = (await move(client, accepted.id, { to: 'cancelled', version: accepted.version })).body;
    expect(cancelled).toMatchObject({ stage: 'cancelled', allowed: [] });
    expect(cancelled.balance).toBeUndefined();
  });

  it('is refused with its code where the table says no', async () => {
    const { body: order } = await create(client, { couturierId: hexOf(couturier) });
    const answer = await move(client, order.id, { to: 'delivered', version: 1 });
    expect([answer.status, answer.body.code]).toEqual([422, 'transition_not_allowed']);
    expect((await move(couturier, order.id, { to: 'declined', version: 1, note: 'Complet' })).body.stage).toBe(
      'declined',
    );
  });
});

describe('the list', () => {
  it('shows a client their own orders and the staff all, page by page without double or gap', async () => {
    const own = (await list(stranger, { limit: '100' })).body.items;
    expect(new Set(own.map((order) => order.clientId))).toEqual(new Set([stranger.actor.clientId?.toHexString()]));
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { body } = await list(couturier, { limit: '7', ...(cursor ? { cursor } : {}) });
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await orders(db()).countDocuments());
  });

  it('filters by stage, client, couturier, due day and words', async () => {
    const { body: order } = await create(stranger, {
      couturierId: hexOf(owner),
      title: 'Boubou Éclipse',
      garment: 'boubou',
    });
    const find = async (query: Record<string, string>) =>
      (await list(couturier, { limit: '100', ...query })).body.items.map(({ id }) => id);
    expect(await find({ q: 'ECLIPSE' })).toEqual([order.id]);
    expect(await find({ q: 'roussel', couturierId: hexOf(owner) })).toContain(order.id);
    expect(await find({ q: '.*' })).toEqual([]);
    expect(await find({ stage: 'requested,quoted', clientId: order.clientId })).toContain(order.id);
    expect(await find({ stage: 'delivered' })).not.toContain(order.id);
    expect(await find({ due: 'none' })).toContain(order.id);
    await edit(couturier, order.id, {
      version: 1,
      promisedDate: '2020-01-01',
      anywayReason: 'Relevée de l’ancien cahier.',
    });
    expect(await find({ due: 'late' })).toEqual([order.id]);
    expect(await find({ due: '2020-01-01' })).toEqual([order.id]);
    expect((await read(couturier, order.id)).body.daysLate).toBeGreaterThan(1000);
  });

  it('refuses a cursor or a stage that is not ours', async () => {
    expect((await list(client, { cursor: 'abc' })).status).toBe(400);
    expect((await list(client, { stage: 'flying' })).status).toBe(400);
  });
});

describe('the timeline', () => {
  it('is written once and read newest first, page by page', async () => {
    const order = await confirmed(client, couturier);
    const all = (await timeline(client, order.id)).body.items;
    expect(all.map(({ type }) => type)).toEqual(['quoteAccepted', 'quoteSent', 'created']);
    const first = await timeline(client, order.id, { limit: '2' });
    const second = await timeline(client, order.id, { limit: '2', cursor: first.body.nextCursor ?? '' });
    expect([...first.body.items, ...second.body.items]).toEqual(all);
    expect(await orderEvents(db()).countDocuments({ orderId: new ObjectId(order.id) })).toBe(3);
  });
});
