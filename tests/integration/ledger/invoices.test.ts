import { ObjectId } from 'mongodb';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as verification from '@/app/api/ledger/verification/route';
import * as credits from '@/app/api/orders/[id]/invoices/[number]/credit/route';
import * as papers from '@/app/api/orders/[id]/invoices/[number]/invoice.pdf/route';
import * as invoices from '@/app/api/orders/[id]/invoices/route';
import * as onePayment from '@/app/api/orders/[id]/payments/[n]/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import type { VerificationDto } from '@/lib/books/schemas';
import { clients } from '@/lib/clients/documents';
import { house } from '@/lib/house/documents';
import { getHouse } from '@/lib/house/get-house';
import type { TaxIdentity } from '@/lib/house/schemas';
import { sha256 } from '@/lib/ledger/canonical';
import { ledgerEntries, ledgerHeads } from '@/lib/ledger/documents';
import { invoiceContent, paperContent } from '@/lib/ledger/shape';
import type { OrderDto } from '@/lib/orders/answers';
import { orders } from '@/lib/orders/documents';
import { issueInvoice } from '@/lib/orders/issue-invoice';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, confirmed, create, eur, minuteOver, move, type OrderAnswer, quote, read } from '../orders/setup';

// The printing thread reads its sources first.
vi.setConfig({ testTimeout: 90_000 });

const db = setUpDatabase();
let owner: Person;
let couturier: Person;
let awa: Person;

const SUBJECT: Partial<TaxIdentity> = {
  country: 'FR',
  regime: 'subject',
  registration: '123456782',
  vatNumber: 'FR11123456782',
  legalForm: 'SAS',
  capital: '20\u202f000\u202f€',
  registry: 'RCS Paris',
};
const EXEMPT: Partial<TaxIdentity> = { country: 'FR', regime: 'exempt', registration: '123456782', vatNumber: '' };
async function say(tax: Partial<TaxIdentity>): Promise<void> {
  const { tax: before } = await getHouse(db());
  await house(db()).updateOne({ _id: 'house' }, { $set: { tax: { ...before, ...tax } } });
}

const issue = (who: Person | undefined, id: string, body: Record<string, unknown>) =>
  call<OrderAnswer>(invoices.POST, { who, params: { id }, body });
const credit = (who: Person | undefined, id: string, number: string, body: Record<string, unknown>) =>
  call<OrderAnswer>(credits.POST, { who, params: { id, number }, body });
const pay = (id: string, amount: number, kind = 'deposit') =>
  call<OrderAnswer>(payments.POST, {
    who: couturier,
    params: { id },
    body: { kind, amount: eur(amount), method: 'card', paidAt: '2026-11-20' },
  });
const paperOf = async (who: Person | undefined, id: string, number: string) =>
  Buffer.from(await (await callRaw(papers.GET, { who, params: { id, number } })).arrayBuffer());
const textOf = async (bytes: Buffer): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return text.join(' ').replace(/\s+/g, ' ');
};
const verify = async () => (await call<VerificationDto>(verification.GET, { who: owner })).body;
const bodyOf = async (number: string) =>
  invoiceContent.parse((await ledgerEntries(db()).findOne({ _id: number }))?.body);
const newest = (order: OrderDto) => order.invoices.at(-1);

beforeAll(async () => {
  serveFrom(db());
  [owner, couturier, awa] = [
    await person(db(), 'owner', 'Inès Haddad'),
    await person(db(), 'couturier', 'Claire Morel'),
    await person(db(), 'client', 'Awa Diallo'),
  ];
  await getHouse(db());
  await house(db()).updateOne(
    { _id: 'house' },
    { $set: { name: 'Maison Claire', address: '14, rue du Mail\n75002 Paris' } },
  );
});

