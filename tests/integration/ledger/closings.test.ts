import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as next from '@/app/api/ledger/closings/next/route';
import * as closings from '@/app/api/ledger/closings/route';
import * as ledger from '@/app/api/ledger/route';
import * as onePayment from '@/app/api/orders/[id]/payments/[n]/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import type { StaffActor } from '@/lib/actor';
import { sessions } from '@/lib/auth/documents';
import { closeNights } from '@/lib/books/close-nights';
import { closePeriod } from '@/lib/books/close-period';
import type { ClosedDto, EntryDto, NextClosingDto } from '@/lib/books/schemas';
import { house } from '@/lib/house/documents';
import { getHouse } from '@/lib/house/get-house';
import { readLedger } from '@/lib/ledger/copy';
import { ledgerEntries, ledgerHeads } from '@/lib/ledger/documents';
import { exportLines, readExport } from '@/lib/ledger/export-ledger';
import { closingContent, receiptContent } from '@/lib/ledger/shape';
import { verifyLedger } from '@/lib/ledger/verify-ledger';
import type { OrderDto } from '@/lib/orders/answers';
import { listPayments } from '@/lib/orders/list-payments';
import type { Page } from '@/lib/pages';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, eur } from '../orders/setup';

const db = setUpDatabase();
let owner: Person;
let couturier: Person;
let awa: Person;
let order: OrderDto;

