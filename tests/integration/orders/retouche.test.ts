import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as answerRoute } from '@/app/api/orders/[id]/defects/[n]/answer/route';
import { POST as remarks } from '@/app/api/orders/[id]/remarks/route';
import { GET as list } from '@/app/api/orders/route';
import { POST as open } from '@/app/api/orders/retouches/route';
import { GET as ticket } from '@/app/api/orders/[id]/ticket.pdf/route';
import { GET as file } from '@/app/api/files/[id]/route';
import type { ClientActor, StaffActor } from '@/lib/actor';
import { newClientFile } from '@/lib/clients/create-client';
import { clients } from '@/lib/clients/documents';
import { getDashboard } from '@/lib/dashboard/get-dashboard';
import { getHouse } from '@/lib/house/get-house';
import { notifications } from '@/lib/notifications/documents';
import { orders } from '@/lib/orders/documents';
import type { OrderEventDto } from '@/lib/orders/answers';
import { usualRetouche } from '@/lib/house/rules';
import { readPlan } from '@/lib/promises/read-plan';
import { strippedOrder } from '@/lib/orders/stripped-order';
import { getOverview } from '@/lib/overview/get-overview';
import { getStats } from '@/lib/stats/get-stats';
import { tasks } from '@/lib/tasks/documents';
import { getWardrobe } from '@/lib/wardrobe/get-wardrobe';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, confirmed, eur, move, type OrderAnswer, read, timeline, walk } from './setup';

const db = setUpDatabase();
let people: { client: Person; couturier: Person; owner: Person };

beforeAll(async () => {
  serveFrom(db());
  people = {
    client: await person(db(), 'client', 'Awa Diallo'),
    couturier: await person(db(), 'couturier', 'Claire Morel'),
    owner: await person(db(), 'owner', 'Inès Haddad'),
  };
});

const staff = ({ actor }: Person) => actor as StaffActor;
const hex = ({ actor }: Person) => actor.id.toHexString();
const opened = (who: Person | undefined, body: Record<string, unknown>) =>
  call<OrderAnswer>(open, { who, body: { description: 'Changer la fermeture', ...body } });
const report = (who: Person, id: string, body: Record<string, unknown> = {}) =>
  call<OrderEventDto & { code?: string }>(remarks, {
    who,
    params: { id },
    body: { text: 'La fermeture glisse', kind: 'defect', ...body },
  });
const answered = (who: Person, id: string, n = '1') =>
  call<OrderAnswer>(answerRoute, { who, params: { id, n }, body: { note: 'C’est le jeu normal de la maille.' } });
const listed = async (who: Person, query: Record<string, string>) =>
  (await call<{ items: OrderAnswer[] }>(list, { who, query })).body.items.map(({ id }) => id);
const waits = async (who: Person) =>
  (await getDashboard(db(), staff(who))).waiting.filter(({ kind }) => kind === 'defect');
const rung = async (who: Person) =>
  (await notifications(db()).find({ accountId: who.actor.id, read: false }).toArray()).map(({ title }) => title);

/** A piece that was handed over, with nothing of it to pay. */
async function worn(client = people.client, couturier = people.couturier): Promise<string> {
  const order = await confirmed(client, couturier);
  const _id = new ObjectId(order.id);
  await orders(db()).updateOne({ _id }, { $set: { stage: 'ready' } });
  const { body } = await move(couturier, order.id, { to: 'delivered', version: order.version, confirm: true });
  expect(body.stage).toBe('delivered');
  return order.id;
}
/** Somebody who came in, without an account. */
async function walkIn(): Promise<string> {
  const card = newClientFile({ name: 'Rose Aubert' });
  await clients(db()).insertOne(card);
  return card._id.toHexString();
}

