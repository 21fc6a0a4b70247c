import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as books from '@/app/api/ledger/books/route';
import * as vat from '@/app/api/ledger/vat/route';
import * as invoices from '@/app/api/orders/[id]/invoices/route';
import * as onePayment from '@/app/api/orders/[id]/payments/[n]/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import { acts } from '@/lib/audit/documents';
import type { StaffActor } from '@/lib/actor';
import { archiveFingerprint } from '@/lib/books/take-books';
import { closePeriod } from '@/lib/books/close-period';
import type { VatDto } from '@/lib/books/schemas';
import { house } from '@/lib/house/documents';
import { getHouse } from '@/lib/house/get-house';
import { dayKey } from '@/lib/i18n/format';
import { readArchive } from '@/lib/ledger/archive';
import { ledgerEntries } from '@/lib/ledger/documents';
import { closingContent } from '@/lib/ledger/shape';
import { grossOf, together } from '@/lib/ledger/totals';
import { verifyLedger } from '@/lib/ledger/verify-ledger';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, eur, type OrderAnswer } from '../orders/setup';

vi.setConfig({ testTimeout: 60_000 });
const db = setUpDatabase();
const today = dayKey(new Date());
let owner: Person;
let couturier: Person;
let awa: Person;
let order: OrderAnswer;

const pay = (amount: number, method: string, kind = 'deposit') =>
  call<OrderAnswer>(payments.POST, {
    who: couturier,
    params: { id: order.id },
    body: { kind, amount: eur(amount), method, paidAt: today },
  });
const take = async (format: string, who: Person | undefined = owner) => {
  const answer = await callRaw(books.GET, { who, query: { format, from: today, to: today } });
  return { status: answer.status, name: answer.headers.get('content-disposition') ?? '', text: await answer.text() };
};
const readVat = async () => (await call<VatDto>(vat.GET, { who: owner, query: { from: today, to: today } })).body;

beforeAll(async () => {
  serveFrom(db());
  [owner, couturier, awa] = [
    await person(db(), 'owner', 'Inès Haddad'),
    await person(db(), 'couturier', 'Claire Morel'),
    await person(db(), 'client', 'Awa Diallo'),
  ];
  await getHouse(db());
  const tax = {
    'tax.country': 'FR',
    'tax.regime': 'subject',
    'tax.registration': '123456782',
    'tax.vatNumber': 'FR11123456782',
  };
  await house(db()).updateOne(
    { _id: 'house' },
    { $set: { name: 'Maison Claire', address: '14, rue du Mail', ...tax } },
  );
  // 1 974,00 with VAT at 20 %.
  order = (await confirmed(awa, couturier, { title: 'Robe Ondine' })) as OrderAnswer;
  await pay(78_960, 'cash');
  await pay(10_000, 'card');
  await call(onePayment.DELETE, { who: couturier, method: 'DELETE', params: { id: order.id, n: '2' } });
  await call(invoices.POST, { who: couturier, params: { id: order.id }, body: { act: 'invoice' } });
  await pay(197_400 - 78_960, 'transfer', 'balance');
  const actor = owner.actor as StaffActor;
  const cash = { opening: 10_000, counted: 88_000, left: 10_000, word: 'Monnaie' };
  await closePeriod(db(), actor, { span: 'day', period: today, cash });
});

describe('the journal of VAT', () => {
  it('comes to the VAT of what was invoiced and paid, and each line names the entry behind it', async () => {
    const { sums, lines, isOpen } = await readVat();
    expect(isOpen).toBe(false);
    expect(sums).toEqual([{ currency: 'EUR', rates: [{ rate: 2000, net: 164_500, vat: 32_900 }], unsaid: 0 }]);
    expect(together(...lines.map(({ due }) => due))).toEqual(sums[0]?.rates);
    for (const { id } of lines) expect(await ledgerEntries(db()).findOne({ _id: id })).not.toBeNull();
    expect(lines.find(({ cause }) => cause === 'invoiced')?.id).toMatch(/^F-/);
  });
});

describe('what an accountant takes away', () => {
  it('is a table whose columns come to what the closing says', async () => {
    const { name, text } = await take('csv');
    expect(name).toContain(`ledger-${today}-${today}.csv`);
    const rows = text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.slice(1, -1).split('";"'));
    const sum = (at: number) =>
      rows.reduce((all, cells) => all + Math.round(Number((cells[at] ?? '').replace(',', '.')) * 100), 0);
    const closing = await ledgerEntries(db()).findOne({ 'body.span': 'day' });
    const [euros] = closingContent.parse(closing?.body).totals;
    expect(sum(8)).toBe((euros?.received.in ?? 0) + (euros?.received.out ?? 0));
    expect(sum(9)).toBe(grossOf(euros?.vat.invoiced ?? []));
    expect(rows.every((cells) => cells[13] === closing?._id)).toBe(true);
  });

  it('is the file of accounting entries, balanced, under its name of law', async () => {
    const { name, text } = await take('fec');
    expect(name).toContain(`"123456782FEC${today.replaceAll('-', '')}.txt"`);
    const rows = text
      .trimEnd()
      .split('\r\n')
      .slice(1)
      .map((row) => row.split('\t'));
    const byEntry = new Map<string, number>();
    const cents = (cell: string | undefined) => Math.round(Number((cell ?? '').replace(',', '.')) * 100);
    const accounts = new Map<string, number>();
    for (const cells of rows) {
      const sum = cents(cells[11]) - cents(cells[12]);
      byEntry.set(cells[2] ?? '', (byEntry.get(cells[2] ?? '') ?? 0) + sum);
      accounts.set(cells[4] ?? '', (accounts.get(cells[4] ?? '') ?? 0) + sum);
    }
    expect([...byEntry.values()].every((sum) => sum === 0)).toBe(true);
    // Everything was paid: the client owes nothing, and no deposit is left open.
    expect(accounts.get('411000')).toBe(0);
    expect(accounts.get('419100')).toBe(0);
    expect(accounts.get('445710')).toBe(-32_900);
    expect(accounts.get('530000')).toBe(10_000);
    expect(accounts.get('512000')).toBe(118_440);
    expect(accounts.get('658000')).toBe(960);
  });

  it('is the archive, signed with the key the page names, and whole without the house', async () => {
    const { name, text } = await take('archive');
    expect(name).toMatch(/"archive-\d{4}-\d\d-\d\d\.jsonl"/);
    const { copy, isSound, fingerprint } = readArchive(text);
    expect([isSound, fingerprint]).toEqual([true, await archiveFingerprint()]);
    expect(verifyLedger(copy)).toEqual([]);
    expect(await acts(db()).countDocuments({ kind: 'ledgerExported' })).toBeGreaterThanOrEqual(3);
  });

  it('is the owner’s alone, of days that are days; the FEC is of a house in France', async () => {
    for (const who of [couturier, awa]) {
      expect((await take('csv', who)).status).toBe(403);
      expect((await callRaw(vat.GET, { who, query: { from: today, to: today } })).status).toBe(403);
    }
    expect(
      (await callRaw(books.GET, { who: owner, query: { format: 'csv', from: today, to: '2000-01-01' } })).status,
    ).toBe(400);
    await house(db()).updateOne({ _id: 'house' }, { $set: { 'tax.country': 'SN' } });
    const refused = await take('fec');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('fec_country');
  });
});
