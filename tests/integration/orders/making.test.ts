import { beforeAll, describe, expect, it } from 'vitest';
import * as answerRoute from '@/app/api/orders/[id]/change-requests/[n]/answer/route';
import * as confirmRoute from '@/app/api/orders/[id]/change-requests/[n]/confirm/route';
import * as withdrawRoute from '@/app/api/orders/[id]/change-requests/[n]/withdraw/route';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
import * as events from '@/app/api/orders/[id]/events/route';
import * as holdRoute from '@/app/api/orders/[id]/hold/route';
import * as reverseRoute from '@/app/api/orders/[id]/payments/[n]/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import * as declineRoute from '@/app/api/orders/[id]/quotes/[n]/decline/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import * as resumeRoute from '@/app/api/orders/[id]/resume/route';
import { createClientFile } from '@/lib/clients/create-client';
import { measurementSets } from '@/lib/clients/documents';
import { DAY_MS } from '@/lib/calendar';
import { newId, toId } from '@/lib/db/ids';
import type { OrderEventDto } from '@/lib/orders/answers';
import type { Page } from '@/lib/pages';
import { orders } from '@/lib/orders/documents';
import { tasks } from '@/lib/tasks/documents';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import {
  acceptQuote,
  confirmed,
  create,
  drawUp,
  eur,
  move,
  type OrderAnswer,
  quote,
  QUOTE,
  read,
  signSheet,
  walk,
} from './setup';

const db = setUpDatabase();
let couturier: Person;
let client: Person;

beforeAll(async () => {
  serveFrom(db());
  couturier = await person(db(), 'couturier', 'Claire Morel');
  client = await person(db(), 'client', 'Awa Diallo');
});

const post = (route: typeof payments.POST, who: Person, id: string, body?: unknown, n?: number) =>
  call<OrderAnswer>(route, { who, method: 'POST', params: { id, ...(n ? { n: String(n) } : {}) }, body });
const pay = (id: string, kind: string, amount: number) =>
  post(payments.POST, couturier, id, { kind, amount: eur(amount), method: 'transfer', paidAt: '2026-10-17' });
const ask = (id: string, body: unknown) => post(changes.POST, client, id, body);
const answer = (id: string, n: number, body: unknown) => post(answerRoute.POST, couturier, id, body, n);

