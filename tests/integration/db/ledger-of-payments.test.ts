import { ObjectId } from 'mongodb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/lib/db/client';
import { ledgerOfPayments } from '@/lib/db/migrations/0009-ledger-of-payments';
import { readLedger } from '@/lib/ledger/copy';
import { ledgerHeads } from '@/lib/ledger/documents';
import type { LedgerEntry, ReceiptContent } from '@/lib/ledger/shape';
import { verifyLedger } from '@/lib/ledger/verify-ledger';
import { listPayments } from '@/lib/orders/list-payments';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const claire = { id: new ObjectId(), name: 'Claire Morel' };
const client = new ObjectId();
const day = (text: string) => new Date(`${text}T10:00:00Z`);
const payment = (n: number, kind: string, sum: number, on: string, reversed?: string) => ({
  n,
  kind,
  amount: { amount: sum, currency: 'EUR' },
  method: 'cash',
  paidAt: day(on),
  recordedAt: day(on),
  recordedBy: claire,
  ...(reversed ? { reversed: { at: day(reversed), by: claire } } : {}),
});
const order = (number: string, payments: ReturnType<typeof payment>[]) => ({
  _id: new ObjectId(),
  number,
  title: 'Robe',
  clientId: client,
  payments,
});

const old = db as () => Database;
beforeEach(async () => {
  for (const name of ['orders', 'clients', 'house', 'demoState', 'ledgerEntries', 'ledgerHeads'])
    await old().db.collection(name).deleteMany({});
  await old().db.collection('clients').insertOne({ _id: client, name: 'Awa Diallo' });
  await old()
    .db.collection<{ _id: string }>('house')
    .insertOne({ _id: 'house', name: 'Maison Seck', address: '1, rue du Mail\n 75002 Paris ' } as { _id: string });
  await old()
    .db.collection('orders')
    .insertMany([
      order('FF-2026-0002', [
        payment(1, 'deposit', 5_000, '2026-03-02'),
        payment(2, 'balance', 700, '2026-05-01', '2026-05-02'),
      ]),
      order('FF-2026-0001', [
        payment(1, 'deposit', 9_000, '2026-02-01'),
        payment(2, 'refund', 1_000, '2026-04-01'),
        payment(3, 'refund', 2_000, '2026-04-02', '2026-04-03'),
      ]),
      order('FF-2026-0003', []),
    ]);
});

async function whole() {
  const { also, ...copy } = await readLedger(db(), (session) => listPayments(db(), session));
  expect(verifyLedger(copy, { payments: also })).toEqual([]);
  return copy.entries as LedgerEntry[];
}
const told = (entries: LedgerEntry[]) =>
  entries.map(({ n, body }) => {
    const { act, amount, order: of, refersTo } = body as ReceiptContent;
    return [n, of.number, act, amount.amount, refersTo.map((one) => Number(one.slice(-4)))];
  });
const EXPECTED = [
  [1, 'FF-2026-0001', 'payment', 9_000, []],
  [2, 'FF-2026-0002', 'payment', 5_000, []],
  [3, 'FF-2026-0001', 'refund', -1_000, [1]],
  [4, 'FF-2026-0001', 'refund', -2_000, [1]],
  [5, 'FF-2026-0001', 'reversal', 2_000, [4]],
  [6, 'FF-2026-0002', 'payment', 700, []],
  [7, 'FF-2026-0002', 'reversal', -700, [6]],
];

describe('0009 ledger-of-payments', () => {
  it('enters what was paid before in the order of its days, counter-entries too, as the ledger of today would', async () => {
    await ledgerOfPayments.up(db());
    const entries = await whole();
    expect(told(entries)).toEqual(EXPECTED);
    expect(new Set(entries.map(({ origin }) => origin))).toEqual(new Set(['takenOver']));
    expect(entries[0]).toMatchObject({
      by: { id: claire.id.toHexString(), name: 'Claire Morel' },
      body: { client: 'Awa Diallo', house: { name: 'Maison Seck', address: ['1, rue du Mail', '75002 Paris'] } },
    });
    await ledgerOfPayments.up(db());
    expect(await whole()).toEqual(entries);
  });

  it('goes on where it was cut off, in the same order', async () => {
    // The transaction of the fourth entry fails once, then that of the sixth.
    for (const stop of [4, 6]) {
      let begun = 0;
      const failing: Database = {
        ...db(),
        db: db().db,
        client: new Proxy(db().client, {
          get: (target, key) => {
            if (key === 'withSession' && ++begun + (stop === 6 ? 3 : 0) === stop) throw new Error('cut off');
            const value: unknown = Reflect.get(target, key);
            return typeof value === 'function' ? (value.bind(target) as unknown) : value;
          },
        }),
      };
      await expect(ledgerOfPayments.up(failing)).rejects.toThrow('cut off');
    }
    await ledgerOfPayments.up(db());
    expect(told(await whole())).toEqual(EXPECTED);
  });

  it('marks what was made for trying, and begins nothing where nothing was paid', async () => {
    await old().db.collection<{ _id: string }>('demoState').insertOne({ _id: 'demo' });
    await ledgerOfPayments.up(db());
    expect(new Set((await whole()).map(({ origin }) => origin))).toEqual(new Set(['training']));
    expect(await ledgerHeads(db()).findOne({})).toMatchObject({ training: true });
    for (const name of ['orders', 'ledgerEntries', 'ledgerHeads']) await old().db.collection(name).deleteMany({});
    await ledgerOfPayments.up(db());
    expect(await ledgerHeads(db()).countDocuments()).toBe(0);
  });
});