describe('a house that has not said under which regime it invoices', () => {
  it('issues none by itself, none when asked, and takes its money all the same', async () => {
    await say({ regime: 'unsaid' });
    const { id } = await confirmed(awa, couturier);
    const paid = await pay(id, 50_000);
    expect([paid.status, paid.body.invoices]).toEqual([201, []]);
    const asked = await issue(couturier, id, { act: 'invoice' });
    expect([asked.status, asked.body.code]).toEqual([422, 'tax_unsaid']);
    expect(await ledgerHeads(db()).countDocuments({ n: { $gt: 0 }, _id: { $ne: 'receipt' } })).toBe(0);
  });
});

describe('an order from its deposit to its hand-over', () => {
  let order: OrderDto;

  it('has the invoice of its deposit in the transaction of the payment', async () => {
    await say(SUBJECT);
    order = await confirmed(awa, couturier, { title: 'Robe Clair de lune' });
    // 1 365,00 + 4,2 × 145,00 = 1 974,00; 40 % is 789,60: 658,00 and 131,60 of VAT.
    const { body } = await pay(order.id, 78_960);
    expect(newest(body)).toMatchObject({
      number: expect.stringMatching(/^FA-\d{4}-0001$/) as string,
      act: 'deposit',
      payment: 1,
      total: eur(78_960),
      due: [{ rate: 2000, net: 65_800, vat: 13_160 }],
      issuedBy: { name: 'Claire Morel' },
    });
    const said = await bodyOf(newest(body)?.number ?? '');
    expect(said).toMatchObject({
      seller: {
        name: 'Maison Claire',
        address: ['14, rue du Mail', '75002 Paris'],
        registration: { name: 'SIREN', value: '123456782' },
        vatNumber: 'FR11123456782',
        legalForm: 'SAS',
        registry: 'RCS Paris',
      },
      buyer: { name: 'Awa Diallo' },
      paid: [{ receipt: body.payments[0]?.receipt, amount: 78_960, method: 'card' }],
    });
    expect(said.mentions.join(' ')).not.toContain('L441');
    // Asked for again there is nothing but the rest.
    expect((await issue(couturier, order.id, { act: 'deposit', amount: eur(118_441) })).body.code).toBe('invoice_over');
    expect((await verify()).findings).toEqual([]);
  });

  it('has its invoice with the hand-over: every line, the deposit taken up, what is left by rate', async () => {
    await orders(db()).updateOne({ _id: new ObjectId(order.id) }, { $set: { stage: 'ready' } });
    const current = (await read(couturier, order.id)).body;
    const delivered = await move(couturier, order.id, { to: 'delivered', version: current.version, confirm: true });
    expect(delivered.status).toBe(200);
    // It can be undone for a minute, and an invoice cannot.
    expect(delivered.body.invoices).toHaveLength(1);
    await minuteOver();
    const told = (await read(awa, order.id)).body;
    const [deposit, invoice] = told.invoices;
    expect(invoice).toMatchObject({
      number: expect.stringMatching(/^F-\d{4}-0001$/) as string,
      takesUp: [deposit?.number],
      total: eur(118_440),
      due: [{ rate: 2000, net: 98_700, vat: 19_740 }],
    });
    const said = await bodyOf(invoice?.number ?? '');
    expect(said.lines).toMatchObject([
      { label: 'Façon, robe longue en biais', nature: 'mixed', quantity: 1000, rate: 2000, net: 113_750, vat: 22_750 },
      { label: 'Satin de soie', nature: 'goods', quantity: 4200, unit: 'metre', net: 50_750, vat: 10_150 },
    ]);
    expect(said.rates).toEqual([{ rate: 2000, net: 164_500, vat: 32_900 }]);
    expect(said.suppliedAt).toBe(told.deliveredAt);
    expect((await verify()).findings).toEqual([]);
    order = told;
  });

  it('is printed once, of its entry alone; its duplicate is what everybody after is given', async () => {
    const { number = '' } = newest(order) ?? {};
    const original = await paperOf(awa, order.id, number);
    const words = await textOf(original);
    for (const one of [
      'Facture de solde',
      number,
      'SIREN 123456782',
      'Awa Diallo',
      '1 974,00 €',
      '1 184,40 €',
      'Original',
    ])
      expect(words).toContain(one);
    await house(db()).updateOne({ _id: 'house' }, { $set: { name: 'Autre maison' } });
    const again = await paperOf(couturier, order.id, number);
    await house(db()).updateOne({ _id: 'house' }, { $set: { name: 'Maison Claire' } });
    const kept = await ledgerEntries(db()).findOne({ kind: 'paper', 'body.of': number });
    const sealed = paperContent.parse(kept?.body);
    expect([sha256(original), sha256(again)]).toEqual([sealed.original.sha256, sealed.duplicate.sha256]);
    expect(await textOf(again)).toContain('Duplicata');
    expect((await verify()).findings).toEqual([]);
  });

  it('is countered whole or in part, never beyond, and invoiced anew in one act', async () => {
    const { number = '' } = newest(order) ?? {};
    expect((await credit(couturier, order.id, number, { amount: eur(118_441), reason: 'Geste' })).body.code).toBe(
      'credit_over',
    );
    const partly = await credit(couturier, order.id, number, { amount: eur(10_000), reason: 'Retouche offerte' });
    expect(newest(partly.body)).toMatchObject({
      act: 'credit',
      refersTo: number,
      total: eur(-10_000),
      due: [{ rate: 2000, net: -8_333, vat: -1_667 }],
    });
    expect((await issue(couturier, order.id, { act: 'invoice' })).body.code).toBe('invoice_standing');
    const replaced = await issue(owner, order.id, { act: 'invoice', replace: true });
    expect(replaced.status).toBe(201);
    const [counter, anew] = replaced.body.invoices.slice(-2);
    expect(counter).toMatchObject({ act: 'credit', whole: true, total: eur(-108_440) });
    expect(anew).toMatchObject({ act: 'invoice', total: eur(118_440) });
    const invoiced = replaced.body.invoices.reduce((sum, { total }) => sum + total.amount, 0);
    expect(invoiced).toBe(197_400);
    expect((await credit(couturier, order.id, number, { reason: 'Encore' })).body.code).toBe('credit_settled');
    expect((await verify()).findings).toEqual([]);
    expect(await textOf(await paperOf(awa, order.id, counter?.number ?? ''))).toContain(number);
    order = replaced.body;
  });

  it('is for its couturier and an owner to issue, for its client to read, for nobody else', async () => {
    const { number = '' } = newest(order) ?? {};
    const other = await person(db(), 'couturier', 'Mathieu Roux');
    const stranger = await person(db(), 'client', 'Nora Bénali');
    for (const [who, status] of [
      [undefined, 401],
      [stranger, 403],
      [awa, 403],
      [other, 403],
    ] as const) {
      expect((await issue(who, order.id, { act: 'invoice', replace: true })).status).toBe(status);
      expect((await credit(who, order.id, number, { reason: 'Non' })).status).toBe(status);
    }
    for (const [who, status] of [
      [undefined, 401],
      [stranger, 404],
      [awa, 200],
    ] as const)
      expect((await callRaw(papers.GET, { who, params: { id: order.id, number } })).status).toBe(status);
    const elsewhere = await confirmed(awa, couturier);
    expect((await callRaw(papers.GET, { who: awa, params: { id: elsewhere.id, number } })).status).toBe(404);
    expect((await credit(couturier, elsewhere.id, number, { reason: 'Non' })).status).toBe(404);
  });
});