describe('a defect of a piece that was handed over', () => {
  it('waits, with its pictures, wherever the house looks, until it is answered in words', async () => {
    const id = await worn();
    const photo = (await upload(people.client, 'order', await picture())).body.id;
    expect((await report(people.client, id, { fileIds: [photo] })).status).toBe(201);
    const { body } = await read(people.couturier, id);
    expect(body.defects).toMatchObject([{ n: 1, text: 'La fermeture glisse', files: [{ id: photo }] }]);
    expect(body.allowed).toEqual(expect.arrayContaining(['answerDefect', 'openRetouche']));
    expect(await waits(people.couturier)).toMatchObject([
      { id, clientName: 'Awa Diallo', words: 'La fermeture glisse' },
    ]);
    expect(await waits(people.owner)).toEqual([]);
    const house = await getOverview(db(), staff(people.owner));
    expect(house.unanswered).toMatchObject([{ kind: 'defect', id, own: false, couturierName: 'Claire Morel' }]);
    expect(house.counts.unanswered).toBe(1);
    expect(await listed(people.owner, { defect: 'open' })).toEqual([id]);
    const [piece] = (await getWardrobe(db(), people.client.actor as ClientActor)).pieces;
    expect(piece).toMatchObject({ id, reported: true });

    const before = (await rung(people.client)).length;
    const done = await answered(people.couturier, id);
    expect(done.body.defects?.[0]?.answer).toMatchObject({ note: 'C’est le jeu normal de la maille.' });
    expect(done.body.allowed).not.toContain('answerDefect');
    expect(await waits(people.couturier)).toEqual([]);
    expect((await getOverview(db(), staff(people.owner))).unanswered).toEqual([]);
    expect(await listed(people.owner, { defect: 'open' })).toEqual([]);
    expect(await rung(people.client)).toHaveLength(before + 1);
    expect((await rung(people.couturier)).filter((title) => JSON.stringify(title).includes('défaut'))).toEqual([]);
    // Once, and by the house alone.
    expect((await answered(people.couturier, id)).body.code).toBe('action_not_allowed');
    expect((await answered(people.couturier, id, '2')).status).toBe(404);
    expect((await answered(people.client, id)).status).toBe(403);
  });

  it('is one of several, each with its own answer, and a second one asks again', async () => {
    const id = await worn();
    await report(people.client, id);
    await report(people.client, id, { text: 'Et l’ourlet se défait' });
    await answered(people.couturier, id, '2');
    expect((await waits(people.couturier)).map(({ words }) => words)).toEqual(['La fermeture glisse']);
    await answered(people.couturier, id, '1');
    expect(await waits(people.couturier)).toEqual([]);
    await report(people.client, id, { text: 'Cela recommence' });
    expect((await waits(people.couturier)).map(({ words }) => words)).toEqual(['Cela recommence']);
    await answered(people.couturier, id, '3');
  });

  it('leaves nothing of its words or pictures when its person is erased', async () => {
    const id = await worn();
    await report(people.client, id);
    await answered(people.couturier, id);
    const order = await orders(db()).findOne({ _id: new ObjectId(id) });
    if (!order) throw new Error('no order');
    const left = strippedOrder(order, 'Personne effacée', new Date());
    expect(JSON.stringify(left)).not.toContain('fermeture');
    expect(left.defectOpen).toBeUndefined();
  });
});

