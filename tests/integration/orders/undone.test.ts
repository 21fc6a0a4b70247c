import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as holdRoute from '@/app/api/orders/[id]/hold/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import * as tellRoute from '@/app/api/orders/[id]/transitions/tell/route';
import * as undoRoute from '@/app/api/orders/[id]/transitions/undo/route';
import * as collection from '@/app/api/orders/route';
import { announceOrder } from '@/lib/announcers';
import { describeConversations } from '@/lib/chat/describe-conversations';
import { conversations } from '@/lib/chat/documents';
import { listMessages } from '@/lib/chat/list-messages';
import { startConversation } from '@/lib/chat/start-conversation';
import { toId } from '@/lib/db/ids';
import { notifications } from '@/lib/notifications/documents';
import type { OrderDto } from '@/lib/orders/answers';
import { orders } from '@/lib/orders/documents';
import { tellMoves } from '@/lib/orders/tell-moves';
import { stageCountsAt } from '@/lib/stats/stage-counts';
import { tasks } from '@/lib/tasks/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, drawUp, eur, minuteOver, move, moveNow, type OrderAnswer, quote, create, read } from './setup';
import { signSheet, timeline, walk } from './setup';

const db = setUpDatabase();
let owner: Person;
let couturier: Person;
let client: Person;
beforeEach(async () => {
  await db().db.collection('rateLimits').deleteMany({});
  await minuteOver();
});

beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner', 'Inès Haddad');
  couturier = await person(db(), 'couturier', 'Claire Morel');
  client = await person(db(), 'client', 'Awa Diallo');
});

const undo = (id: string, named?: string) =>
  call<OrderAnswer>(undoRoute.POST, { who: couturier, params: { id }, body: { move: named } });
const undoOf = async (id: string) => undo(id, (await read(couturier, id)).body.undo?.move ?? '0'.repeat(24));
const bellsOf = async ({ actor }: Person) =>
  (await notifications(db()).find({ accountId: actor.id }).sort({ createdAt: 1 }).toArray()).map(
    ({ title }) => title.en,
  );
const known = async (id: string) => ({
  stage: (await read(client, id)).body.stage,
  events: (await timeline(client, id)).body.items.map(({ type, from, to }) => [type, from, to].join(' ')),
});
const workOf = async (id: string) =>
  (
    await tasks(db())
      .find({ orderId: toId(id) })
      .sort({ _id: 1 })
      .toArray()
  ).map(({ title, status, position, blockedReason, doneAt, closedByStage }) => ({
    title,
    status,
    position,
    blockedReason,
    doneAt,
    closedByStage,
  }));
const at = (order: OrderDto, to: string, more = {}) => ({ to, version: order.version, ...more });

/** Ready to be cut, and moved to a stage behind it. */
const cut = async (...stages: string[]) => {
  const order = await walk(couturier, await confirmed(client, couturier), 'measuring', 'patterning', 'toile');
  await drawUp(couturier, order.id);
  await signSheet(couturier, order.id);
  return walk(couturier, (await signSheet(client, order.id)).body, 'cutting', ...stages);
};

