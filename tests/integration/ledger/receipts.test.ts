import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ObjectId } from 'mongodb';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as onePayment from '@/app/api/orders/[id]/payments/[n]/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import type { ClientActor, StaffActor } from '@/lib/actor';
import { accounts } from '@/lib/auth/documents';
import { restoreBackup } from '@/lib/backup/restore-backup';
import { writeBackup } from '@/lib/backup/write-backup';
import { createClientFile } from '@/lib/clients/create-client';
import { type Database, inTransaction } from '@/lib/db/client';
import { readLedger } from '@/lib/ledger/copy';
import { numberOf } from '@/lib/ledger/canonical';
import { type EntryDocument, ledgerEntries, ledgerHeads } from '@/lib/ledger/documents';
import { issueEntry } from '@/lib/ledger/issue-entry';
import { type ReceiptContent, receiptContent } from '@/lib/ledger/shape';
import { verifyLedger } from '@/lib/ledger/verify-ledger';
import type { OrderDto } from '@/lib/orders/answers';
import { orders } from '@/lib/orders/documents';
import { listPayments } from '@/lib/orders/list-payments';
import { recordPayment } from '@/lib/orders/record-payment';
import { erasePerson } from '@/lib/people/erase-person';
import { exportOwnData } from '@/lib/people/export-own-data';
import { mergeClients } from '@/lib/people/merge-clients';
import { strFromU8, unzipSync } from 'fflate';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, eur, move, read } from '../orders/setup';

const db = setUpDatabase();
const elsewhere = setUpDatabase();
const folder = mkdtempSync(join(tmpdir(), 'fashionflow-ledger-'));
let client: Person;
let couturier: Person;
let owner: Person;

beforeAll(async () => {
  serveFrom(db());
  [client, couturier, owner] = await Promise.all([
    person(db(), 'client', 'Awa Diallo'),
    person(db(), 'couturier', 'Claire Morel'),
    person(db(), 'owner'),
  ]);
});
afterEach(() => void vi.useRealTimers());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const pay = (id: string, amount: number, kind = 'deposit') =>
  call<OrderDto & { code?: string }>(payments.POST, {
    who: couturier,
    params: { id },
    body: { kind, amount: eur(amount), method: 'cash', paidAt: '2026-11-20' },
  });
const takeBack = (id: string, n: number) =>
  call<OrderDto>(onePayment.DELETE, { who: couturier, method: 'DELETE', params: { id, n: `${n}` } });
const entryOf = async (number: string | undefined) => {
  const entry = await ledgerEntries(db()).findOne({ _id: number });
  return { ...entry, body: receiptContent.parse(entry?.body) };
};
/** Everything that is wrong, the orders' payments looked at too. */
async function flaws(house: Database = db()) {
  const { also, ...copy } = await readLedger(house, (session) => listPayments(house, session));
  return verifyLedger(copy, { payments: also });
}