describe('a quote', () => {
  it('is accepted with its total, deposit and balance, and confirms the order once', async () => {
    const { body: order } = await create(client, { couturierId: couturier.actor.id.toHexString() });
    const sent = await quote(couturier, order.id, { ...QUOTE, promisedDate: '2099-01-29' });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ stage: 'quoted', total: eur(197_400) });
    expect(sent.body.balance).toBeUndefined();
    expect(sent.body.quotes[0]).toMatchObject({ n: 1, status: 'open', deposit: { percent: 40, amount: eur(78_960) } });
    const accepted = await acceptQuote(client, order.id);
    expect(accepted.body).toMatchObject({
      stage: 'confirmed',
      balance: eur(197_400),
      promisedDate: '2099-01-29T00:00:00.000Z',
    });
    expect((await acceptQuote(client, order.id)).body.code).toBe('quote_not_open');
    expect(await tasks(db()).countDocuments({ orderId: toId(order.id) })).toBeGreaterThan(0);
  });

  it('cannot be accepted by the house for a client who has an account, nor when it has expired', async () => {
    const { body: order } = await create(client, { couturierId: couturier.actor.id.toHexString() });
    expect((await quote(couturier, order.id, { ...QUOTE, validUntil: '2020-01-01' })).body.code).toBe(
      'quote_over_already',
    );
    await quote(couturier, order.id);
    await orders(db()).updateOne({ _id: toId(order.id) }, { $set: { 'quotes.0.validUntil': new Date('2020-01-01') } });
    expect((await acceptQuote(couturier, order.id)).status).toBe(403);
    expect((await acceptQuote(client, order.id)).body.code).toBe('quote_expired');
    expect((await acceptQuote(client, order.id, 7)).status).toBe(404);
  });

  it('refused, ends the order', async () => {
    const { body: order } = await create(client, { couturierId: couturier.actor.id.toHexString() });
    await quote(couturier, order.id);
    const refused = await post(declineRoute.POST, client, order.id, { note: 'Trop cher' }, 1);
    expect(refused.body).toMatchObject({ stage: 'declined' });
    expect(refused.body.quotes[0]).toMatchObject({ status: 'declined', declineNote: 'Trop cher' });
  });

  it('sent again after the acceptance is a proposal: the accepted one holds until then', async () => {
    const order = await confirmed(client, couturier);
    const lines = [{ label: 'Tout', quantity: 1, unitPrice: eur(300_000) }];
    const proposed = (await quote(couturier, order.id, { ...QUOTE, lines })).body;
    expect(proposed).toMatchObject({ stage: 'confirmed', total: eur(197_400) });
    const accepted = (await acceptQuote(client, order.id, 2)).body;
    expect(accepted).toMatchObject({ total: eur(300_000), revision: 2 });
    expect(accepted.quotes.map(({ status }) => status)).toEqual(['superseded', 'accepted']);
  });

  it('is noted by the house for a client without an account, with how it was agreed to and in which words', async () => {
    const file = await createClientFile(db(), { name: 'Rose Aubert' });
    const { body: order } = await create(couturier, { clientId: file._id.toHexString() });
    await quote(couturier, order.id);
    const silent = await acceptQuote(couturier, order.id);
    expect([silent.status, silent.body.code]).toEqual([422, 'agreement_way_required']);
    const noted = { how: 'phone', words: 'D’accord, sans les manches.' };
    const accepted = await acceptQuote(couturier, order.id, 1, noted);
    expect(accepted.body).toMatchObject({ stage: 'confirmed', clientHasAccount: false });
    expect(accepted.body.quotes[0]).toMatchObject({
      onBehalf: true,
      noted,
      answeredBy: { name: couturier.actor.name },
    });
  });

  it('is agreed to by its client with nothing noted, whatever was sent', async () => {
    const order = (await create(client, { couturierId: couturier.actor.id.toHexString() })).body;
    await quote(couturier, order.id);
    const accepted = await acceptQuote(client, order.id, 1, { how: 'phone' });
    expect(accepted.body.quotes[0]).not.toHaveProperty('onBehalf');
    expect(accepted.body.quotes[0]).not.toHaveProperty('noted');
  });

  it('must be in the house’s currency, and not below zero', async () => {
    const { body: order } = await create(client, { couturierId: couturier.actor.id.toHexString() });
    const line = (amount: number, currency: string) => [{ label: 'x', quantity: 1, unitPrice: { amount, currency } }];
    expect((await quote(couturier, order.id, { lines: line(100, 'USD') })).body.code).toBe('currency_mismatch');
    expect((await quote(couturier, order.id, { lines: line(-100, 'EUR') })).body.code).toBe('validation_failed');
    expect((await quote(couturier, order.id, { lines: [] })).status).toBe(400);
    expect((await quote(client, order.id)).status).toBe(403);
  });
});

describe('payments', () => {
  it('make the balance, and are reversed but never erased', async () => {
    const order = await confirmed(client, couturier);
    const paid = await pay(order.id, 'deposit', 95_800);
    expect(paid.status).toBe(201);
    expect(paid.body).toMatchObject({ paid: eur(95_800), balance: eur(101_600) });
    const reverse = () =>
      call<OrderAnswer>(reverseRoute.DELETE, { who: couturier, method: 'DELETE', params: { id: order.id, n: '1' } });
    const reversed = (await reverse()).body;
    expect(reversed).toMatchObject({ paid: eur(0), balance: eur(197_400) });
    expect(reversed.payments).toHaveLength(1);
    expect(reversed.payments[0]?.reversed?.by.name).toBe('Claire Morel');
    expect((await reverse()).body.code).toBe('payment_reversed');
  });

  it('refuse a refund above what was paid, and any before the acceptance', async () => {
    const order = await confirmed(client, couturier);
    expect((await pay(order.id, 'refund', 1)).body.code).toBe('refund_too_high');
    const { body: fresh } = await create(client, { couturierId: couturier.actor.id.toHexString() });
    expect((await pay(fresh.id, 'deposit', 100)).body.code).toBe('action_not_allowed');
    expect((await post(payments.POST, client, order.id, {})).status).toBe(403);
  });

  it('are recorded on the day they are received: not of next year', async () => {
    const order = await confirmed(client, couturier);
    const paidAt = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
    const paid = (days: number) =>
      post(payments.POST, couturier, order.id, {
        kind: 'deposit',
        amount: eur(1),
        method: 'cash',
        paidAt: paidAt(days),
      });
    for (const days of [2, 365]) expect((await paid(days)).body.code).toBe('paid_ahead');
    for (const days of [-3, 0, 1]) expect((await paid(days)).status).toBe(201);
  });
});