describe('a move of the last minute', () => {
  it('is the atelier’s alone: its client sees and hears nothing of it', async () => {
    const order = await confirmed(client, couturier);
    const { conversation } = await startConversation(db(), couturier.actor, {
      clientId: client.actor.clientId!.toHexString(),
    });
    const before = { ...(await known(order.id)), bells: await bellsOf(client), own: await bellsOf(couturier) };
    const moved = await moveNow(owner, order.id, at(order, 'measuring'));
    expect(moved.body).toMatchObject({ stage: 'measuring', undo: { from: 'confirmed' } });
    expect(moved.body.undo?.seconds).toBeGreaterThan(55);
    expect({ ...(await known(order.id)), bells: await bellsOf(client), own: await bellsOf(couturier) }).toEqual(before);
    expect((await read(client, order.id)).body).not.toHaveProperty('undo');
    const listed = async (stage: string) =>
      (await call<{ items: OrderDto[] }>(collection.GET, { who: client, query: { stage } })).body.items.map(
        ({ id }) => id,
      );
    expect(await listed('confirmed')).toContain(order.id);
    expect(await listed('measuring')).not.toContain(order.id);
    const pair = await conversations(db())
      .find({ _id: toId(conversation.id) })
      .toArray();
    expect((await describeConversations(db(), client.actor as never, pair))[0]?.order?.stage).toBe('confirmed');
    expect((await describeConversations(db(), couturier.actor as never, pair))[0]?.order?.stage).toBe('measuring');
    expect((await timeline(couturier, order.id)).body.items[0]).toMatchObject({
      type: 'stageMoved',
      visibility: 'staff',
    });

    const told = await Promise.all([minuteOver(), minuteOver()]);
    expect(
      told.reduce((a, b) => a + b),
      'once, by one of two',
    ).toBe(1);
    expect(await minuteOver()).toBe(0);
    expect((await known(order.id)).stage).toBe('measuring');
    expect((await known(order.id)).events[0]).toMatch(/^(stageMoved confirmed measuring|measurementsFrozen)/);
    expect((await bellsOf(client)).slice(before.bells.length)).toEqual(['Robe du soir: Measuring']);
    expect((await bellsOf(couturier)).slice(before.own.length), 'who moved it is not told').toEqual([
      'Robe du soir: Measuring',
    ]);
    const { items } = await listMessages(db(), client.actor as never, conversation.id, { limit: 100 });
    expect(items.filter(({ system }) => system?.event === 'stageMoved')).toHaveLength(1);
    const now = (await read(couturier, order.id)).body;
    expect(now.version, 'to be told is no change').toBe(moved.body.version);
    expect(now).not.toHaveProperty('undo');
  });

  it('is undone: stage, tasks and measures are as before, and nobody ever hears of it', async () => {
    const order = await walk(couturier, await confirmed(client, couturier), 'measuring');
    await tasks(db()).updateOne(
      { orderId: toId(order.id), templateKey: 'measure' },
      { $set: { status: 'blocked', blockedReason: 'Mètre perdu' } },
    );
    const was = { ...(await known(order.id)), work: await workOf(order.id), bells: await bellsOf(client) };
    const moved = await moveNow(couturier, order.id, at(order, 'patterning'));
    expect((await workOf(order.id)).find(({ status }) => status === 'done')).toBeDefined();
    const undone = await undo(order.id, moved.body.undo?.move);
    expect([undone.status, undone.body.stage, undone.body.stageSince]).toEqual([200, 'measuring', order.stageSince]);
    expect(undone.body.measurementSnapshot).toEqual(order.measurementSnapshot);
    expect(undone.body).not.toHaveProperty('undo');
    expect(await minuteOver()).toBe(0);
    expect({ ...(await known(order.id)), work: await workOf(order.id), bells: await bellsOf(client) }).toEqual(was);
    const [newest] = (await timeline(couturier, order.id)).body.items;
    expect(newest).toMatchObject({ type: 'moveUndone', from: 'patterning', to: 'measuring', visibility: 'staff' });
    expect((await orders(db()).findOne({ _id: toId(order.id) })) ?? {}).not.toHaveProperty('untold');
    const [counts] = await stageCountsAt(db(), [new Date()]);
    const [counted] = [await orders(db()).countDocuments({ stage: 'measuring' })];
    expect(counts?.get('measuring') ?? 0).toBe(counted);
  });

  it('cannot be undone once its minute is over, and the refusal names the other way', async () => {
    const order = await confirmed(client, couturier);
    const moved = await moveNow(couturier, order.id, at(order, 'measuring'));
    await minuteOver();
    const late = await undo(order.id, moved.body.undo?.move);
    expect([late.status, late.body.code]).toEqual([422, 'undo_too_late']);
    expect(String((late.body as { detail?: string }).detail)).toContain('dites pourquoi');
    // Over, though the round has not come by yet.
    const again = await moveNow(couturier, order.id, at((await read(couturier, order.id)).body, 'patterning'));
    await orders(db()).updateOne({ _id: toId(order.id) }, { $set: { 'untold.tellAt': new Date(Date.now() - 1) } });
    expect((await undo(order.id, again.body.undo?.move)).body.code).toBe('undo_too_late');
  });

  it('two tell only the last, from where the client knew the order to be; each can be undone in turn', async () => {
    const order = await confirmed(client, couturier);
    const bells = (await bellsOf(client)).length;
    const first = await moveNow(couturier, order.id, at(order, 'measuring'));
    const second = await moveNow(couturier, order.id, at(first.body, 'patterning'));
    expect((await undo(order.id, first.body.undo?.move)).body.code, 'another followed').toBe('undo_too_late');
    const back = await undo(order.id, second.body.undo?.move);
    expect([back.body.stage, back.body.undo?.move]).toEqual(['measuring', first.body.undo?.move]);
    await moveNow(couturier, order.id, at(back.body, 'patterning'));
    expect(await minuteOver()).toBe(1);
    expect((await bellsOf(client)).slice(bells)).toEqual(['Robe du soir: Pattern drafting']);
    expect((await known(order.id)).events.filter((one) => one.startsWith('stageMoved'))).toEqual([
      'stageMoved confirmed patterning',
    ]);
  });

  it('there and back within the minute is nothing to tell', async () => {
    const order = await walk(couturier, await confirmed(client, couturier), 'measuring');
    const was = { ...(await known(order.id)), bells: await bellsOf(client) };
    const forth = await moveNow(couturier, order.id, at(order, 'patterning'));
    await moveNow(couturier, order.id, at(forth.body, 'measuring', { note: 'Trop tôt.' }));
    expect(await minuteOver()).toBe(0);
    expect({ ...(await known(order.id)), bells: await bellsOf(client) }).toEqual(was);
  });

  it('an end by mistake comes back with its quote and its pause', async () => {
    const { id } = (await create(client, { couturierId: couturier.actor.id.toHexString() })).body;
    const quoted = (await quote(couturier, id)).body;
    const held = await call<OrderAnswer>(holdRoute.POST, {
      who: couturier,
      params: { id },
      body: { reason: 'Attend la dentelle', version: quoted.version },
    });
    const ended = await moveNow(couturier, id, at(held.body, 'declined'));
    expect(ended.body).toMatchObject({ stage: 'declined', quotes: [{ status: 'superseded' }] });
    expect((await read(client, id)).body).toMatchObject({ stage: 'quoted', quotes: [{ status: 'open' }] });
    expect((await read(client, id)).body.allowed, 'what would be refused is not offered').not.toContain('acceptQuote');
    const back = await undoOf(id);
    expect(back.body).toMatchObject({
      stage: 'quoted',
      quotes: [{ status: 'open' }],
      onHold: { reason: 'Attend la dentelle' },
    });
  });

  it('a delivery by mistake comes back; what was paid meanwhile stays', async () => {
    const order = await cut('assembly', 'fitting', 'alterations', 'finishing', 'ready');
    const work = await workOf(order.id);
    await moveNow(couturier, order.id, at(order, 'delivered', { confirm: true }));
    await call(payments.POST, {
      who: couturier,
      params: { id: order.id },
      body: { kind: 'balance', amount: eur(1_000), method: 'cash', paidAt: new Date().toISOString() },
    });
    const back = await undoOf(order.id);
    expect(back.status).toBe(200);
    expect([back.body.stage, back.body.deliveredAt, back.body.payments.length]).toEqual(['ready', undefined, 1]);
    expect(await workOf(order.id)).toEqual(work);
  });

  it('a way back by mistake is undone: what was signed releases the cut as before, what was closed is closed', async () => {
    const order = await cut('assembly');
    const work = await workOf(order.id);
    const back = await moveNow(couturier, order.id, at(order, 'toile', { note: 'Erreur.' }));
    expect(await workOf(order.id)).not.toEqual(work);
    const undone = (await undo(order.id, back.body.undo?.move)).body;
    expect([undone.stage, undone.revision]).toEqual(['assembly', order.revision]);
    expect(await workOf(order.id)).toEqual(work);
  });

  it('a task that somebody took up meanwhile is left as it is', async () => {
    const order = await walk(couturier, await confirmed(client, couturier), 'measuring');
    const moved = await moveNow(couturier, order.id, at(order, 'patterning'));
    await tasks(db()).updateOne(
      { orderId: toId(order.id), templateKey: 'measure' },
      { $set: { status: 'doing' }, $inc: { version: 1 } },
    );
    await undo(order.id, moved.body.undo?.move);
    expect(await tasks(db()).findOne({ orderId: toId(order.id), templateKey: 'measure' })).toMatchObject({
      status: 'doing',
    });
  });

  it('a round that dies while it tells has told nothing, and the next one tells it once', async () => {
    const order = await confirmed(client, couturier);
    await startConversation(db(), couturier.actor, { clientId: client.actor.clientId!.toHexString() });
    const bells = (await bellsOf(client)).length;
    await moveNow(couturier, order.id, at(order, 'measuring'));
    const later = new Date(Date.now() + 60_000);
    const dies = tellMoves(db(), () => Promise.reject(new Error('killed')), later);
    await expect(dies).rejects.toThrow('killed');
    expect((await known(order.id)).stage).toBe('confirmed');
    expect((await bellsOf(client)).length).toBe(bells);
    expect(await tellMoves(db(), announceOrder, later)).toBe(1);
    expect((await bellsOf(client)).slice(bells)).toEqual(['Robe du soir: Measuring']);
  });

  it('can be told at once, and is then past undoing', async () => {
    const order = await confirmed(client, couturier);
    const moved = await moveNow(couturier, order.id, at(order, 'measuring'));
    const told = await call<OrderAnswer>(tellRoute.POST, { who: couturier, method: 'POST', params: { id: order.id } });
    expect([told.status, told.body.undo]).toEqual([200, undefined]);
    expect((await known(order.id)).stage).toBe('measuring');
    expect((await undo(order.id, moved.body.undo?.move)).body.code).toBe('undo_too_late');
  });

  it('what its client ends is told at once', async () => {
    const order = await confirmed(client, couturier);
    const bells = (await bellsOf(couturier)).length;
    await moveNow(client, order.id, at(order, 'cancelled', { note: 'Le mariage est remis.' }));
    expect((await bellsOf(couturier)).length).toBe(bells + 1);
    expect((await read(couturier, order.id)).body).not.toHaveProperty('undo');
  });

  it('the client’s own word is said of what they know, and judged by what is', async () => {
    const order = await confirmed(client, couturier);
    await moveNow(couturier, order.id, at(order, 'measuring'));
    const seen = (await read(client, order.id)).body;
    expect(seen.allowed).not.toContain('cancelled');
    expect((await move(client, order.id, at(seen, 'cancelled'))).body.code).toBe('transition_not_allowed');
  });
});
