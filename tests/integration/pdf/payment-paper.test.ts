import { createHash } from 'node:crypto';
import { ObjectId } from 'mongodb';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as verification from '@/app/api/ledger/verification/route';
import * as onePayment from '@/app/api/orders/[id]/payments/[n]/route';
import * as receipt from '@/app/api/orders/[id]/payments/[n]/receipt.pdf/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import type { VerificationDto } from '@/lib/books/schemas';
import { ledgerEntries, ledgerHeads, ledgerPapers } from '@/lib/ledger/documents';
import { openSeries } from '@/lib/ledger/issue-entry';
import { paperContent } from '@/lib/ledger/shape';
import type { OrderDto } from '@/lib/orders/answers';
import { orders } from '@/lib/orders/documents';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, eur } from '../orders/setup';

// The printing thread reads its sources first.
vi.setConfig({ testTimeout: 90_000 });

const db = setUpDatabase();
let client: Person;
let couturier: Person;
let owner: Person;

beforeAll(async () => {
  serveFrom(db());
  [client, couturier, owner] = [
    await person(db(), 'client', 'Éléonore Łukasiewicz'),
    await person(db(), 'couturier', 'Claire Morel'),
    await person(db(), 'owner', 'Inès Haddad'),
  ];
});

beforeEach(async () => {
  for (const collection of [ledgerEntries(db()), ledgerHeads(db()), ledgerPapers(db()), orders(db())])
    await collection.deleteMany({} as never);
});

const pay = async (id: string, amount: number, kind = 'deposit') => {
  const { body } = await call<OrderDto>(payments.POST, {
    who: couturier,
    params: { id },
    body: { kind, amount: eur(amount), method: 'cash', paidAt: '2026-11-20' },
  });
  return body.payments.at(-1);
};
const ask = (who: Person | undefined, id: string, n = '1') => callRaw(receipt.GET, { who, params: { id, n } });
const bytesOf = async (answer: Response): Promise<Buffer> => {
  expect(answer.status).toBe(200);
  return Buffer.from(await answer.arrayBuffer());
};
const textOf = async (bytes: Buffer): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)));
  return text.join(' ').replace(/\s+/g, ' ');
};
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const verify = async () => (await call<VerificationDto>(verification.GET, { who: owner })).body;

