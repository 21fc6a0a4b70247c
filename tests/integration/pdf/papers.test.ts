import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { POST as keepPaper } from '@/app/api/orders/[id]/agreement/paper/route';
import { extractText, getDocumentProxy } from 'unpdf';
import * as measure from '@/app/api/clients/[id]/measurements/route';
import * as cutting from '@/app/api/orders/[id]/cutting-approval.pdf/route';
import * as onePayment from '@/app/api/orders/[id]/payments/[n]/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import * as quotePdf from '@/app/api/orders/[id]/quote.pdf/route';
import * as statement from '@/app/api/orders/[id]/receipt.pdf/route';
import * as sheet from '@/app/api/orders/[id]/sheet.pdf/route';
import { createClientFile } from '@/lib/clients/create-client';
import { files, uploads } from '@/lib/files/documents';
import type { OrderDto } from '@/lib/orders/answers';
import type { DefinedRoute } from '@/lib/web/define-route';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, confirmed, create, drawUp, eur, move, quote, QUOTE, signSheet, walk } from '../orders/setup';

// The printing thread reads its sources first.
vi.setConfig({ testTimeout: 90_000 });

const db = setUpDatabase();
let client: Person;
let couturier: Person;
let owner: Person;
let stranger: Person;
let disabled: Person;

beforeAll(async () => {
  serveFrom(db());
  [client, couturier, owner, stranger, disabled] = await Promise.all([
    person(db(), 'client', 'Éléonore Łukasiewicz-Nguyễn'),
    person(db(), 'couturier', 'Claire Morel'),
    person(db(), 'owner'),
    person(db(), 'client'),
    person(db(), 'couturier', undefined, { disabled: true }),
  ]);
});

const read = (route: { GET: DefinedRoute }, who: Person | undefined, id: string, query?: Record<string, string>) =>
  callRaw(route.GET, { who, params: { id }, query });

/** Calls for a paper and reads what is written on it. */
async function written(...asked: Parameters<typeof read>): Promise<{ pages: string[]; text: string }> {
  const answer = await read(...asked);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await answer.arrayBuffer())));
  const pages = text.map((page) => page.replace(/\s+/g, ' '));
  return { pages, text: pages.join(' ') };
}

const order = (body: Record<string, unknown> = {}): Promise<OrderDto> =>
  confirmed(client, couturier, { title: 'Robe Clair de lune', ...body });

describe('who reads a paper', () => {
  it('the two people and the house; nobody learns that somebody else’s order exists', async () => {
    const { id, version } = await order();
    await call(payments.POST, {
      who: couturier,
      params: { id },
      body: { kind: 'deposit', amount: eur(50_000), method: 'transfer', paidAt: new Date().toISOString() },
    });
    expect(version).toBeGreaterThan(0);
    await drawUp(couturier, id);
    await signSheet(couturier, id);
    const table = [
      [undefined, 401, 401],
      [stranger, 404, 403],
      [disabled, 401, 401],
      [client, 200, 403],
      [couturier, 200, 200],
      [owner, 200, 200],
    ] as const;
    for (const [who, both, house] of table) {
      for (const route of [quotePdf, statement, cutting]) expect((await read(route, who, id)).status).toBe(both);
      expect((await read(sheet, who, id)).status).toBe(house);
    }
    for (const route of [quotePdf, statement, cutting, sheet])
      expect((await read(route, couturier, new ObjectId().toHexString())).status).toBe(404);
  });

  it('what is not there is not found: no quote, no payment, no sheet', async () => {
    const { id } = (await create(client, { couturierId: couturier.actor.id.toHexString() })).body;
    for (const route of [quotePdf, statement, cutting]) expect((await read(route, client, id)).status).toBe(404);
    await quote(couturier, id);
    await acceptQuote(client, id);
    expect((await read(quotePdf, client, id, { n: '2' })).status).toBe(404);
    expect((await read(quotePdf, client, id, { n: '0' })).status).toBe(400);
    expect((await read(quotePdf, client, id, { size: 'A5' })).status).toBe(400);
  });
});

