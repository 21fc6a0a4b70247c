import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as clients from '@/app/api/clients/route';
import * as oneClient from '@/app/api/clients/[id]/route';
import * as measurements from '@/app/api/clients/[id]/measurements/route';
import * as merge from '@/app/api/clients/[id]/merge/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import * as parties from '@/app/api/parties/route';
import * as one from '@/app/api/parties/[id]/route';
import * as members from '@/app/api/parties/[id]/members/route';
import * as member from '@/app/api/parties/[id]/members/[n]/route';
import * as withdrawal from '@/app/api/parties/[id]/members/[n]/withdrawal/route';
import { addDays } from '@/lib/calendar';
import type { ClientDto } from '@/lib/clients/dto';
import { dayKey } from '@/lib/i18n/format';
import { orders } from '@/lib/orders/documents';
import type { PartyDto, PartyLineDto, PartyMemberDto } from '@/lib/parties/schemas';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, create, eur, quote, read as readOrder } from '../orders/setup';

const db = setUpDatabase();
let couturier: Person;
let owner: Person;
const today = dayKey(new Date());
beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner', 'Inès Haddad');
  couturier = await person(db(), 'couturier', 'Claire Morel');
});

type Answer = PartyDto & { code?: string; detail?: string; current?: PartyDto };
const file = async (name: string) => (await call<ClientDto>(clients.POST, { who: couturier, body: { name } })).body.id;
const open = async (body: Record<string, unknown> = {}): Promise<PartyDto> => {
  const answer = await call<Answer>(parties.POST, {
    who: couturier,
    body: { name: 'Mariage de Fatou', day: addDays(today, 90), measuresBy: addDays(today, -6), ...body },
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const read = async (id: string) => (await call<Answer>(one.GET, { who: couturier, params: { id } })).body;
const add = (id: string, body: Record<string, unknown>, who: Person | undefined = couturier) =>
  call<Answer>(members.POST, { who, params: { id }, body });
const withdraw = (id: string, n: number, body: Record<string, unknown> = {}) =>
  call<Answer>(withdrawal.POST, { who: couturier, params: { id, n: String(n) }, body });
const list = async (query: Record<string, string> = {}) =>
  (await call<{ items: PartyLineDto[]; nextCursor: string | null }>(parties.GET, { who: couturier, query })).body;
const PIECE = { title: 'Robe de soie', garment: 'dress' };
const last = (party: PartyDto): PartyMemberDto => {
  const found = party.members.at(-1);
  if (!found) throw new Error('nobody is in it');
  return found;
};
const find = (party: PartyDto, name: string): PartyMemberDto => {
  const found = party.members.find((someone) => someone.name === name);
  if (!found) throw new Error(`${name} is not in it`);
  return found;
};
/** Prices an order of somebody without an account, agrees it at the counter and pays a part. */
async function price(orderId: string, amount: number, paid: number): Promise<void> {
  const lines = [{ label: 'Façon', quantity: 1, unitPrice: eur(amount), vatRate: 20 }];
  expect((await quote(couturier, orderId, { lines, validUntil: '2099-01-01', depositPercent: 40 })).status).toBe(201);
  expect((await acceptQuote(couturier, orderId, 1, { how: 'visit' })).status).toBe(200);
  if (paid === 0) return;
  const body = { kind: 'deposit', amount: eur(paid), method: 'cash', paidAt: today };
  const { status } = await call(payments.POST, { who: couturier, params: { id: orderId }, body });
  expect(status).toBe(201);
}
const measure = async (clientId: string) => {
  const body = { takenAt: today, kind: 'body', values: { bustGirth: 92, waistGirth: 72, hipGirth: 98 } };
  const { status } = await call(measurements.POST, { who: couturier, params: { id: clientId }, body });
  expect(status).toBe(201);
};

describe('a party', () => {
  it('is typed once: a person comes with a new order that knows the event', async () => {
    const party = await open({ place: 'Mairie du 2e', couturierId: owner.actor.id.toHexString() });
    const clientId = await file('Fatou Diallo');
    const answer = await add(party.id, { clientId, part: 'la mariée', order: PIECE });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    const fatou = last(answer.body);
    expect(fatou).toMatchObject({ name: 'Fatou Diallo', part: 'la mariée', order: { title: PIECE.title } });
    expect(answer.body.payers).toMatchObject([{ n: fatou.payer, name: 'Fatou Diallo', clientId, sums: [] }]);
    const order = (await readOrder(couturier, fatou.order?.id ?? '')).body;
    expect(order).toMatchObject({ occasion: 'Mariage de Fatou', clientId, couturierId: party.couturierId });
    expect(order.eventDate?.slice(0, 10)).toBe(party.day);
  });

  it('takes an order that is there, and no order twice', async () => {
    const party = await open();
    const other = await open({ name: 'Baptême de Malik', kind: 'baptism' });
    const [clientId, stranger] = [await file('Awa Diallo'), await file('Awa Sow')];
    const orderId = (await create(couturier, { clientId })).body.id;
    expect((await add(party.id, { clientId: stranger, orderId })).status).toBe(404);
    expect((await add(party.id, { clientId, orderId })).status).toBe(201);
    const twice = await add(other.id, { clientId, orderId });
    expect([twice.status, twice.body.code]).toEqual([409, 'order_in_party']);
    expect(twice.body.detail).toContain('Mariage de Fatou');
    expect((await add(party.id, { clientId, orderId })).body.code).toBe('order_in_party');
    expect((await list({ orderId })).items.map(({ id }) => id)).toEqual([party.id]);
    expect((await list({ clientId })).items.map(({ id }) => id)).toEqual([party.id]);
  });

  it('takes nobody in whose order is refused', async () => {
    const party = await open();
    const clientId = await file('Khady Ndiaye');
    const answer = await add(party.id, { clientId, order: { title: 'Robe', garment: 'spaceSuit' } });
    expect([answer.status, answer.body.code]).toEqual([422, 'unknown_code']);
    expect((await read(party.id)).members).toEqual([]);
    expect(await orders(db()).countDocuments({ clientId: new ObjectId(clientId) })).toBe(0);
  });

  it('takes in forty people and no more, however many come at once', async () => {
    const party = await open();
    const clientId = await file('Fanfare');
    for (let n = 0; n < 38; n += 1) expect((await add(party.id, { clientId })).status).toBe(201);
    const crowd = await Promise.all(Array.from({ length: 4 }, () => add(party.id, { clientId })));
    expect(crowd.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422]);
    expect((await read(party.id)).members).toHaveLength(40);
  });

  it('changes for who has read the last version, and tells the others', async () => {
    const party = await open();
    const edit = (body: Record<string, unknown>) =>
      call<Answer>(one.PATCH, { who: couturier, method: 'PATCH', params: { id: party.id }, body });
    const days = [
      { label: 'Remise', day: addDays(today, 80), time: '15:00' },
      { label: 'Essayage ensemble', day: addDays(today, 60), held: true },
    ];
    const first = await edit({ version: party.version, name: 'Noces de Fatou', measuresBy: null, days });
    expect(first.body).toMatchObject({ name: 'Noces de Fatou', version: 2 });
    expect(first.body.measuresBy).toBeUndefined();
    expect(first.body.days.map(({ label, held }) => [label, held])).toEqual([
      ['Essayage ensemble', true],
      ['Remise', false],
    ]);
    const numbers = first.body.days.map(({ n }) => n);
    const late = await edit({ version: party.version, name: 'Autre' });
    expect([late.status, late.body.code, late.body.current?.name]).toEqual([409, 'stale_version', 'Noces de Fatou']);
    const [fitting] = first.body.days;
    const again = await edit({
      version: 2,
      days: [
        { ...fitting, time: '10:00' },
        { label: 'Photos', day: party.day },
      ],
    });
    expect(again.body.days.map(({ n }) => numbers.includes(n))).toEqual([true, false]);
  });

  it('is the staff’s alone', async () => {
    const party = await open();
    const clientId = await file('Coumba Diallo');
    const client = await person(db(), 'client');
    for (const who of [client, undefined]) {
      const status = who ? 403 : 401;
      expect((await call(parties.GET, { who })).status).toBe(status);
      expect((await call(one.GET, { who, params: { id: party.id } })).status).toBe(status);
      const asked = { who, params: { id: party.id }, body: { clientId } };
      expect((await call(members.POST, asked)).status).toBe(status);
    }
    expect((await call(one.GET, { who: couturier, params: { id: new ObjectId().toHexString() } })).status).toBe(404);
  });

  it('is listed by the day of its event', async () => {
    const [near, far, past] = [
      await open({ name: 'Près', day: addDays(today, 1) }),
      await open({ name: 'Loin', day: addDays(today, 500) }),
      await open({ name: 'Passé', day: addDays(today, -1) }),
    ];
    const coming = (await list({ limit: '24' })).items.map(({ id }) => id);
    expect(coming.indexOf(near.id)).toBeLessThan(coming.indexOf(far.id));
    expect(coming).not.toContain(past.id);
    expect((await list({ when: 'past' })).items.map(({ id }) => id)).toEqual([past.id]);
    const page = await list({ limit: '2' });
    const next = await list({ limit: '2', cursor: page.nextCursor ?? '' });
    expect(next.items.map(({ id }) => id)).not.toContain(page.items[0]?.id);
  });
});

describe('twelve people, three payers, one late measure, one withdrawal', () => {
  it('each keeps their own figures', async () => {
    const party = await open({ name: 'Mariage de douze' });
    const names = Array.from({ length: 12 }, (_, at) => `Invité ${at + 1}`);
    const father = await file('Mamadou Diallo');
    for (const [at, name] of names.entries()) {
      const clientId = await file(name);
      const payer = at < 6 ? { clientId: father } : at < 11 ? { name: 'Famille Sow' } : {};
      const { body } = await add(party.id, { clientId, payer, order: PIECE });
      // Somebody's measures never came.
      if (at !== 3) await measure(clientId);
      await price(last(body).order?.id ?? '', 100_000 + at * 101, at % 2 === 0 ? 40_000 : 0);
    }
    const before = await read(party.id);
    expect(before.members).toHaveLength(12);
    expect(before.payers.map(({ name }) => name)).toEqual(['Mamadou Diallo', 'Famille Sow', 'Invité 12']);
    const due = (all: PartyDto) => all.payers.map(({ sums }) => sums[0]?.due.amount ?? 0);
    expect(due(before).reduce((sum, amount) => sum + amount, 0)).toBe(before.sums[0]?.due.amount);
    expect(before.sums[0]?.total.amount).toBe(12 * 100_000 + 66 * 101);
    expect(before.sums[0]?.paid.amount).toBe(6 * 40_000);
    const late = before.members.filter(({ measures }) => measures.state === 'late');
    expect(late.map(({ name, measures }) => [name, measures.daysLate])).toEqual([['Invité 4', 6]]);
    const line = async () => (await list({ clientId: find(before, 'Invité 1').clientId })).items[0];
    expect(await line()).toMatchObject({ people: 12, lateMeasures: 1 });

    const gone = find(before, 'Invité 8');
    const answer = await withdraw(party.id, gone.n, { cancelOrder: true, note: 'Ne vient plus' });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const after = answer.body;
    expect(find(after, 'Invité 8')).toMatchObject({
      withdrawn: { note: 'Ne vient plus' },
      order: { stage: 'cancelled' },
      measures: { state: 'none' },
    });
    for (const someone of before.members)
      if (someone.n !== gone.n) expect(after.members.find(({ n }) => n === someone.n)).toEqual(someone);
    const [diallo, sow, own] = due(before);
    expect(due(after)).toEqual([diallo, (sow ?? 0) - (100_000 + 7 * 101), own]);
    expect(await line()).toMatchObject({ people: 11, lateMeasures: 1 });

    // Once more changes nothing; and back, the cancelled order stays so.
    const again = await withdraw(party.id, gone.n, { note: 'Encore' });
    expect(find(again.body, 'Invité 8').withdrawn).toEqual(find(after, 'Invité 8').withdrawn);
    const back = await call<Answer>(withdrawal.DELETE, {
      who: couturier,
      method: 'DELETE',
      params: { id: party.id, n: String(gone.n) },
    });
    expect(find(back.body, 'Invité 8')).toMatchObject({ order: { stage: 'cancelled' } });
    expect(find(back.body, 'Invité 8').withdrawn).toBeUndefined();
    expect(due(back.body)).toEqual(due(after));
  }, 60_000);

  it('an order that is kept goes on apart', async () => {
    const party = await open();
    const clientId = await file('Rokhaya Fall');
    const { body } = await add(party.id, { clientId, order: PIECE });
    await price(last(body).order?.id ?? '', 98_000, 0);
    const after = (await withdraw(party.id, last(body).n)).body;
    expect(last(after)).toMatchObject({ order: { stage: 'confirmed', due: eur(98_000) } });
    expect([after.sums, after.payers]).toEqual([[], []]);
    // Whoever is out is not withdrawn again: the order that was kept stays.
    const again = (await withdraw(party.id, last(body).n, { cancelOrder: true })).body;
    expect(last(again).order?.stage).toBe('confirmed');
  });
});

describe('a payer', () => {
  it('can be changed, and one nobody names any more goes', async () => {
    const party = await open();
    const [fatou, ibrahima] = [await file('Fatou Diallo'), await file('Ibrahima Sow')];
    await add(party.id, { clientId: fatou, payer: { name: 'Famille Sow' } });
    const { body } = await add(party.id, { clientId: ibrahima, payer: { name: 'Famille Sow' } });
    expect(body.payers.map(({ name }) => name)).toEqual(['Famille Sow']);
    const n = last(body).n;
    const edit = (change: Record<string, unknown>) =>
      call<Answer>(member.PATCH, {
        who: couturier,
        method: 'PATCH',
        params: { id: party.id, n: String(n) },
        body: change,
      });
    const changed = await edit({ version: body.version, part: 'le marié', payer: { clientId: fatou } });
    expect(changed.body.payers.map(({ name }) => name)).toEqual(['Famille Sow', 'Fatou Diallo']);
    expect((await edit({ version: body.version, part: 'X' })).body.code).toBe('stale_version');
    const back = await edit({ version: changed.body.version, part: null, payer: { n: body.payers[0]?.n } });
    expect(back.body.payers.map(({ name }) => name)).toEqual(['Famille Sow']);
    expect(last(back.body).part).toBeUndefined();
    expect((await edit({ version: back.body.version, payer: { n: 99 } })).status).toBe(404);
  });
});

describe('the people of a party', () => {
  it('are one after their files were merged, with one share', async () => {
    const party = await open();
    const [twin, awa] = [await file('Awa Dialo'), await file('Awa Diallo')];
    await add(party.id, { clientId: twin });
    await add(party.id, { clientId: awa });
    const body = { intoId: awa };
    expect((await call(merge.POST, { who: couturier, params: { id: twin }, body })).status).toBe(200);
    const after = await read(party.id);
    expect(after.members.map(({ clientId }) => clientId)).toEqual([awa, awa]);
    expect(after.payers).toHaveLength(1);
  });

  it('are gone when they are erased, and who they paid for stays', async () => {
    const party = await open();
    const [father, son] = [await file('Mamadou Diallo'), await file('Modou Diallo')];
    await add(party.id, { clientId: father });
    await add(party.id, { clientId: son, payer: { clientId: father } });
    const { status } = await call(oneClient.DELETE, { who: owner, method: 'DELETE', params: { id: father } });
    expect(status).toBe(204);
    const after = await read(party.id);
    expect(after.members.map(({ name }) => name)).toEqual(['Modou Diallo']);
    expect(JSON.stringify(after)).not.toMatch(/Mamadou|clientId":"undefined/);
    expect(after.payers).toHaveLength(1);
    expect(after.payers[0]?.clientId).toBeUndefined();
  });

  it('take the party with them when they were alone in it', async () => {
    const party = await open({ name: 'Fête de Seydou' });
    const clientId = await file('Seydou Ba');
    await add(party.id, { clientId });
    await call(oneClient.DELETE, { who: owner, method: 'DELETE', params: { id: clientId } });
    expect((await call(one.GET, { who: couturier, params: { id: party.id } })).status).toBe(404);
  });
});