describe('a change request', () => {
  it('that costs nothing more is applied by its acceptance', async () => {
    const order = await confirmed(client, couturier, { options: { train: 'petite' } });
    const asked = await ask(order.id, { changes: [{ field: 'options.train', to: '60 cm' }], note: 'Pour le mariage' });
    expect(asked.status).toBe(201);
    expect(asked.body.changeRequests[0]).toMatchObject({
      n: 1,
      status: 'open',
      changes: [{ field: 'options.train', from: 'petite', to: '60 cm' }],
    });
    const accepted = (await answer(order.id, 1, { decision: 'accept' })).body;
    expect(accepted).toMatchObject({ revision: 2, options: { train: '60 cm' }, total: eur(197_400) });
    expect(accepted.changeRequests[0]).toMatchObject({ status: 'applied', revision: 2 });
    expect((await answer(order.id, 1, { decision: 'refuse' })).body.code).toBe('change_request_not_open');
  });

  it('that costs money and days waits for the client, then makes a new quote and a new date', async () => {
    const created = await create(client, { couturierId: couturier.actor.id.toHexString() });
    await quote(couturier, created.body.id, { ...QUOTE, promisedDate: '2099-01-26' });
    const order = (await acceptQuote(client, created.body.id)).body;
    await ask(order.id, { changes: [{ field: 'options.train', to: 'Traîne de 60 cm' }] });
    const answered = (await answer(order.id, 1, { decision: 'accept', priceDelta: eur(8_500), daysDelta: 3 })).body;
    expect(answered).toMatchObject({ revision: 1, total: eur(197_400) });
    const agreed = (await post(confirmRoute.POST, client, order.id, undefined, 1)).body;
    expect(agreed).toMatchObject({
      revision: 2,
      total: eur(205_900),
      options: { train: 'Traîne de 60 cm' },
      promisedDate: '2099-01-29T00:00:00.000Z',
    });
    expect(agreed.quotes.map(({ status }) => status)).toEqual(['superseded', 'accepted']);
    expect(agreed.quotes[1]?.lines.at(-1)).toMatchObject({ label: 'Traîne de 60 cm', changeRequest: 1, vatRate: 20 });
    expect((await post(confirmRoute.POST, client, order.id, undefined, 1)).status).toBe(200);
  });

  it('makes nothing cheaper than nothing', async () => {
    const order = await confirmed(client, couturier);
    await ask(order.id, { changes: [{ field: 'options.train', to: '60 cm' }] });
    const refused = await answer(order.id, 1, { decision: 'accept', priceDelta: eur(-1_000_000) });
    expect([refused.status, refused.body.code]).toEqual([422, 'total_negative']);
    const kept = await orders(db()).findOne({ _id: toId(order.id) });
    expect([kept?.revision, kept?.changeRequests[0]?.status]).toEqual([1, 'open']);
  });

  it('is countered, and the client may leave the proposal', async () => {
    const order = await confirmed(client, couturier);
    await ask(order.id, { changes: [{ field: 'description', to: 'Manches courtes' }] });
    const proposal = [{ field: 'description', to: 'Manches trois quarts' }];
    await answer(order.id, 1, { decision: 'counter', changes: proposal });
    const left = (await post(withdrawRoute.POST, client, order.id, undefined, 1)).body;
    expect(left.changeRequests[0]?.status).toBe('withdrawn');
    expect(left.description).toBe('');
  });

  it('is asked between the acceptance and the lock stage only, and must change something', async () => {
    const { body: fresh } = await create(client, { couturierId: couturier.actor.id.toHexString() });
    const change = { changes: [{ field: 'description', to: 'Autre' }] };
    expect((await ask(fresh.id, change)).body.code).toBe('action_not_allowed');
    const order = await confirmed(client, couturier);
    expect((await ask(order.id, { changes: [{ field: 'description', to: '' }] })).body.code).toBe('validation_failed');
    expect((await ask(order.id, { changes: [{ field: 'stage', to: 'ready' }] })).status).toBe(400);
    expect((await post(changes.POST, couturier, order.id, change)).status).toBe(403);
    await drawUp(couturier, order.id);
    await signSheet(couturier, order.id);
    const signed = (await signSheet(client, order.id)).body;
    await walk(couturier, signed, 'measuring', 'patterning', 'toile', 'cutting');
    expect((await ask(order.id, change)).body.code).toBe('order_locked');
  });
});