describe('a quote', () => {
  it('says its lines, tax, sum, deposit and who agreed, in both languages; every letter of a name is there', async () => {
    const { id, number } = await order();
    const answer = await read(quotePdf, client, id);
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
    expect(answer.headers.get('content-disposition')).toBe(
      `inline; filename="Devis ${number} version 1.pdf"; filename*=UTF-8''Devis%20${number}%20version%201.pdf`,
    );
    const { text } = await written(quotePdf, client, id);
    for (const words of [
      'Devis',
      number,
      'Éléonore Łukasiewicz-Nguyễn',
      'Façon, robe longue en biais',
      '1 365,00 €',
      '4,2 m',
      '609,00 €',
      'TVA 20 %',
      '329,00 €',
      '1 974,00 €',
      'Acompte de 40 %',
      'Bon pour accord, ',
      'page 1 sur 1',
    ])
      expect(text).toContain(words);
    const english = await written(quotePdf, couturier, id, { locale: 'en' });
    expect(english.text).toContain('Agreed, ');
    expect(english.text).toContain('€1,974.00');
  });

  it.each([
    'Елена Петрова',
    'Ελένη Παπαδοπούλου',
    'فاطمة بن علي',
    'שרה כהן',
    '王小明',
    '김민지',
    'ሰላም አበበ',
    'สมหญิง ใจดี',
    'Anđela Žigić ≤ ≥ №',
  ])('of %s is read with that name, whatever its script', async (name) => {
    const who = await person(db(), 'client', name);
    const { id } = await confirmed(who, couturier, { title: `Robe de ${name}` });
    const { text } = await written(quotePdf, who, id);
    expect(text).toContain(name);
  });

  it('never tears a line over two pages', async () => {
    const { id } = (await create(client, { couturierId: couturier.actor.id.toHexString() })).body;
    const lines = Array.from({ length: 30 }, (_, n) => ({
      ...QUOTE.lines[0],
      label: `Ligne ${n + 1} ${'longue '.repeat(12)}fin ${n + 1}.`,
      unitPrice: eur(1_000_00 + n * 100),
      quantity: 1,
    }));
    await quote(couturier, id, { ...QUOTE, lines });
    const { pages } = await written(quotePdf, couturier, id);
    expect(pages.length).toBeGreaterThan(1);
    for (let n = 1; n <= 30; n += 1) {
      const at = pages.filter((page) => page.includes(`Ligne ${n} `) && page.includes(`fin ${n}.`));
      expect(at, `line ${n} is whole`).toHaveLength(1);
    }
  });

  it.each([
    ['one word of a hundred letters', 'Wolfeschlegelsteinhausenbergerdorff'.repeat(3)],
    ['Chinese without a space', '真絲晚禮服配蕾絲花邊及手工刺繡'.repeat(4)],
    ['Greek', 'ηλεκτροεγκεφαλογραφήματα'.repeat(4)],
  ])('keeps %s inside its column, and gives it back as it was', async (_, label) => {
    const { id } = (await create(client, { couturierId: couturier.actor.id.toHexString() })).body;
    await quote(couturier, id, { ...QUOTE, lines: [{ ...QUOTE.lines[0], label }], note: label });
    const answer = await read(quotePdf, couturier, id);
    const page = await (await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))).getPage(1);
    const { items } = await page.getTextContent();
    const set = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number, width: item.width }]
        : [],
    );
    const quantity = set.find(({ text }) => text === 'Quantité');
    if (!quantity) throw new Error('no head');
    const first = label.slice(0, 4);
    const price = set.find(({ text }) => text.startsWith('1 365,00'));
    // Down to the sums below the row, what begins at the left margin is the label.
    const column = set.filter(
      ({ x, y, text }) => x < quantity.x - 100 && y < quantity.y && y > (price?.y ?? 0) - 60 && text !== first,
    );
    expect(column.length).toBeGreaterThan(1);
    for (const { x, width, text } of column) expect(x + width, text).toBeLessThan(quantity.x + 40);
    for (const { x, width, text } of set) expect(x + width, text).toBeLessThan(595 - 40);
    const { text } = await extractText(
      await getDocumentProxy(new Uint8Array(await (await read(quotePdf, couturier, id)).arrayBuffer())),
      { mergePages: true },
    );
    expect(text.replace(/\s+/g, '').split(label)).toHaveLength(3);
  });

  it('runs over as many pages as it needs, each with its number', async () => {
    const { id, number } = (await create(client, { couturierId: couturier.actor.id.toHexString() })).body;
    const lines = Array.from({ length: 40 }, (_, n) => ({
      ...QUOTE.lines[0],
      label: `Ligne ${n + 1} ${'long '.repeat(20)}`,
    }));
    await quote(couturier, id, { ...QUOTE, lines });
    const { pages } = await written(quotePdf, couturier, id);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages.slice(1)) expect(page).toContain(`Devis ${number}`);
    for (const page of pages.slice(0, -1)) expect(page, 'the head of the table comes again').toContain('Prix unitaire');
    pages.forEach((page, index) => expect(page).toContain(`${number} ${index + 1}/${pages.length}`));
    expect(pages.join(' ')).toContain('Ligne 40 ');
    expect(pages.join(' '), 'nobody has agreed yet').toContain('Bon pour accord, date et signature');
  });
});