describe('what else happens to an order', () => {
  it('a deposit that never came is countered with its record', async () => {
    const { id } = await confirmed(awa, couturier);
    await pay(id, 30_000);
    const { body } = await call<OrderAnswer>(onePayment.DELETE, {
      who: couturier,
      method: 'DELETE',
      params: { id, n: '1' },
    });
    expect(body.invoices.map(({ act, total }) => [act, total.amount])).toEqual([
      ['deposit', 30_000],
      ['credit', -30_000],
    ]);
    expect((await verify()).findings).toEqual([]);
  });

  it('a cancelled order has credit notes only; asked for before it is paid, a deposit is invoiced once', async () => {
    const { id, version } = await confirmed(awa, couturier);
    const asked = await issue(couturier, id, { act: 'deposit' });
    expect(newest(asked.body)).toMatchObject({ act: 'deposit', total: eur(78_960) });
    const paid = await pay(id, 78_960);
    expect(paid.body.invoices).toHaveLength(1);
    const cancelled = await move(couturier, id, { to: 'cancelled', version: paid.body.version });
    expect([cancelled.status, version > 0]).toEqual([200, true]);
    expect((await issue(couturier, id, { act: 'invoice' })).body.code).toBe('action_not_allowed');
    const { number = '' } = newest(paid.body) ?? {};
    expect((await credit(couturier, id, number, { reason: 'Commande annulée' })).status).toBe(201);
    expect((await verify()).findings).toEqual([]);
  });

  it('a house without VAT prints by which rule, and cannot repeat a rate that was quoted', async () => {
    const taxed = await confirmed(awa, couturier);
    await say(EXEMPT);
    try {
      expect((await issue(couturier, taxed.id, { act: 'invoice' })).body.code).toBe('invoice_vat');
      const { id } = (await create(awa, { couturierId: couturier.actor.id.toHexString() })).body;
      await quote(couturier, id, {
        lines: Array.from({ length: 45 }, (_, at) => ({
          label: `${at + 1}. Broderie main sur plastron et manches, fil de soie et perles de verre, motif ${at + 1}`,
          quantity: 1 + at / 8,
          unit: at % 3 === 0 ? 'hour' : at % 3 === 1 ? 'metre' : 'piece',
          unitPrice: eur(1_999 + at),
        })),
        validUntil: '2099-01-01',
        depositPercent: 30,
      });
      await acceptQuote(awa, id);
      await clients(db()).updateOne(
        { name: 'Awa Diallo' },
        {
          $set: {
            company:
              'Société internationale de haute couture et de confection artistique السيدة فاطمة الزهراء بنت محمد',
            registration: '732829320',
            vatNumber: 'FR44732829320',
            address: '27, rue des Martyrs\n75009 Paris\nFrance',
          },
        },
      );
      const { body } = await issue(couturier, id, { act: 'invoice' });
      const { number = '', total } = newest(body) ?? {};
      const said = await bodyOf(number);
      expect(said.rates).toEqual([{ rate: 0, net: total?.amount, vat: 0 }]);
      expect(said.mentions.join(' ')).toContain('TVA non applicable, art. 293 B du CGI');
      expect(said.mentions.join(' ')).toContain('indemnité forfaitaire de 40');
      expect(said.buyer).toMatchObject({
        registration: { name: 'SIREN', value: '732829320' },
        vatNumber: 'FR44732829320',
      });
      expect(new Date(said.dueAt).getTime() - Date.now()).toBeGreaterThan(29 * 86_400_000);
      const paper = await paperOf(awa, id, number);
      const words = await textOf(paper);
      for (const one of ['TVA non applicable, art. 293 B du CGI', '45. Broderie', 'SIREN 732829320', '3/'])
        expect(words).toContain(one);
      expect(words).not.toContain('hors taxe');
    } finally {
      await say(SUBJECT);
      await clients(db()).updateOne(
        { name: 'Awa Diallo' },
        { $unset: { company: '', registration: '', vatNumber: '' } },
      );
    }
  });
});