describe('the receipt of a payment', () => {
  it('is made once of what was entered, kept with its hash in the chain, and a duplicate for whoever asks again', async () => {
    const { id, number } = await confirmed(client, couturier, { title: 'Robe Clair de lune' });
    const payment = await pay(id, 64_500);
    const first = await ask(client, id);
    expect(first.headers.get('content-type')).toBe('application/pdf');
    expect(decodeURIComponent(first.headers.get('content-disposition') ?? '')).toContain(
      `Reçu ${payment?.receipt}.pdf`,
    );
    const original = await bytesOf(first);
    const words = await textOf(original);
    for (const one of [
      'Reçu',
      payment?.receipt ?? '',
      'Original',
      'Éléonore Łukasiewicz',
      number,
      'Robe Clair de lune',
      'Acompte, espèces',
      '645,00 €',
      'six cent quarante-cinq euros',
      'Claire Morel',
      'n’est pas une facture',
    ])
      expect(words).toContain(one);
    expect(words).not.toContain('Duplicata');

    const sealed = await ledgerEntries(db()).findOne({ kind: 'paper' });
    const body = paperContent.parse(sealed?.body);
    expect(sealed).toMatchObject({ n: 1, by: { name: 'Éléonore Łukasiewicz' } });
    expect(body).toMatchObject({ of: payment?.receipt, original: { sha256: digest(original) } });

    // What the house or the order is called later is not what was entered.
    await orders(db()).updateOne({ _id: new ObjectId(id) }, { $set: { title: 'Autre chose' } });
    const again = await bytesOf(await ask(couturier, id));
    expect(digest(again)).toBe(body.duplicate.sha256);
    expect(digest(await bytesOf(await ask(client, id)))).toBe(body.duplicate.sha256);
    const marked = await textOf(again);
    for (const one of ['Duplicata', 'Robe Clair de lune', '645,00 €']) expect(marked).toContain(one);
    expect(await ledgerEntries(db()).countDocuments({ kind: 'paper' })).toBe(1);
    expect(await verify()).toMatchObject({ whole: true, entries: 2 });
  });

  it('is one, however many ask for it first', async () => {
    const { id } = await confirmed(client, couturier);
    await pay(id, 10_000);
    const answers = await Promise.all([client, couturier, owner].map(async (who) => bytesOf(await ask(who, id))));
    expect(await ledgerPapers(db()).countDocuments()).toBe(1);
    const texts = await Promise.all(answers.map(textOf));
    expect(texts.filter((text) => text.includes('Original'))).toHaveLength(1);
    expect((await verify()).whole).toBe(true);
  });

  it('says what was given back, and of a record taken back that it was, with the number of what it reverses', async () => {
    const { id } = await confirmed(client, couturier);
    const deposit = await pay(id, 50_000);
    const refund = await pay(id, 20_000, 'refund');
    const given = await textOf(await bytesOf(await ask(client, id, '2')));
    for (const one of ['Remboursement', refund?.receipt ?? '', 'Rend sur', deposit?.receipt ?? '', '200,00 €'])
      expect(given).toContain(one);
    await call(onePayment.DELETE, { who: couturier, method: 'DELETE', params: { id, n: '2' } });
    const reversed = await textOf(await bytesOf(await ask(client, id, '2')));
    for (const one of ['Annulation', 'Annule', refund?.receipt ?? '', 'Original']) expect(reversed).toContain(one);
    expect((await verify()).whole).toBe(true);
  });

  it('is marked as a trial in a house that is there for trying, and so is the entry of the paper', async () => {
    await openSeries(db(), 'receipt', true);
    const { id } = await confirmed(client, couturier);
    await pay(id, 10_000);
    expect(await textOf(await bytesOf(await ask(client, id)))).toContain('aucun argent n’a été reçu');
    expect(await ledgerEntries(db()).findOne({ kind: 'paper' })).toMatchObject({ origin: 'training' });
  });

  it('is for whoever may read the payment, and for nobody else', async () => {
    const { id } = await confirmed(client, couturier);
    await pay(id, 10_000);
    const stranger = await person(db(), 'client');
    const closed = await person(db(), 'couturier', undefined, { disabled: true });
    for (const [who, status] of [
      [undefined, 401],
      [stranger, 404],
      [closed, 401],
    ] as const)
      expect((await ask(who, id)).status).toBe(status);
    expect((await ask(client, id, '2')).status).toBe(404);
    expect((await ask(client, id, '0')).status).toBe(400);
    expect((await ask(couturier, new ObjectId().toHexString())).status).toBe(404);
    expect(await ledgerPapers(db()).countDocuments()).toBe(0);
  });

  it('whose bytes were changed is found and named; so is one that is gone', async () => {
    const { id } = await confirmed(client, couturier);
    await pay(id, 10_000);
    await bytesOf(await ask(client, id));
    const paper = await ledgerPapers(db()).findOne();
    if (!paper) throw new Error('no paper was kept');
    const bytes = Buffer.from(paper.original.buffer);
    bytes[bytes.length - 8] = (bytes[bytes.length - 8] ?? 0) ^ 1;
    await ledgerPapers(db()).updateOne({ _id: paper._id }, { $set: { original: bytes as never } });
    expect((await verify()).findings).toMatchObject([{ flaw: 'paperDiffers', at: paper._id }]);
    await ledgerPapers(db()).deleteOne({ _id: paper._id });
    expect((await verify()).findings).toMatchObject([{ flaw: 'paperGone', at: paper._id }]);
    await ledgerPapers(db()).insertOne(paper);
    expect((await verify()).whole).toBe(true);
  });
});
