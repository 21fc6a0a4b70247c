import { beforeAll, expect, inject, it } from 'vitest';
import * as payments from '@/app/api/orders/[id]/payments/route';
import { readLedger } from '@/lib/ledger/copy';
import { verifyLedger } from '@/lib/ledger/verify-ledger';
import { listPayments } from '@/lib/orders/list-payments';
import { confirmed, eur } from '../integration/orders/setup';
import { call, type Person, person, serveFrom } from '../support/call-route';
import { setUpDatabase } from '../support/with-database';
import { Child } from './support/child';
import { IS_FULL } from './support/rounds';

const db = setUpDatabase();
const MOST = 200;
const EVERY = IS_FULL ? 1 : 12;
let couturier: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier');
  const { id } = await confirmed(await person(db(), 'client'), couturier);
  const body = { kind: 'deposit', amount: eur(10_000), method: 'cash', paidAt: '2026-11-20' };
  await call(payments.POST, { who: couturier, params: { id }, body });
});

it(
  'a process that dies anywhere while it closes a day: the closing is there whole, or not at all',
  async () => {
    let deaths = 0;
    for (let step = 1 + Math.floor(Math.random() * EVERY); ; step += EVERY) {
      expect(step, 'the work has an end').toBeLessThan(MOST);
      const account = couturier.actor.id.toHexString();
      const args = [inject('mongoUri'), db().db.databaseName, `${step}`, 'close', `${step}`, account];
      const child = await Child.start({ file: 'tests/faults/support/dies-at.ts', args });
      await child.exited;
      if (!child.killed && !/^\d+$/m.test(child.said)) throw new Error(child.said);
      const { also: paid, ...copy } = await readLedger(db(), (session) => listPayments(db(), session));
      expect(verifyLedger(copy, { payments: paid }), `died at step ${step}`).toEqual([]);
      if (!child.killed) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(0);
  },
  IS_FULL ? 900_000 : 240_000,
);
