import { beforeAll, expect, it } from 'vitest';
import { toId } from '@/lib/db/ids';
import { notifications } from '@/lib/notifications/documents';
import { orders } from '@/lib/orders/documents';
import { tasks } from '@/lib/tasks/documents';
import { type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, drawUp, move, read, signSheet, timeline, walk } from './setup';

const db = setUpDatabase();
let couturier: Person;
let client: Person;
const WHY = 'Passée à la coupe par erreur.';

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  client = await person(db(), 'client', 'Awa Diallo');
});

const statusOf = async (id: string) => {
  const all = await tasks(db())
    .find({ orderId: toId(id) })
    .toArray();
  return Object.fromEntries(all.map(({ templateKey = '', status }) => [templateKey, status]));
};
const cut = async () => {
  const order = await confirmed(client, couturier);
  await walk(couturier, order, 'measuring', 'patterning', 'toile');
  await drawUp(couturier, order.id);
  await signSheet(couturier, order.id);
  return walk(couturier, (await signSheet(client, order.id)).body, 'cutting', 'assembly');
};

it('goes back with a reason only, which its client reads', async () => {
  const order = await walk(couturier, await confirmed(client, couturier), 'measuring', 'patterning');
  const silent = await move(couturier, order.id, { to: 'measuring', version: order.version });
  expect([silent.status, silent.body.code]).toEqual([422, 'back_note_required']);
  const back = await move(couturier, order.id, { to: 'measuring', note: WHY, version: order.version });
  expect([back.status, back.body.stage]).toEqual([200, 'measuring']);
  const [event] = (await timeline(client, order.id)).body.items;
  expect(event).toMatchObject({
    type: 'stageMoved',
    from: 'patterning',
    to: 'measuring',
    note: WHY,
    actorName: 'Claire Morel',
  });
  const bells = await notifications(db()).find({ accountId: client.actor.id }).toArray();
  expect(bells.map(({ title }) => title.en)).toContain('Robe du soir goes back to “Measuring”');
});

it('is not the client’s to do, nor goes behind the acceptance', async () => {
  const order = await walk(couturier, await confirmed(client, couturier), 'measuring');
  for (const [who, to] of [
    [client, 'confirmed'],
    [couturier, 'quoted'],
    [couturier, 'requested'],
  ] as const)
    expect((await move(who, order.id, { to, note: WHY, version: order.version })).body.code).toBe(
      'transition_not_allowed',
    );
});

it('has to do again what the stages closed, and not what somebody did', async () => {
  const order = await walk(couturier, await confirmed(client, couturier), 'measuring', 'patterning');
  await tasks(db()).updateOne({ orderId: toId(order.id), templateKey: 'pattern' }, { $set: { status: 'done' } });
  const toile = await walk(couturier, order, 'toile');
  const skipped = await move(couturier, toile.id, { to: 'confirmed', note: WHY, version: toile.version });
  expect(skipped.status).toBe(200);
  expect(await statusOf(order.id)).toMatchObject({ measure: 'todo', pattern: 'done', toile: 'todo' });
  await walk(couturier, skipped.body, 'measuring', 'patterning');
  expect(await statusOf(order.id)).toMatchObject({ measure: 'done', pattern: 'done' });
});

it('keeps what was signed, which releases the cut no more', async () => {
  const order = await cut();
  const back = (await move(couturier, order.id, { to: 'toile', note: WHY, version: order.version })).body;
  expect(back.cuttingApprovals).toEqual(order.cuttingApprovals);
  expect(back.allowed).not.toContain('cutting');
  expect(back.allowed).toContain('createApproval');
  const again = await move(couturier, order.id, { to: 'cutting', version: back.version });
  expect(again.body.code).toBe('cutting_approval_required');
  await drawUp(couturier, order.id);
  await signSheet(couturier, order.id);
  const signed = (await signSheet(client, order.id)).body;
  expect((await move(couturier, order.id, { to: 'cutting', version: signed.version })).status).toBe(200);
});

it('behind the cut, the sheet stays good', async () => {
  const order = await cut();
  const back = (await move(couturier, order.id, { to: 'cutting', note: WHY, version: order.version })).body;
  expect((await move(couturier, order.id, { to: 'assembly', version: back.version })).status).toBe(200);
});

it('a piece that was not handed over after all is ready as before, and further back it does not go', async () => {
  const order = await walk(couturier, await cut(), 'fitting', 'alterations', 'finishing', 'ready');
  const over = (await move(couturier, order.id, { to: 'delivered', confirm: true, version: order.version })).body;
  expect((await move(couturier, order.id, { to: 'finishing', note: WHY, version: over.version })).status).toBe(422);
  const back = (await move(couturier, order.id, { to: 'ready', note: WHY, version: over.version })).body;
  expect([back.stage, back.deliveredAt]).toEqual(['ready', undefined]);
  expect((await orders(db()).findOne({ _id: toId(order.id) })) ?? {}).not.toHaveProperty('deliveredAt');
  expect((await read(client, order.id)).body.stage).toBe('ready');
});
