import { readFileSync } from 'node:fs';
import { EJSON } from 'bson';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as quotePdf } from '@/app/api/orders/[id]/quote.pdf/route';
import { GET as receiptPdf } from '@/app/api/orders/[id]/receipt.pdf/route';
import { formatMoney } from '@/lib/i18n/format';
import { listOrders } from '@/lib/orders/list-orders';
import type { OrderDocument } from '@/lib/orders/documents';
import { prepareDatabase } from '@/lib/start/prepare-database';
import { getStats } from '@/lib/stats/get-stats';
import { callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const FIRST = new URL('./fixtures/first-version.jsonl', import.meta.url);

const db = setUpDatabase();
let owner: Person;
/** The orders as the first version left them, in hundredths of a franc. */
let before: OrderDocument[];

// The same house, had it counted in CFA francs.
beforeAll(async () => {
  await db().db.dropDatabase();
  const lines = readFileSync(FIRST, 'utf8').replaceAll('"EUR"', '"XOF"').trim().split('\n');
  for (const line of lines) {
    const [collection, document] = EJSON.parse(line) as [string, object];
    await db().db.collection(collection).insertOne(document);
  }
  before = await db().db.collection<OrderDocument>('orders').find().toArray();
  await prepareDatabase(db());
  serveFrom(db());
  owner = await person(db(), 'owner', 'Inès Haddad');
});

const SPACES = /[\s\u00a0\u202f]+/g;

/** What a paper says, with every space the same. */
async function written(route: typeof quotePdf, id: string): Promise<string> {
  const answer = await callRaw(route, { who: owner, params: { id } });
  expect(answer.status).toBe(200);
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())), {
    mergePages: true,
  });
  return text.replace(SPACES, ' ');
}

const francs = (hundredths: number) =>
  formatMoney('fr', { amount: Math.round(hundredths / 100), currency: 'XOF' }).replace(SPACES, ' ');

describe('a house of the first version that counted in CFA francs', () => {
  it('reads the sums it was shown, on the screen and on its papers', async () => {
    const { items } = await listOrders(db(), owner.actor, { limit: 100 });
    expect(items.length).toBe(before.length);
    const paid = before.filter(({ payments }) => payments.length > 0);
    expect(paid.length).toBeGreaterThan(1);
    for (const old of paid.slice(0, 2)) {
      const id = old._id.toHexString();
      const receipt = await written(receiptPdf, id);
      for (const { amount } of old.payments) expect(receipt).toContain(francs(amount.amount));
      const quote = await written(quotePdf, id);
      for (const { unitPrice } of old.quotes.at(-1)?.lines ?? []) expect(quote).toContain(francs(unitPrice.amount));
      expect(`${receipt} ${quote}`).not.toMatch(/,\d\d F CFA/);
    }
  }, 60_000);

  it('has the revenue it had, in francs', async () => {
    const taken = before.flatMap(({ payments }) => payments.filter(({ reversed }) => !reversed));
    const total = taken.reduce((sum, { kind, amount }) => sum + (kind === 'refund' ? -1 : 1) * amount.amount, 0);
    const { revenue } = await getStats(
      db(),
      { from: '2024-01-01', to: '2026-12-31' },
      new Date('2026-11-30T12:00:00Z'),
    );
    const all = [revenue.total, ...revenue.others].filter(({ currency }) => currency === 'XOF');
    expect(all.map(({ amount }) => amount)).toEqual([Math.round(total / 100)]);
  });
});