describe('a retouche without a price', () => {
  it('answers the defect, is planned by its own minutes, followed by its client and handed over', async () => {
    const id = await worn();
    const photo = (await upload(people.client, 'order', await picture())).body.id;
    await report(people.client, id, { fileIds: [photo] });
    const { status, body } = await opened(people.couturier, {
      retouchOf: id,
      description: 'Changer la fermeture\nReprendre la doublure',
      minutes: 90,
      promisedDate: '2099-05-06',
      couturierId: hex(people.couturier),
      note: 'Nous la reprenons sans frais.',
    });
    expect([status, body.code]).toEqual([201, undefined]);
    expect(body).toMatchObject({
      kind: 'retouche',
      stage: 'confirmed',
      retouchOf: id,
      title: 'Robe du soir',
      garment: 'dress',
      workMinutes: 90,
      quotes: [],
      piece: { id, defects: [{ text: 'La fermeture glisse', files: [{ id: photo }] }] },
    });
    expect(body.number).toMatch(/^FF-\d{4}-\d{4}$/);
    expect(body.total).toBeUndefined();
    expect(await waits(people.couturier)).toEqual([]);
    const done = await tasks(db())
      .find({ orderId: new ObjectId(body.id) })
      .sort({ position: 1 })
      .toArray();
    expect(done.map(({ title, minutes }) => [title, minutes])).toEqual([
      ['Changer la fermeture', 45],
      ['Reprendre la doublure', 45],
    ]);
    const plan = await readPlan(db(), new Date());
    expect(plan.promised.get(body.id)).toMatchObject({ kind: 'retouche', workMinutes: 90 });

    // Its client reads it, and not what it costs the house.
    const theirs = (await read(people.client, body.id)).body;
    expect(theirs).toMatchObject({ stage: 'confirmed', piece: { id } });
    expect(theirs.workMinutes).toBeUndefined();
    const piece = (await read(people.client, id)).body;
    expect(piece.retouches).toMatchObject([{ id: body.id, stage: 'confirmed', number: body.number }]);
    expect(piece.defects?.[0]?.answer).toMatchObject({ retouche: body.id });
    const seen = await file(
      new Request(`http://maison.test/api/files/${photo}`, {
        headers: { host: 'maison.test', cookie: people.couturier.cookie },
      }),
      { params: Promise.resolve({ id: photo }) },
    );
    expect(seen.status).toBe(200);
    expect((await timeline(people.client, id)).body.items[0]).toMatchObject({
      type: 'retoucheOpened',
      data: { number: body.number },
    });
    expect(await rung(people.client)).toEqual(
      expect.arrayContaining([expect.objectContaining({ fr: expect.stringContaining('retouche') as string })]),
    );

    const finished = await walk(people.couturier, body, 'alterations', 'ready', 'delivered');
    expect(finished.stage).toBe('delivered');
    expect(finished.measurementSnapshot).toBeUndefined();
    const open = await tasks(db()).countDocuments({ orderId: new ObjectId(body.id), status: { $ne: 'done' } });
    expect(open).toBe(0);
    const wardrobe = await getWardrobe(db(), people.client.actor as ClientActor);
    expect(wardrobe.pieces.map((one) => one.id)).not.toContain(body.id);
    // What goes wrong with it is one more retouche of the piece.
    await report(people.client, body.id);
    const again = (await opened(people.couturier, { retouchOf: body.id, minutes: 30 })).body;
    expect(again.retouchOf).toBe(id);
    expect((await read(people.client, body.id)).body.defects?.[0]?.answer).toMatchObject({ retouche: again.id });
  });

  it('is reckoned as the house reckons, where nobody says otherwise', async () => {
    const { body } = await opened(people.couturier, { retouchOf: await worn() });
    expect(body.workMinutes).toBe(usualRetouche(await getHouse(db()), 'dress'));
  });

  it('is refused on what was not handed over, to whom it is not, and for a day that cannot be kept', async () => {
    const going = await confirmed(people.client, people.couturier);
    expect((await opened(people.couturier, { retouchOf: going.id })).body.code).toBe('action_not_allowed');
    expect((await opened(people.couturier, { retouchOf: '0'.repeat(24) })).status).toBe(404);
    expect((await opened(people.couturier, { title: 'Manteau' })).body.code).toBe('client_required');
    expect((await opened(people.couturier, { clientId: await walkIn() })).status).toBe(400);
    expect((await opened(people.client, { title: 'Manteau' })).status).toBe(403);
    expect((await opened(undefined, { title: 'Manteau' })).status).toBe(401);
    const id = await worn();
    expect((await opened(people.couturier, { retouchOf: id, clientId: await walkIn() })).status).toBe(404);
    const day = { retouchOf: id, promisedDate: '2020-01-06' };
    expect((await opened(people.couturier, day)).body.code).toBe('promise_untenable');
    expect((await opened(people.couturier, { ...day, anywayReason: 'Elle part demain' })).status).toBe(201);
    const count = await orders(db()).countDocuments({ retouchOf: new ObjectId(id) });
    expect(count).toBe(1);
  });
});

