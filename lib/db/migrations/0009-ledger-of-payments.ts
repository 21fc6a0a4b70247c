import { createHash } from 'node:crypto';
import type { ClientSession, Document, ObjectId } from 'mongodb';
import { type Database, inTransaction } from '../client';
import type { Migration } from './migration';

/** The atelier's calendar, on which years are counted. */
const YEAR = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', year: 'numeric' });
const NOTHING_BEFORE = '0'.repeat(64);

interface Payment {
  n: number;
  kind: string;
  amount: { amount: number; currency: string };
  method: string;
  paidAt: Date;
  recordedAt: Date;
  recordedBy: { id: ObjectId; name: string };
  receipt?: string;
  reversed?: { at: Date; by: { id: ObjectId; name: string }; receipt?: string };
}
interface Order {
  _id: ObjectId;
  number: string;
  title: string;
  clientId: ObjectId;
  payments: Payment[];
}
interface Head {
  _id: string;
  year: number;
  n: number;
  at: string;
  hash: string;
  training?: true;
}

/** Form 1 of an entry, as it is for ever: see docs/ledger.md. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

/** Something that is not entered yet: a payment, or that it was taken back. */
interface Todo {
  order: Order['_id'];
  n: number;
  back: boolean;
  day: number;
  written: number;
}

function* todoOf({ _id, payments }: Order): Generator<Todo> {
  for (const { n, paidAt, recordedAt, receipt, reversed } of payments) {
    const [day, written] = [paidAt.getTime(), recordedAt.getTime()];
    if (!receipt) yield { order: _id, n, back: false, day, written };
    if (reversed && !reversed.receipt)
      yield { order: _id, n, back: true, day: Math.max(day, reversed.at.getTime()), written: reversed.at.getTime() };
  }
}

async function enter(db: Database, { order: _id, n, back }: Todo, session: ClientSession): Promise<void> {
  const orders = db.db.collection<Order>('orders');
  const heads = db.db.collection<Head>('ledgerHeads');
  const order = await orders.findOne({ _id }, { session });
  const index = order?.payments.findIndex((one) => one.n === n) ?? -1;
  const payment = order?.payments[index];
  if (!order || !payment || (back ? payment.reversed?.receipt : payment.receipt)) return;
  const head = await heads.findOne({ _id: 'receipt' }, { session });
  const client = await db.db.collection('clients').findOne({ _id: order.clientId }, { session });
  const account =
    client?.['accountId'] && (await db.db.collection('accounts').findOne({ _id: client['accountId'] }, { session }));
  const house =
    (await db.db.collection<Document & { _id: string }>('house').findOne({ _id: 'house' }, { session })) ?? {};
  if (!head) throw new Error('the series of receipts was not opened');
  const now = new Date().toISOString();
  const at = now < head.at ? head.at : now;
  const year = Number(YEAR.format(new Date(at)));
  const place = year === head.year ? head.n + 1 : 1;
  const number = `R-${year}-${String(place).padStart(4, '0')}`;
  const refund = payment.kind === 'refund';
  const sum = payment.amount.amount * (refund === back ? 1 : -1);
  const given = order.payments.filter((one) => one.kind !== 'refund' && one.receipt && !one.reversed?.receipt);
  const by = (back ? payment.reversed?.by : undefined) ?? payment.recordedBy;
  const words = house as { name?: string; address?: string; phone?: string; email?: string };
  const draft = {
    form: 1,
    kind: 'receipt',
    year,
    n: place,
    number,
    at,
    before: head.hash,
    by: { id: by.id.toHexString(), name: by.name },
    origin: head.training ? 'training' : 'takenOver',
    body: {
      act: back ? 'reversal' : refund ? 'refund' : 'payment',
      amount: { amount: sum, currency: payment.amount.currency },
      purpose: payment.kind,
      method: payment.method,
      paidAt: payment.paidAt.toISOString(),
      payment: n,
      order: { id: _id.toHexString(), number: order.number, title: order.title },
      client: (client?.['name'] as string | undefined) ?? '',
      refersTo: back ? [payment.receipt ?? ''] : refund ? given.map(({ receipt }) => receipt ?? '') : [],
      house: {
        name: words.name ?? '',
        address: (words.address ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
        ...(words.phone ? { phone: words.phone } : {}),
        ...(words.email ? { email: words.email } : {}),
      },
      locale: (account as { locale?: string } | null | undefined)?.locale ?? 'fr',
    },
  };
  const hash = createHash('sha256').update(canonical(draft)).digest('hex');
  await heads.updateOne({ _id: 'receipt' }, { $set: { year, n: place, at, hash } }, { session });
  await db.db
    .collection<Document & { _id: string }>('ledgerEntries')
    .insertOne({ _id: number, ...draft, hash }, { session });
  const field = back ? `payments.${index}.reversed.receipt` : `payments.${index}.receipt`;
  await orders.updateOne({ _id }, { $set: { [field]: number } }, { session });
}

/**
 * There is a ledger now. What was paid before is entered in the order of its days, the records that were taken back with their
 * counter-entries, each marked as taken over: the day of the payment is the old one, the hour of the entry is the one of this
 * migration. A house that is there for trying has all of it marked as such. Each in its own transaction with the number on the
 * order, so that one that is cut off goes on where it stopped. A house that took no money has nothing to enter.
 */
export const ledgerOfPayments: Migration = {
  version: 9,
  name: 'ledger-of-payments',
  up: async (db) => {
    const left: Todo[] = [];
    const paid = db.db.collection<Order>('orders').find({ 'payments.0': { $exists: true } });
    for await (const order of paid) left.push(...todoOf(order));
    if (left.length === 0) return;
    const training = (await db.db.collection('demoState').findOne({})) ? { training: true as const } : {};
    await db.db
      .collection<Head>('ledgerHeads')
      .updateOne(
        { _id: 'receipt' },
        { $setOnInsert: { year: 0, n: 0, at: '', hash: NOTHING_BEFORE, ...training } },
        { upsert: true },
      );
    left.sort((a, b) => a.day - b.day || Number(a.back) - Number(b.back) || a.written - b.written || a.n - b.n);
    for (const todo of left) await inTransaction(db, (session) => enter(db, todo, session));
  },
};