describe('what is paid for an order', () => {
  it('is entered with what its paper says, in the transaction of the order', async () => {
    const order = await confirmed(client, couturier, { title: 'Robe Ondine' });
    const { body } = await pay(order.id, 50_000);
    const [payment] = body.payments;
    expect(payment?.receipt).toMatch(/^R-\d{4}-\d{4}$/);
    const { _id, by, body: said } = await entryOf(payment?.receipt);
    expect(_id).toBe(payment?.receipt);
    expect(by).toEqual({ id: couturier.actor.id.toHexString(), name: 'Claire Morel' });
    expect(said).toMatchObject({
      act: 'payment',
      amount: eur(50_000),
      method: 'cash',
      purpose: 'deposit',
      client: 'Awa Diallo',
      order: { id: order.id, number: order.number, title: 'Robe Ondine' },
      refersTo: [],
      locale: 'fr',
    } satisfies Partial<ReceiptContent>);
    expect(await flaws()).toEqual([]);
  });

  it('and taken back, or given back, is countered by an entry that names it; nothing is marked', async () => {
    const order = await confirmed(client, couturier);
    await pay(order.id, 50_000);
    await pay(order.id, 20_000);
    const before = await ledgerEntries(db()).find().toArray();
    const [first, second] = (await takeBack(order.id, 2)).body.payments;
    const counter = await entryOf(second?.reversed?.receipt);
    expect(counter.body).toMatchObject({ act: 'reversal', amount: eur(-20_000), refersTo: [second?.receipt] });
    const refunded = (await pay(order.id, 10_000, 'refund')).body.payments[2];
    expect((await entryOf(refunded?.receipt)).body).toMatchObject({
      act: 'refund',
      amount: eur(-10_000),
      refersTo: [first?.receipt],
    });
    const again = (await takeBack(order.id, 3)).body.payments[2];
    expect((await entryOf(again?.reversed?.receipt)).body).toMatchObject({
      act: 'reversal',
      amount: eur(10_000),
      refersTo: [refunded?.receipt],
    });
    for (const one of before) expect(await ledgerEntries(db()).findOne({ _id: one._id })).toEqual(one);
    expect(await flaws()).toEqual([]);
  });

  it('that is refused takes no number', async () => {
    const order = await confirmed(client, couturier);
    await pay(order.id, 1_000);
    const before = await ledgerHeads(db()).findOne({ _id: 'receipt' });
    expect((await pay(order.id, 2_000, 'refund')).status).toBe(422);
    // What cannot be entered is not recorded either.
    const next = numberOf('receipt', before?.year ?? 0, (before?.n ?? 0) + 1);
    await ledgerEntries(db()).insertOne({ _id: next } as EntryDocument);
    expect((await pay(order.id, 3_000)).status).toBeGreaterThanOrEqual(409);
    await ledgerEntries(db()).deleteOne({ _id: next });
    expect((await read(couturier, order.id)).body.payments).toHaveLength(1);
    expect(await ledgerHeads(db()).findOne({ _id: 'receipt' })).toEqual(before);
    expect(await flaws()).toEqual([]);
  });

  it('is numbered without a gap or a double, however many record at once', { timeout: 120_000 }, async () => {
    const { id } = await confirmed(client, couturier);
    const model = await orders(db()).findOne({ _id: new ObjectId(id) });
    if (!model) throw new Error('the order is gone');
    const many = Array.from({ length: 50 }, (_, n) => ({ ...model, _id: new ObjectId(), number: `M-${n}` }));
    await orders(db()).insertMany(many);
    const before = (await ledgerHeads(db()).findOne({ _id: 'receipt' }))?.n ?? 0;
    const answers = await Promise.all(
      many.flatMap(({ _id }) => [pay(_id.toHexString(), 1_000), pay(_id.toHexString(), 2_000, 'balance')]),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect((await ledgerHeads(db()).findOne({ _id: 'receipt' }))?.n).toBe(before + 100);
    expect(await flaws()).toEqual([]);
  });

  it('has no gap either where several processes record: the database alone holds it', async () => {
    const order = await confirmed(client, couturier);
    await pay(order.id, 1_000);
    const { body } = (await ledgerEntries(db()).findOne({ 'body.order.id': order.id })) ?? {};
    const before = (await ledgerHeads(db()).findOne({ _id: 'receipt' }))?.n ?? 0;
    const entry = {
      kind: 'receipt',
      body: receiptContent.parse(body),
      by: { id: '', name: '' },
      now: new Date(),
    } as const;
    const many = Array.from({ length: 12 }, () => inTransaction(db(), (session) => issueEntry(db(), entry, session)));
    const numbers = (await Promise.all(many)).map(({ n }) => n).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 12 }, (_, index) => before + 1 + index));
    const found = await flaws();
    expect(found.map(({ flaw }) => flaw)).toEqual(numbers.map(() => 'paymentUnknown'));
    // They were never paid; what comes after them starts from a clean sheet.
    await ledgerEntries(db()).deleteMany({});
    await ledgerHeads(db()).deleteMany({});
    await orders(db()).deleteMany({});
  });

  it('stands still in time while the clock is set back, and never goes back', async () => {
    const { id } = await confirmed(client, couturier);
    await pay(id, 1_000);
    const last = await ledgerHeads(db()).findOne({ _id: 'receipt' });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-02T10:00:00Z') });
    await recordPayment(
      db(),
      couturier.actor,
      id,
      { kind: 'balance', amount: eur(2_000), method: 'cash', paidAt: new Date() },
      async () => undefined,
    );
    vi.useRealTimers();
    expect(await ledgerHeads(db()).findOne({ _id: 'receipt' })).toMatchObject({
      at: last?.at,
      year: last?.year,
      n: (last?.n ?? 0) + 1,
    });
    expect(await flaws()).toEqual([]);
  });
});

describe('the ledger', () => {
  it('begins a new year at one, sealed onto the year before', async () => {
    const { id } = await confirmed(client, couturier);
    const last = await ledgerHeads(db()).findOne({ _id: 'receipt' });
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${(last?.year ?? 0) + 1}-01-01T10:00:00Z`) });
    const { payments: paid } = await recordPayment(
      db(),
      couturier.actor,
      id,
      { kind: 'balance', amount: eur(2_000), method: 'cash', paidAt: new Date() },
      async () => undefined,
    );
    vi.useRealTimers();
    expect(paid[0]?.receipt).toBe(`R-${(last?.year ?? 0) + 1}-0001`);
    expect(await entryOf(paid[0]?.receipt)).toMatchObject({ n: 1, before: last?.hash });
    expect(await flaws()).toEqual([]);
  });

  it('stays as it is when two files become one, and when the person is erased; who asks takes their entries away', async () => {
    const who = await person(db(), 'client', 'Hélène Vasseur');
    const order = await confirmed(who, couturier);
    const { receipt } = (await pay(order.id, 5_000)).body.payments[0] ?? {};
    const bytes = new Uint8Array(await new Response(await exportOwnData(db(), who.actor as ClientActor)).arrayBuffer());
    const mine = JSON.parse(strFromU8(unzipSync(bytes)['ledger.json'] ?? new Uint8Array())) as { number: string }[];
    expect(mine.map(({ number }) => number)).toEqual([receipt]);
    const before = await ledgerEntries(db()).find().toArray();
    const other = await createClientFile(db(), { name: 'Helene V.' });
    const from = who.actor.clientId?.toHexString() ?? '';
    await mergeClients(db(), owner.actor as StaffActor, from, { intoId: other._id.toHexString(), take: [] });
    expect((await read(couturier, order.id)).body.clientId).toBe(other._id.toHexString());
    await move(couturier, order.id, { to: 'cancelled', version: (await read(couturier, order.id)).body.version });
    await erasePerson(db(), other._id, owner.actor.id);
    expect(await accounts(db()).countDocuments({ _id: who.actor.id })).toBe(0);
    expect(await ledgerEntries(db()).find().toArray()).toEqual(before);
    expect(await flaws()).toEqual([]);
  });

  it('is whole in a house that was restored from a backup', { timeout: 90_000 }, async () => {
    const file = join(folder, 'house');
    await writeBackup(db(), { file, root: 'r'.repeat(40) });
    await elsewhere().db.dropDatabase();
    await restoreBackup(elsewhere(), file, undefined);
    expect(await ledgerEntries(elsewhere()).countDocuments()).toBe(await ledgerEntries(db()).countDocuments());
    expect(await flaws(elsewhere())).toEqual([]);
  });
});