it('a statement of account tells each payment, strikes what was reversed, and derives what is left', async () => {
  const { id } = await order();
  const pay = (kind: string, amount: number) =>
    call<OrderDto>(payments.POST, {
      who: couturier,
      params: { id },
      body: { kind, amount: eur(amount), method: 'card', paidAt: '2026-11-20T10:00:00.000Z' },
    });
  await pay('deposit', 90_000);
  await pay('balance', 10_000);
  const struck = await call<OrderDto>(onePayment.DELETE, { who: couturier, method: 'DELETE', params: { id, n: '2' } });
  const { text } = await written(statement, client, id);
  for (const { receipt: number, reversed } of struck.body.payments)
    for (const one of [number, ...(reversed ? [reversed.receipt] : [])]) expect(text).toContain(one);
  for (const words of [
    'Relevé de compte',
    'Acompte, carte',
    '900,00 €',
    '100,00 €',
    'Annulé par Claire Morel',
    'Reste à régler',
    '1 074,00 €',
  ])
    expect(text).toContain(words);
  // A dearer deposit than what is asked now is said as such.
  await pay('balance', 150_000);
  const { text: over } = await written(statement, client, id);
  expect(over).toContain('Trop-perçu');
  expect(over).toContain('426,00 €');
  expect(over).not.toContain('Reste à régler');
});

it('a statement of an order that was given up says so, with its day, in both languages', async () => {
  const { id, version } = await order();
  const deposit = { kind: 'deposit', amount: eur(40_000), method: 'mobileMoney', paidAt: new Date().toISOString() };
  await call(payments.POST, { who: couturier, params: { id }, body: deposit });
  expect((await move(client, id, { to: 'cancelled', version: version + 1, note: 'Mariage remis' })).status).toBe(200);
  expect((await written(statement, client, id)).text).toContain('Commande annulée le ');
  expect((await written(statement, client, id, { locale: 'en' })).text).toContain('cancelled on ');
});