describe('a retouche of a garment somebody came in with', () => {
  const LINES = [{ label: 'Ourlet', quantity: 1, unitPrice: eur(2_500), vatRate: 20 }];

  it('has a price that was agreed on at the counter, noted as the house notes agreements', async () => {
    const clientId = await walkIn();
    const { status, body } = await opened(people.couturier, {
      clientId,
      title: 'Pantalon noir',
      description: 'Raccourcir de 3 cm',
      lines: LINES,
      agreed: { how: 'visit' },
    });
    expect([status, body.code]).toEqual([201, undefined]);
    expect(body).toMatchObject({
      kind: 'retouche',
      stage: 'confirmed',
      title: 'Pantalon noir',
      garment: '',
      total: eur(2_500),
      balance: eur(2_500),
      quotes: [{ n: 1, status: 'accepted', conditions: 1, onBehalf: true, noted: { how: 'visit' } }],
    });
    expect(body.retouchOf).toBeUndefined();
    expect(await tasks(db()).countDocuments({ orderId: new ObjectId(body.id) })).toBe(1);
    expect(await listed(people.couturier, { kind: 'retouche', clientId })).toEqual([body.id]);
    expect(await listed(people.couturier, { kind: 'piece', clientId })).toEqual([]);
  });

  it('leaves with a ticket, which is of a retouche only and read by its own people', async () => {
    const clientId = people.client.actor.clientId?.toHexString();
    const { id } = (await opened(people.couturier, { clientId, title: 'Jupe plissée' })).body;
    const ticketOf = async (who: Person, order: string) =>
      ticket(
        new Request(`http://maison.test/api/orders/${order}/ticket.pdf`, {
          headers: { host: 'maison.test', cookie: who.cookie },
        }),
        { params: Promise.resolve({ id: order }) },
      );
    for (const who of [people.couturier, people.client]) {
      const answer = await ticketOf(who, id);
      expect(answer.headers.get('content-type')).toBe('application/pdf');
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(new TextDecoder('latin1').decode(bytes)).toMatch(/MediaBox \[0 0 297\.\d+ 419\.\d+\]/);
    }
    const stranger = await person(db(), 'client', 'Jeanne Vasseur');
    expect((await ticketOf(stranger, id)).status).toBe(404);
    expect((await ticketOf(people.couturier, await worn())).status).toBe(404);
  });

  it('waits for the yes of a client who can say it, and makes its tasks then', async () => {
    const clientId = people.client.actor.clientId?.toHexString();
    const body = { clientId, title: 'Manteau de laine', lines: LINES };
    expect((await opened(people.couturier, { ...body, agreed: { how: 'visit' } })).status).toBe(403);
    const { id, stage } = (await opened(people.couturier, body)).body;
    expect(stage).toBe('quoted');
    expect(await tasks(db()).countDocuments({ orderId: new ObjectId(id) })).toBe(0);
    const yes = await acceptQuote(people.client, id);
    expect(yes.body.stage).toBe('confirmed');
    expect(yes.body.measurementSnapshot).toBeUndefined();
    expect(await tasks(db()).countDocuments({ orderId: new ObjectId(id) })).toBe(1);
  });
});

describe('the figures of the house', () => {
  it('count retouches apart: no delay, no promise and no stage of a piece moves with them', async () => {
    const today = new Date();
    const before = await getStats(db(), {}, today);
    const { body } = await opened(people.couturier, {
      clientId: await walkIn(),
      title: 'Veste',
      promisedDate: '2099-05-06',
      lines: [{ label: 'Doublure', quantity: 1, unitPrice: eur(4_000) }],
      agreed: { how: 'visit' },
    });
    const going = await getStats(db(), {}, today);
    expect(going.stages).toEqual({ ...before.stages, at: going.stages.at });
    expect(going.retouches.going).toBe(before.retouches.going + 1);
    await walk(people.couturier, body, 'alterations', 'ready');
    const { version } = (await read(people.couturier, body.id)).body;
    await move(people.couturier, body.id, { to: 'delivered', version, confirm: true });
    const after = await getStats(db(), {}, new Date());
    expect([after.kept, after.delay, after.models]).toEqual([before.kept, before.delay, before.models]);
    expect(after.stages.lines).toEqual(before.stages.lines);
    expect(after.retouches).toMatchObject({
      going: before.retouches.going,
      delivered: before.retouches.delivered + 1,
      promised: before.retouches.promised + 1,
      onTime: before.retouches.onTime + 1,
    });
  });
});
