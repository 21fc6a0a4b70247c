import { beforeAll, describe, expect, it } from 'vitest';
import * as exportRoute from '@/app/api/ledger/export/route';
import * as ledger from '@/app/api/ledger/route';
import * as verification from '@/app/api/ledger/verification/route';
import * as onePayment from '@/app/api/orders/[id]/payments/[n]/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import type { StaffActor } from '@/lib/actor';
import { acts } from '@/lib/audit/documents';
import { sumEntries } from '@/lib/books/list-entries';
import type { EntryDto, VerificationDto } from '@/lib/books/schemas';
import { verifyBooks } from '@/lib/books/verify-books';
import { dayKey } from '@/lib/i18n/format';
import { ledgerEntries } from '@/lib/ledger/documents';
import { readExport } from '@/lib/ledger/export-ledger';
import { verifyLedger } from '@/lib/ledger/verify-ledger';
import type { OrderDto } from '@/lib/orders/answers';
import type { Page } from '@/lib/pages';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, eur } from '../orders/setup';

const db = setUpDatabase();
let owner: Person;
let couturier: Person;
let awa: Person;
let first: OrderDto;
let second: OrderDto;

const pay = (id: string, amount: number, kind = 'deposit', method = 'cash') =>
  call<OrderDto>(payments.POST, {
    who: couturier,
    params: { id },
    body: { kind, amount: eur(amount), method, paidAt: '2026-11-20' },
  });
const list = async (query: Record<string, string> = {}) =>
  (await call<Page<EntryDto>>(ledger.GET, { who: owner, query })).body;
const numbers = async (query: Record<string, string>) => (await list(query)).items.map(({ id }) => id.slice(-4));
const verify = async () => (await call<VerificationDto>(verification.GET, { who: owner })).body;

beforeAll(async () => {
  serveFrom(db());
  [owner, couturier, awa] = [
    await person(db(), 'owner', 'Inès Haddad'),
    await person(db(), 'couturier', 'Claire Morel'),
    await person(db(), 'client', 'Awa Diallo'),
  ];
  const nora = await person(db(), 'client', 'Nora Bénali');
  first = await confirmed(awa, couturier, { title: 'Robe Ondine' });
  second = await confirmed(nora, couturier, { title: 'Manteau Équinoxe' });
  await pay(first.id, 50_000);
  await pay(second.id, 20_000, 'deposit', 'card');
  await pay(first.id, 30_000, 'balance', 'transfer');
  await pay(first.id, 10_000, 'refund');
  await call(onePayment.DELETE, { who: couturier, method: 'DELETE', params: { id: second.id, n: '1' } });
});