describe('a bon à couper', () => {
  it('is the frozen sheet, says who has signed, and that a newer one replaces it', async () => {
    const agreed = await order({ options: { fabric: 'Satin de soie émeraude' } });
    await walk(couturier, agreed, 'measuring');
    await drawUp(couturier, agreed.id, { note: 'Ourlet roulotté' });
    const blank = await written(cutting, client, agreed.id);
    for (const words of ['À signer', 'Ourlet roulotté'])
      expect(blank.text, 'read before it is signed').toContain(words);
    expect((await written(cutting, client, agreed.id, { locale: 'en' })).text).toContain('To be signed');
    await signSheet(couturier, agreed.id);
    const waiting = await written(cutting, client, agreed.id);
    for (const words of [
      'Bon à couper',
      'Ourlet roulotté',
      'Claire Morel',
      'Pour la maison, ',
      'Empreinte ',
      '1 974,00 €',
    ])
      expect(waiting.text).toContain(words);
    expect(waiting.text).toContain('Éléonore Łukasiewicz-Nguyễn, « bon à couper »');
    await signSheet(client, agreed.id);
    const signed = await written(cutting, client, agreed.id);
    // On the line of the client too: a name is never cut where its letters come from another font.
    expect(signed.text.match(/Łukasiewicz-Nguyễn/g)).toHaveLength(2);
    expect(signed.text).toContain('« Bon à couper », ');
    expect(signed.text).not.toContain('À signer');
    await drawUp(couturier, agreed.id, { note: 'Traîne de 60 cm' });
    const old = await written(cutting, couturier, agreed.id, { n: '1' });
    expect(old.text).toContain('Remplacé');
    expect(old.text).toContain('Une version plus récente la remplace.');
    expect(old.text).not.toContain('Traîne de 60 cm');
  });

  it('and a work sheet do without a picture that cannot be read', async () => {
    const { body } = await upload(client, 'order', await picture());
    const agreed = await order({ referenceFileIds: [body.id] });
    expect((await drawUp(couturier, agreed.id, { imageFileId: body.id })).status).toBe(201);
    const id = new ObjectId(body.id);
    await uploads(db()).delete(id);
    await files(db()).updateOne({ _id: id }, { $set: { size: 1 } });
    expect((await written(cutting, couturier, agreed.id)).text).toContain('Robe Clair de lune');
    const work = await written(sheet, couturier, agreed.id);
    for (const words of ['Fiche atelier', 'À faire', 'Prendre les mesures']) expect(work.text).toContain(words);
  });
});

it('a work sheet has the measurements of the order, each point with its number on the figure', async () => {
  const agreed = await order();
  const taken = await call(measure.POST, {
    who: couturier,
    params: { id: agreed.clientId },
    body: {
      kind: 'body',
      takenAt: '2026-10-22T09:00:00.000Z',
      values: { bustGirth: 91.5, waistGirth: 70, backWidth: 35.5 },
      confirm: true,
    },
  });
  expect(taken.status).toBe(201);
  await walk(couturier, agreed, 'measuring', 'patterning');
  const { text } = await written(sheet, couturier, agreed.id);
  for (const words of ['1. Carrure dos 35,5', '2. Tour de poitrine 91,5', '3. Tour de taille 70,0', '22 octobre 2026'])
    expect(text).toContain(words);
  expect((await written(sheet, couturier, agreed.id, { locale: 'en' })).text).toContain('3. Waist girth 70.0');
});

it('an agreement that the house noted is nobody’s signature: whose it is, how it was given, who wrote it down', async () => {
  const file = await createClientFile(db(), { name: 'Rose Aubert' });
  const { id } = (await create(couturier, { clientId: file._id.toHexString() })).body;
  await quote(couturier, id);
  await acceptQuote(couturier, id, 1, { how: 'phone', words: 'D’accord.' });
  const { text } = await written(quotePdf, couturier, id);
  for (const words of [
    'Accord de Rose Aubert, donné par téléphone',
    'Noté par Claire Morel',
    'Signature sur papier, attendue',
  ])
    expect(text).toContain(words);
  expect(text).not.toContain('Acceptée par');
  const { body: photo } = await upload(couturier, 'order', await picture(80, 60));
  await call(keepPaper, { who: couturier, params: { id }, body: { to: 'quote', n: 1, fileId: photo.id } });
  const held = await written(quotePdf, couturier, id);
  expect(held.text).toContain('Rose Aubert, sur papier, photo du');
  expect(held.text).not.toContain('Signature sur papier, attendue');
  await drawUp(couturier, id);
  await signSheet(couturier, id);
  expect((await signSheet(couturier, id)).body.code).toBe('agreement_way_required');
  await signSheet(couturier, id, { how: 'paper' });
  const cut = await written(cutting, couturier, id);
  for (const words of ['Accord de Rose Aubert, signé sur papier', 'Noté par Claire Morel'])
    expect(cut.text).toContain(words);
  expect(cut.text).not.toContain('« Bon à couper »,');
});