describe('the bon à couper', () => {
  it('freezes the sheet, is signed by both, and opens the cutting', async () => {
    const order = await confirmed(client, couturier, { options: { fabric: 'Satin de soie émeraude' } });
    const atToile = await walk(couturier, order, 'measuring', 'patterning', 'toile');
    const refused = await move(couturier, order.id, { to: 'cutting', version: atToile.version });
    expect([refused.status, refused.body.code]).toEqual([422, 'cutting_approval_required']);
    expect(atToile.allowed).not.toContain('cutting');
    const sheet = (
      await drawUp(couturier, order.id, {
        lining: 'Pongé',
        imageFileId: (await upload(couturier, 'order', await picture())).body.id,
        callouts: [{ x: 0.5, y: 0.2, text: 'Bretelles' }],
      })
    ).body;
    expect(sheet.cuttingApprovals[0]).toMatchObject({
      n: 1,
      status: 'awaiting',
      sheet: { fabric: 'Satin de soie émeraude', lining: 'Pongé', price: eur(197_400), number: order.number },
    });
    expect(sheet.cuttingApprovals[0]?.fingerprint).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){2}$/);
    await signSheet(couturier, order.id);
    expect((await signSheet(couturier, order.id)).body.code).toBe('cutting_approval_settled');
    const signed = (await signSheet(client, order.id)).body;
    expect(signed.cuttingApprovals[0]).toMatchObject({ status: 'signed' });
    expect((await move(couturier, order.id, { to: 'cutting', version: signed.version })).body).toMatchObject({
      stage: 'cutting',
      locked: true,
    });
    expect((await drawUp(couturier, order.id)).body.code).toBe('action_not_allowed');
  });

  it('is outdated by a change, and replaced by a new version only', async () => {
    const order = await confirmed(client, couturier, { options: { train: 'petite' } });
    await drawUp(couturier, order.id);
    await signSheet(couturier, order.id);
    const { cuttingApprovals } = (await signSheet(client, order.id)).body;
    await ask(order.id, { changes: [{ field: 'options.train', to: 'longue' }] });
    const changed = (await answer(order.id, 1, { decision: 'accept' })).body;
    expect(changed.cuttingApprovals).toEqual(cuttingApprovals);
    const skipped = await move(couturier, order.id, { to: 'cutting', note: 'pas de toile', version: changed.version });
    expect(skipped.body.code).toBe('cutting_approval_required');
    const renewed = (await drawUp(couturier, order.id)).body;
    expect(renewed.cuttingApprovals.map(({ status }) => status)).toEqual(['superseded', 'awaiting']);
    expect(renewed.cuttingApprovals[0]?.sheet).toEqual(cuttingApprovals[0]?.sheet);
  });
});