/** The machine's clock, in the atelier's winter. */
const setClock = (hour: string) => vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${hour}+01:00`) });
const pay = (amount: number, method = 'cash', who = couturier) =>
  call<OrderDto>(payments.POST, {
    who,
    params: { id: order.id },
    body: { kind: 'deposit', amount: eur(amount), method, paidAt: '2096-11-20' },
  });
const close = (body: Record<string, unknown>, who: Person | undefined = owner) =>
  call<ClosedDto & { code?: string; detail?: string }>(closings.POST, { who, body });
const closeDay = (period: string, cash?: Record<string, unknown>) =>
  close({ span: 'day', period, ...(cash ? { cash } : {}) });
const preview = async () => (await call<NextClosingDto>(next.GET, { who: owner })).body;
const contentOf = async (number: string | undefined) =>
  closingContent.parse((await ledgerEntries(db()).findOne({ _id: number }))?.body);
const closed = async () =>
  (await ledgerEntries(db()).find({ kind: 'closing' }).sort({ kind: 1, year: 1, n: 1 }).toArray()).map(
    ({ _id, body }) => `${_id} ${String(body['period'])}`,
  );
/** Everything that is wrong, from the house and from its export alone. */
async function flaws() {
  const { also, ...copy } = await readLedger(db(), (session) => listPayments(db(), session));
  const alone = readExport([...exportLines(copy, new Date())].join(''));
  return [...verifyLedger(copy, { payments: also }), ...verifyLedger(alone)];
}

beforeAll(async () => {
  serveFrom(db());
  setClock('2096-11-27T08:00:00');
  [owner, couturier, awa] = [
    await person(db(), 'owner', 'Inès Haddad'),
    await person(db(), 'couturier', 'Claire Morel'),
    await person(db(), 'client', 'Awa Diallo'),
  ];
  vi.useRealTimers();
  const far = new Date('2097-06-01T00:00:00Z');
  await sessions(db()).updateMany({}, { $set: { expiresAt: far, lastSeenAt: far } });
  await getHouse(db());
  await house(db()).updateOne({ _id: 'house' }, { $set: { name: 'Maison Claire', 'tax.regime': 'subject' } });
});
beforeEach(async () => {
  await ledgerEntries(db()).deleteMany({});
  await ledgerHeads(db()).deleteMany({});
  await db().db.collection('orders').deleteMany({});
  setClock('2096-11-27T09:00:00');
  order = await confirmed(awa, couturier, { title: 'Robe Ondine' });
});
afterEach(() => void vi.useRealTimers());

describe('an evening', () => {
  it('is closed with its till, numbered and sealed; the day after begins with what was left', async () => {
    await pay(32_000);
    setClock('2096-11-27T19:00:00');
    const before = await preview();
    expect(before).toMatchObject({
      day: '2096-11-27',
      closed: null,
      earlier: [],
      entries: 2,
      cash: { currency: 'EUR', opening: null, taken: 32_000 },
      number: 'C-2096-0001',
      follows: null,
    });
    expect(before.pieces).toContain(5_000);
    const first = await closeDay('2096-11-27', { opening: 15_000, counted: 47_000, left: 15_000 });
    expect([first.status, first.body.closings]).toEqual([201, [{ id: 'C-2096-0001', period: '2096-11-27' }]]);
    setClock('2096-11-28T10:00:00');
    await pay(68_000);
    await pay(51_200, 'card');
    await call(onePayment.DELETE, { who: couturier, method: 'DELETE', params: { id: order.id, n: '3' } });
    await pay(51_200, 'card');
    setClock('2096-11-28T19:12:00');
    const { cash, totals, perpetual, follows } = await preview();
    expect(cash).toEqual({ currency: 'EUR', opening: 15_000, taken: 68_000 });
    expect(follows).toMatch(/^[0-9a-f]{64}$/);
    const pieces = [{ value: 5_000, count: 16 }];
    const silent = await closeDay('2096-11-28', { counted: 82_500, left: 15_000, pieces });
    expect([silent.status, silent.body.code]).toEqual([422, 'closing_word']);
    const said = await closeDay('2096-11-28', { counted: 82_500, left: 15_000, pieces, word: 'Monnaie rendue' });
    expect(said.status).toBe(201);
    const content = await contentOf('C-2096-0002');
    expect(content).toMatchObject({
      span: 'day',
      totals,
      perpetual,
      cash: { opening: 15_000, taken: 68_000, expected: 83_000, counted: 82_500, difference: -500, left: 15_000 },
    });
    expect(content.totals[0]).toMatchObject({
      received: { payment: 170_400, refund: 0, reversal: -51_200, in: 170_400, out: -51_200 },
      means: [
        { method: 'card', count: 3, amount: 51_200 },
        { method: 'cash', count: 1, amount: 68_000 },
      ],
      // 1 192,00 with VAT at 20 %.
      vat: { received: [{ rate: 2000, net: 99_333, vat: 19_867 }] },
    });
    expect(perpetual).toEqual([{ currency: 'EUR', in: 202_400, out: -51_200, invoiced: 202_400, credited: -51_200 }]);
    const { items } = (await call<Page<EntryDto>>(ledger.GET, { who: owner, query: { kind: 'closing' } })).body;
    expect(items[0]?.closing).toMatchObject({ period: '2096-11-28', cash: { word: 'Monnaie rendue' } });
    expect((await preview()).closed).toMatchObject({ id: 'C-2096-0002', by: 'Inès Haddad' });
    expect(await flaws()).toEqual([]);
  });

  it('is closed once; what comes after it is of the next day, and no day is closed that is not over', async () => {
    await pay(10_000);
    setClock('2096-11-27T19:00:00');
    expect((await closeDay('2096-11-27')).status).toBe(201);
    const again = await closeDay('2096-11-27');
    expect([again.status, again.body.code, again.body.detail]).toEqual([
      409,
      'closing_done',
      'Tout est déjà clos jusqu’au 27 novembre 2096. Ce qui vient ensuite compte pour le jour suivant.',
    ]);
    await pay(5_000);
    expect((await closeDay('2096-11-28')).body.code).toBe('closing_ahead');
    setClock('2096-11-28T20:00:00');
    await pay(2_000);
    // A day in which nothing came may be closed as well.
    expect((await closeDay('2096-11-28')).status).toBe(201);
    setClock('2096-11-29T20:00:00');
    expect((await closeDay('2096-11-29')).status).toBe(201);
    expect((await contentOf('C-2096-0002')).totals[0]?.received.in).toBe(7_000);
    expect((await contentOf('C-2096-0003')).totals).toEqual([]);
    expect(await flaws()).toEqual([]);
  });

  it('is refused in words where the till was never counted and nobody says what was in it, or more is left than there is', async () => {
    expect((await closeDay('2096-11-27', { counted: 0, left: 0 })).body.code).toBe('closing_opening');
    expect((await closeDay('2096-11-27', { opening: 0, counted: 100, left: 200 })).status).toBe(400);
    expect((await close({ span: 'day', period: '2096-02-31' })).status).toBe(400);
    expect((await close({ span: 'month', period: '2096-11-27' })).status).toBe(400);
    expect(await closed()).toEqual([]);
  });

  it('is the owner’s: nobody else closes, or reads what would be', async () => {
    for (const who of [couturier, awa]) {
      expect((await callRaw(next.GET, { who })).status).toBe(403);
      expect((await close({ span: 'day', period: '2096-11-27' }, who)).status).toBe(403);
    }
    expect((await callRaw(next.GET)).status).toBe(401);
  });
});

describe('a clock that was set back', () => {
  it('dates nothing before the closing, and no entry is in two closings', async () => {
    await pay(10_000);
    setClock('2096-11-27T19:00:00');
    await closeDay('2096-11-27');
    setClock('2096-11-25T10:00:00');
    const paid = (await pay(20_000)).body.payments.at(-1);
    const entry = await ledgerEntries(db()).findOne({ _id: paid?.receipt });
    expect(entry?.at).toBe('2096-11-27T18:00:00.001Z');
    expect((await closeDay('2096-11-25')).body.code).toBe('closing_done');
    expect((await closeDay('2096-11-26')).body.code).toBe('closing_done');
    setClock('2096-11-28T19:00:00');
    await closeDay('2096-11-28');
    expect((await contentOf('C-2096-0002')).totals[0]?.received.in).toBe(20_000);
    expect(await flaws()).toEqual([]);
  });
});

describe('nights, months and years', () => {
  it('are closed by the house where nobody did, once, however many do it', async () => {
    await pay(10_000);
    setClock('2096-11-28T10:00:00');
    await pay(20_000);
    setClock('2096-11-29T02:00:00');
    // Until four the evening of the 28th is left to whoever counts it.
    await closeNights(db());
    expect(await closed()).toEqual(['C-2096-0001 2096-11-27']);
    expect((await preview()).day).toBe('2096-11-28');
    setClock('2096-11-29T04:00:00');
    await Promise.all([closeNights(db()), closeNights(db()), closeNights(db())]);
    expect(await closed()).toEqual(['C-2096-0001 2096-11-27', 'C-2096-0002 2096-11-28']);
    expect(await closeNights(db())).toBe(0);
    const night = await contentOf('C-2096-0002');
    expect(night).toMatchObject({ automatic: true });
    expect(night.cash).toBeUndefined();
    expect((await ledgerEntries(db()).findOne({ _id: 'C-2096-0002' }))?.by).toEqual({
      id: 'house',
      name: 'Maison Claire',
    });
    setClock('2096-12-31T10:00:00');
    await pay(30_000, 'cash', await person(db(), 'owner'));
    setClock('2097-01-01T05:00:00');
    await closeNights(db());
    expect((await closed()).slice(2)).toEqual([
      'C-2097-0001 2096-11',
      'C-2097-0002 2096-12-31',
      'C-2097-0003 2096-12',
      'C-2097-0004 2096',
    ]);
    const year = await contentOf('C-2097-0004');
    expect(year.parts.map(({ number }) => number)).toEqual(['C-2097-0001', 'C-2097-0003']);
    expect(year.totals[0]?.received.in).toBe(60_000);
    expect(await flaws()).toEqual([]);
  });

  it('are closed by hand with what is within them, and a till that was counted is carried over a night that was not', async () => {
    await pay(10_000);
    setClock('2096-11-27T19:00:00');
    await closeDay('2096-11-27', { opening: 5_000, counted: 15_000, left: 15_000 });
    setClock('2096-11-28T10:00:00');
    await pay(20_000);
    setClock('2096-11-29T10:00:00');
    await pay(4_000);
    setClock('2096-11-30T10:00:00');
    expect(await preview()).toMatchObject({
      day: '2096-11-30',
      earlier: ['2096-11-28', '2096-11-29'],
      cash: { opening: 39_000, taken: 0 },
      number: 'C-2096-0004',
    });
    const whole = await close({ span: 'month', period: '2096-11' });
    expect(whole.body.closings.map(({ period }) => period)).toEqual(['2096-11-28', '2096-11-29', '2096-11']);
    expect((await close({ span: 'month', period: '2096-11' })).body.code).toBe('closing_done');
    expect((await closeDay('2096-11-30')).body.code).toBe('closing_done');
    expect((await close({ span: 'year', period: '2096' })).body.code).toBe('closing_ahead');
    setClock('2096-12-31T23:00:00');
    const year = await close({ span: 'year', period: '2096' }, await person(db(), 'owner'));
    expect(year.body.closings.map(({ period }) => period)).toEqual(['2096']);
    expect(await flaws()).toEqual([]);
  });

  it('keep a sum by rate in each receipt, and the counter-entry the same the other way', async () => {
    const { body } = await pay(12_000);
    await call(onePayment.DELETE, { who: couturier, method: 'DELETE', params: { id: order.id, n: '1' } });
    const entry = await ledgerEntries(db()).findOne({ _id: body.payments[0]?.receipt });
    expect(receiptContent.parse(entry?.body).rates).toEqual([{ rate: 2000, net: 10_000, vat: 2_000 }]);
    const counter = await ledgerEntries(db()).findOne({ 'body.act': 'reversal' });
    expect(receiptContent.parse(counter?.body).rates).toEqual([{ rate: 2000, net: -10_000, vat: -2_000 }]);
    expect(await flaws()).toEqual([]);
  });
});

describe('many at once', () => {
  it('two closings of one day: one is entered, and the other is told so', async () => {
    await pay(10_000);
    const answers = await Promise.all([1, 2, 3, 4].map(() => closeDay('2096-11-27')));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await closed()).toEqual(['C-2096-0001 2096-11-27']);
  });

  it('entries issued while days are closed are each in exactly one closing', async () => {
    const actor = owner.actor as StaffActor;
    const works: Promise<unknown>[] = [];
    for (const day of [27, 28, 29, 30]) {
      setClock(`2096-11-${day}T19:00:00`);
      const now = new Date();
      for (let n = 0; n < 6; n += 1) works.push(pay(1_000 + n));
      works.push(closePeriod(db(), actor, { span: 'day', period: `2096-11-${day}` }, now));
      for (let n = 0; n < 6; n += 1) works.push(pay(2_000 + n));
      await Promise.all(works.splice(0));
    }
    setClock('2096-12-01T19:00:00');
    await closeDay('2096-12-01');
    const numbers = (await ledgerEntries(db()).find({ kind: 'receipt' }).toArray()).length;
    const days = await ledgerEntries(db()).find({ 'body.span': 'day' }).toArray();
    const counts = days.flatMap(({ body }) =>
      closingContent.parse(body).covers.map(({ kind, count }) => (kind === 'receipt' ? count : 0)),
    );
    expect(numbers).toBe(48);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(48);
    expect(await flaws()).toEqual([]);
  });
});