describe('the ledger, as the owner reads it', () => {
  it('is said newest first: what was entered, what it corrects, by what it was countered', async () => {
    const { items } = await list();
    expect(items.map(({ receipt }) => receipt?.act)).toEqual(['reversal', 'refund', 'payment', 'payment', 'payment']);
    const [reversal, refund, balance, card, deposit] = items;
    expect(reversal?.receipt).toMatchObject({ amount: eur(-20_000), refersTo: [card?.id], client: 'Nora Bénali' });
    expect(card?.receipt).toMatchObject({ counteredBy: reversal?.id, order: { id: second.id, number: second.number } });
    expect(refund?.receipt).toMatchObject({ amount: eur(-10_000), refersTo: [deposit?.id, balance?.id] });
    expect(deposit).toMatchObject({
      kind: 'receipt',
      by: { name: 'Claire Morel' },
      origin: null,
      before: '0'.repeat(64),
      receipt: { counteredBy: null, purpose: 'deposit', method: 'cash', order: { title: 'Robe Ondine' } },
    });
  });

  it('is read page by page, each entry once', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<EntryDto> = await list({ limit: '2', ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen.map((id) => id.slice(-4))).toEqual(['0005', '0004', '0003', '0002', '0001']);
    const found = await list({ limit: '2', q: 'diallo' });
    expect(found.items.map(({ id }) => id.slice(-4))).toEqual(['0004', '0003']);
    expect(await numbers({ limit: '2', q: 'diallo', cursor: found.nextCursor ?? '' })).toEqual(['0001']);
  });

  it('is narrowed by what, by which means, by days of the atelier and by words, accents or none', async () => {
    const today = dayKey(new Date());
    expect(await numbers({ kind: 'receipt' })).toHaveLength(5);
    expect(await numbers({ kind: 'invoice' })).toEqual([]);
    expect(await numbers({ act: 'reversal' })).toEqual(['0005']);
    expect(await numbers({ method: 'card' })).toEqual(['0005', '0002']);
    expect(await numbers({ from: today, to: today })).toHaveLength(5);
    expect(await numbers({ to: '2026-01-01' })).toEqual([]);
    expect(await numbers({ q: 'benali equinoxe' })).toEqual(['0005', '0002']);
    expect(await numbers({ q: second.number })).toEqual(['0005', '0002']);
    const [{ id = '' } = {}] = (await list({ act: 'payment', method: 'card' })).items;
    expect(await numbers({ q: id })).toEqual(['0005', '0002']);
    expect((await call(ledger.GET, { who: owner, query: { act: 'theft' } })).status).toBe(400);
  });

  it('comes to a sum in each currency', async () => {
    const actor = owner.actor as StaffActor;
    const sum = { currency: 'EUR', payment: 100_000, refund: -10_000, reversal: -20_000, total: 70_000, invoiced: 0 };
    expect(await sumEntries(db(), actor, {})).toEqual({ found: 5, sums: [sum] });
    expect(await sumEntries(db(), actor, { q: 'Équinoxe' })).toEqual({
      found: 2,
      sums: [{ currency: 'EUR', payment: 20_000, refund: 0, reversal: -20_000, total: 0, invoiced: 0 }],
    });
  });

  it('is nobody else’s: no stranger, no client, no couturier', async () => {
    for (const route of [ledger, verification, exportRoute]) {
      expect((await callRaw(route.GET)).status).toBe(401);
      for (const who of [couturier, awa]) expect((await callRaw(route.GET, { who })).status).toBe(403);
    }
    await expect(sumEntries(db(), couturier.actor as StaffActor, {})).rejects.toThrow('forbidden');
    await expect(verifyBooks(db(), couturier.actor as StaffActor, 'fr')).rejects.toThrow('forbidden');
  });
});

describe('its verification', () => {
  it('says that the chain holds, how long it is and since when', async () => {
    const [oldest] = (await list()).items.slice(-1);
    expect(await verify()).toMatchObject({
      whole: true,
      entries: 5,
      since: oldest?.at,
      training: false,
      flaws: 0,
      findings: [],
    });
  });

  it('names the entry that was written over, in the reader’s words, at once; the list still opens', async () => {
    const entry = await ledgerEntries(db()).findOne({ n: 3 });
    if (!entry) throw new Error('there is no third entry');
    await verifyBooks(db(), owner.actor as StaffActor, 'fr', 'thisMinute');
    await ledgerEntries(db()).updateOne({ _id: entry._id }, { $set: { 'body.amount.amount': 3 } });
    try {
      const { whole, flaws, findings } = await verify();
      expect(whole).toBe(false);
      expect(flaws).toBe(findings.length);
      expect(findings).toContainEqual({
        flaw: 'changed',
        at: entry._id,
        message: `${entry._id}\u00a0: son contenu n’est pas celui qui a été scellé.`,
      });
      expect(findings.map(({ flaw }) => flaw)).toContain('paymentDiffers');
      await ledgerEntries(db()).updateOne({ _id: entry._id }, { $set: { by: 'nobody' as never, 'body.order': 7 } });
      expect((await list()).items).toHaveLength(4);
      expect(await numbers({ q: 'diallo' })).toHaveLength(2);
      expect((await sumEntries(db(), owner.actor as StaffActor, {})).found).toBe(5);
      expect((await verify()).findings).toContainEqual(expect.objectContaining({ flaw: 'unreadable', at: entry._id }));
    } finally {
      await ledgerEntries(db()).replaceOne({ _id: entry._id }, entry);
    }
    expect((await verify()).whole).toBe(true);
  });
});

describe('its export', () => {
  it('is the whole ledger, verifiable alone, and a line of the journal', async () => {
    const answer = await callRaw(exportRoute.GET, { who: owner });
    expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
    expect(answer.headers.get('content-disposition')).toMatch(/filename="ledger-\d{4}-\d\d-\d\d\.jsonl"/);
    const copy = readExport(await answer.text());
    expect(copy.entries).toHaveLength(5);
    expect(verifyLedger(copy)).toEqual([]);
    const act = await acts(db()).findOne({ kind: 'ledgerExported' });
    expect(act).toMatchObject({ group: 'takeaways', detail: { count: 5 } });
    expect(act?.by?.accountId.equals(owner.actor.id)).toBe(true);
  });
});