describe('the work', () => {
  it('freezes the measurements of the acceptance, and the newer ones taken while measuring', async () => {
    const clientId = client.actor.clientId ?? newId();
    const take = (takenAt: Date, waistGirth: number) =>
      measurementSets(db()).insertOne({
        _id: newId(),
        clientId,
        takenAt,
        takenBy: couturier.actor.id,
        kind: 'body',
        values: { waistGirth },
        custom: [],
        warnings: [],
        createdAt: takenAt,
        updatedAt: takenAt,
      });
    await take(new Date('2026-01-01T10:00:00Z'), 70);
    const order = await confirmed(client, couturier);
    expect(order.measurementSnapshot?.values).toEqual({ waistGirth: 70 });
    const measuring = await walk(couturier, order, 'measuring');
    await take(new Date('2026-02-01T10:00:00Z'), 72);
    const patterning = await walk(couturier, measuring, 'patterning');
    expect(patterning.measurementSnapshot?.values).toEqual({ waistGirth: 72 });
    await take(new Date('2026-03-01T10:00:00Z'), 80);
    expect((await walk(couturier, patterning, 'toile')).measurementSnapshot?.values).toEqual({ waistGirth: 72 });
  });

  it('skips with a reason, repeats fittings, and confirms a delivery with a balance', async () => {
    const order = await confirmed(client, couturier);
    await drawUp(couturier, order.id);
    await signSheet(couturier, order.id);
    const signed = (await signSheet(client, order.id)).body;
    const silent = await move(couturier, order.id, { to: 'cutting', version: signed.version });
    expect(silent.body.code).toBe('skip_note_required');
    const cut = (await move(couturier, order.id, { to: 'cutting', note: 'Sans toile', version: signed.version })).body;
    const again = await walk(
      couturier,
      cut,
      'assembly',
      'fitting',
      'alterations',
      'fitting',
      'alterations',
      'finishing',
      'ready',
    );
    expect((await read(client, order.id)).body.allowed).toContain('bookPickup');
    const due = await move(couturier, order.id, { to: 'delivered', version: again.version });
    expect([due.status, due.body.code]).toEqual([422, 'balance_due']);
    expect(due.body.balance).toEqual(eur(197_400));
    const delivered = await move(couturier, order.id, { to: 'delivered', confirm: true, version: again.version });
    expect(delivered.body).toMatchObject({ stage: 'delivered', balance: eur(197_400) });
    const defect = await call<OrderEventDto>(remarks.POST, {
      who: client,
      params: { id: order.id },
      body: { text: 'Un fil tiré' },
    });
    expect([defect.status, defect.body.type]).toEqual([201, 'defect']);
  });

  it('is held with a reason and taken up again', async () => {
    const order = await confirmed(client, couturier);
    const held = await post(holdRoute.POST, couturier, order.id, {
      reason: 'Étoffe en retard',
      version: order.version,
    });
    expect(held.body.onHold).toMatchObject({ reason: 'Étoffe en retard' });
    const stuck = await move(couturier, order.id, { to: 'measuring', version: held.body.version });
    expect(stuck.body.code).toBe('order_on_hold');
    const resumed = await post(resumeRoute.POST, couturier, order.id, { version: held.body.version });
    expect(resumed.body.onHold).toBeUndefined();
  });

  it('keeps internal notes from the client', async () => {
    const order = await confirmed(client, couturier);
    const say = (who: Person, body: unknown) =>
      call<OrderEventDto>(remarks.POST, { who, params: { id: order.id }, body });
    expect((await say(couturier, { text: 'Épaule droite plus basse', kind: 'note' })).body.visibility).toBe('staff');
    expect((await say(client, { text: 'x', kind: 'note' })).status).toBe(422);
    await say(client, { text: 'Talons de 7 cm' });
    const types = async (who: Person) =>
      (await call<Page<OrderEventDto>>(events.GET, { who, params: { id: order.id } })).body.items.map(
        ({ type }) => type,
      );
    expect(await types(couturier)).toContain('note');
    expect(await types(client)).not.toContain('note');
    expect((await types(client))[0]).toBe('remark');
  });
});
