import { ObjectId } from 'mongodb';
import { beforeAll, expect, inject, it } from 'vitest';
import { readLedger } from '@/lib/ledger/copy';
import { verifyLedger } from '@/lib/ledger/verify-ledger';
import { orders } from '@/lib/orders/documents';
import { listPayments } from '@/lib/orders/list-payments';
import { type Person, person, serveFrom } from '../support/call-route';
import { setUpDatabase } from '../support/with-database';
import { confirmed } from '../integration/orders/setup';
import { Child } from './support/child';
import { IS_FULL } from './support/rounds';

const db = setUpDatabase();
const MOST = 200;
const EVERY = IS_FULL ? 1 : 8;
let couturier: Person;
let id: string;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier');
  id = (await confirmed(await person(db(), 'client'), couturier)).id;
});

it(
  'a process that dies anywhere while it records a payment: the payment and its entry are both there, or neither is',
  async () => {
    let deaths = 0;
    for (let step = 1 + Math.floor(Math.random() * EVERY); ; step += EVERY) {
      expect(step, 'the work has an end').toBeLessThan(MOST);
      const args = [inject('mongoUri'), db().db.databaseName, `${step}`, 'pay', id, couturier.actor.id.toHexString()];
      const child = await Child.start({ file: 'tests/faults/support/dies-at.ts', args });
      await child.exited;
      if (!child.killed && !/^\d+$/m.test(child.said)) throw new Error(child.said);
      const { also: payments, ...copy } = await readLedger(db(), (session) => listPayments(db(), session));
      expect(verifyLedger(copy, { payments }), `died at step ${step}`).toEqual([]);
      const order = await orders(db()).findOne({ _id: new ObjectId(id) });
      expect(copy.entries).toHaveLength(order?.payments.length ?? 0);
      if (!child.killed) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(0);
  },
  IS_FULL ? 600_000 : 120_000,
);