describe('a company without an address', () => {
  const says = (part: Record<string, string>) => clients(db()).updateOne({ name: 'Awa Diallo' }, { $set: part });

  it('pays and is handed its piece without an invoice, and is invoiced once the address is there', async () => {
    await say(SUBJECT);
    const { id } = await confirmed(awa, couturier);
    await says({ company: 'Atelier Diallo SARL', address: ' ' });
    try {
      const paid = await pay(id, 50_000);
      expect([paid.status, paid.body.invoices]).toEqual([201, []]);
      for (const act of ['deposit', 'invoice']) {
        const asked = await issue(couturier, id, { act });
        expect([asked.status, asked.body.code]).toEqual([422, 'buyer_address_missing']);
      }
      await orders(db()).updateOne({ _id: new ObjectId(id) }, { $set: { stage: 'ready' } });
      const { version } = (await read(couturier, id)).body;
      expect((await move(couturier, id, { to: 'delivered', version, confirm: true })).status).toBe(200);
      await minuteOver();
      expect((await read(awa, id)).body.invoices).toEqual([]);
      await says({ address: '27, rue des Martyrs\n75009 Paris' });
      const invoiced = await issue(couturier, id, { act: 'invoice' });
      expect(invoiced.status).toBe(201);
      expect((await bodyOf(newest(invoiced.body)?.number ?? '')).buyer).toMatchObject({
        company: 'Atelier Diallo SARL',
        address: ['27, rue des Martyrs', '75009 Paris'],
      });
    } finally {
      await clients(db()).updateOne({ name: 'Awa Diallo' }, { $unset: { company: '', address: '' } });
    }
  });
});

describe('a hundred at once', () => {
  it('have a hundred numbers, without a gap and none twice', async () => {
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) ids.push((await confirmed(awa, couturier)).id);
    const before = (await ledgerHeads(db()).findOne({ _id: 'depositInvoice' }))?.n ?? 0;
    // Twenty of each order race for the order and for the series; who came too late for the order is told to come again.
    const one = async (id: string): Promise<void> => {
      for (let again = 0; again < 200; again += 1) {
        try {
          await issueInvoice(db(), couturier.actor, id, { act: 'deposit', amount: eur(500) }, () => Promise.resolve());
          return;
        } catch (error) {
          if ((error as { code?: unknown }).code !== 'conflict') throw error;
        }
      }
      throw new Error('two hundred times too late');
    };
    await Promise.all(Array.from({ length: 100 }, (_, at) => one(ids[at % 5] ?? '')));
    const places = await ledgerEntries(db()).find({ kind: 'depositInvoice' }).sort({ n: 1 }).toArray();
    expect(places.map(({ n }) => n)).toEqual(Array.from({ length: before + 100 }, (_, at) => at + 1));
    for (const id of ids) {
      const stored = await orders(db()).findOne({ _id: new ObjectId(id) });
      expect(new Set(stored?.invoices.map(({ number }) => number)).size).toBe(20);
    }
    expect((await verify()).findings).toEqual([]);
  }, 120_000);
});

describe('somebody who writes into the database', () => {
  it('is found: an entry, what the order says of it, and its being there at all', async () => {
    const { id } = await confirmed(awa, couturier);
    const { body } = await issue(couturier, id, { act: 'deposit', amount: eur(10_000) });
    const { number = '' } = newest(body) ?? {};
    const entry = await ledgerEntries(db()).findOne({ _id: number });
    if (!entry) throw new Error('it was not entered');
    await ledgerEntries(db()).updateOne({ _id: number }, { $set: { 'body.total.amount': 1 } });
    const flaws = (await verify()).findings.map(({ flaw, at }) => `${flaw} ${at}`);
    for (const flaw of ['changed', 'sumsWrong', 'invoiceDiffers']) expect(flaws).toContain(`${flaw} ${number}`);
    await ledgerEntries(db()).replaceOne({ _id: number }, entry);
    const _id = new ObjectId(id);
    await orders(db()).updateOne({ _id }, { $set: { 'invoices.0.total.amount': 1 } });
    expect((await verify()).findings).toMatchObject([{ flaw: 'invoiceDiffers', at: number }]);
    await orders(db()).updateOne({ _id }, { $set: { invoices: [] } });
    expect((await verify()).findings).toMatchObject([{ flaw: 'invoiceUnknown', at: number }]);
  });
});
