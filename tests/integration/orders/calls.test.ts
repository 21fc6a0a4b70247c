import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as answerRoute from '@/app/api/orders/[id]/change-requests/[n]/answer/route';
import * as confirmRoute from '@/app/api/orders/[id]/change-requests/[n]/confirm/route';
import * as withdrawRoute from '@/app/api/orders/[id]/change-requests/[n]/withdraw/route';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
import * as approval from '@/app/api/orders/[id]/cutting-approval/route';
import * as sign from '@/app/api/orders/[id]/cutting-approval/sign/route';
import * as holdRoute from '@/app/api/orders/[id]/hold/route';
import * as reverseRoute from '@/app/api/orders/[id]/payments/[n]/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import * as accept from '@/app/api/orders/[id]/quotes/[n]/accept/route';
import * as decline from '@/app/api/orders/[id]/quotes/[n]/decline/route';
import * as quotes from '@/app/api/orders/[id]/quotes/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import * as resumeRoute from '@/app/api/orders/[id]/resume/route';
import * as one from '@/app/api/orders/[id]/route';
import * as transitions from '@/app/api/orders/[id]/transitions/route';
import * as collection from '@/app/api/orders/route';
import { toId } from '@/lib/db/ids';
import { orderEvents, orders } from '@/lib/orders/documents';
import type { DefinedRoute } from '@/lib/web/define-route';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, create, drawUp, eur, type OrderAnswer, QUOTE, quote, read } from './setup';

/** What api.md asks of every call that writes: the same key is the same call, a stale version shows the order, nothing unknown passes. */
const db = setUpDatabase();
// One client does here in a minute what takes others a year; how often one may is tested elsewhere.
beforeEach(() => db().db.collection('rateLimits').deleteMany({}));
let client: Person;
let couturier: Person;

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client', 'Awa Diallo');
  couturier = await person(db(), 'couturier', 'Claire Morel');
});

/** How far the order is when the call is made. */
type Ready = 'requested' | 'quoted' | 'confirmed' | 'asked' | 'answered' | 'held' | 'drawn' | 'paid';

interface Writing {
  name: string;
  ready: Ready;
  by: 'client' | 'couturier';
  route: DefinedRoute;
  method?: string;
  n?: number;
  body: (version: number) => Record<string, unknown>;
  /** Another body of the same shape. */
  other?: (version: number) => Record<string, unknown>;
  creates: boolean;
}

const WRITINGS: Writing[] = [
  {
    name: 'createOrder',
    ready: 'requested',
    by: 'client',
    route: collection.POST,
    body: () => ({ title: 'Robe', garment: 'dress', couturierId: couturier.actor.id.toHexString() }),
    other: () => ({ title: 'Cape', garment: 'dress', couturierId: couturier.actor.id.toHexString() }),
    creates: true,
  },
  {
    name: 'editOrder',
    ready: 'requested',
    by: 'client',
    route: one.PATCH,
    method: 'PATCH',
    body: (version) => ({ version, title: 'Robe longue' }),
    creates: false,
  },
  {
    name: 'moveOrder',
    ready: 'confirmed',
    by: 'couturier',
    route: transitions.POST,
    body: (version) => ({ to: 'measuring', version }),
    other: (version) => ({ to: 'cancelled', version }),
    creates: true,
  },
  {
    name: 'sendQuote',
    ready: 'requested',
    by: 'couturier',
    route: quotes.POST,
    body: () => QUOTE,
    other: () => ({ ...QUOTE, depositPercent: 10 }),
    creates: true,
  },
  { name: 'acceptQuote', ready: 'quoted', by: 'client', route: accept.POST, n: 1, body: () => ({}), creates: true },
  {
    name: 'declineQuote',
    ready: 'quoted',
    by: 'client',
    route: decline.POST,
    n: 1,
    body: () => ({ note: 'Trop tôt' }),
    other: () => ({ note: 'Trop cher' }),
    creates: true,
  },
  {
    name: 'recordPayment',
    ready: 'confirmed',
    by: 'couturier',
    route: payments.POST,
    body: () => ({ kind: 'deposit', amount: eur(100), method: 'card', paidAt: '2026-10-17' }),
    other: () => ({ kind: 'deposit', amount: eur(200), method: 'card', paidAt: '2026-10-17' }),
    creates: true,
  },
  {
    name: 'reversePayment',
    ready: 'paid',
    by: 'couturier',
    route: reverseRoute.DELETE,
    method: 'DELETE',
    n: 1,
    body: () => ({ note: 'Erreur' }),
    creates: false,
  },
  {
    name: 'requestChange',
    ready: 'confirmed',
    by: 'client',
    route: changes.POST,
    body: () => ({ changes: [{ field: 'description', to: 'Courte' }] }),
    other: () => ({ changes: [{ field: 'description', to: 'Longue' }] }),
    creates: true,
  },
  {
    name: 'answerChange',
    ready: 'asked',
    by: 'couturier',
    route: answerRoute.POST,
    n: 1,
    body: () => ({ decision: 'refuse' }),
    other: () => ({ decision: 'accept' }),
    creates: true,
  },
  {
    name: 'confirmChange',
    ready: 'answered',
    by: 'client',
    route: confirmRoute.POST,
    n: 1,
    body: () => ({}),
    creates: true,
  },
  {
    name: 'withdrawChange',
    ready: 'asked',
    by: 'client',
    route: withdrawRoute.POST,
    n: 1,
    body: () => ({}),
    creates: true,
  },
  {
    name: 'createCuttingApproval',
    ready: 'confirmed',
    by: 'couturier',
    route: approval.POST,
    body: () => ({ fabric: 'Crêpe' }),
    other: () => ({ fabric: 'Velours' }),
    creates: true,
  },
  {
    name: 'signCuttingApproval',
    ready: 'drawn',
    by: 'couturier',
    route: sign.POST,
    body: () => ({ n: 1 }),
    other: () => ({}),
    creates: true,
  },
  {
    name: 'addRemark',
    ready: 'confirmed',
    by: 'client',
    route: remarks.POST,
    body: () => ({ text: 'Talons de 7 cm' }),
    other: () => ({ text: 'Talons de 5 cm' }),
    creates: true,
  },
  {
    name: 'holdOrder',
    ready: 'confirmed',
    by: 'couturier',
    route: holdRoute.POST,
    body: (version) => ({ reason: 'Étoffe', version }),
    other: (version) => ({ reason: 'Vacances', version }),
    creates: true,
  },
  {
    name: 'resumeOrder',
    ready: 'held',
    by: 'couturier',
    route: resumeRoute.POST,
    body: (version) => ({ version }),
    other: (version) => ({ version, note: 'Elle est là' }),
    creates: true,
  },
];

const post = (route: DefinedRoute, who: Person, id: string, body: unknown, n?: number) =>
  call<OrderAnswer>(route, { who, body, params: { id, ...(n ? { n: String(n) } : {}) } });

/** An order as far as the call needs it. */
async function arrange(ready: Ready): Promise<{ id: string; version: number }> {
  const { id } = (await create(client, { couturierId: couturier.actor.id.toHexString() })).body;
  if (ready !== 'requested') await quote(couturier, id);
  if (!['requested', 'quoted'].includes(ready)) await acceptQuote(client, id);
  if (ready === 'asked' || ready === 'answered')
    await post(changes.POST, client, id, { changes: [{ field: 'description', to: 'Courte' }] });
  if (ready === 'answered')
    await post(answerRoute.POST, couturier, id, { decision: 'accept', priceDelta: eur(1_000) }, 1);
  if (ready === 'held')
    await post(holdRoute.POST, couturier, id, { reason: 'Étoffe', version: (await read(couturier, id)).body.version });
  if (ready === 'drawn') await drawUp(couturier, id);
  if (ready === 'paid')
    await post(payments.POST, couturier, id, { kind: 'deposit', amount: eur(1), method: 'card', paidAt: '2026-10-17' });
  return { id, version: (await read(couturier, id)).body.version };
}

/** Those that edit what somebody has read. */
const VERSIONED = ['editOrder', 'moveOrder', 'holdOrder', 'resumeOrder'];

describe.each(WRITINGS)('$name', ({ name, ready, by, route, method = 'POST', n, body, other, creates }) => {
  let order: { id: string; version: number };
  let who: Person;
  beforeEach(async () => {
    order = await arrange(ready);
    who = by === 'client' ? client : couturier;
  });
  const send = (content: unknown, headers?: Record<string, string>) =>
    call<OrderAnswer>(route, {
      who,
      method,
      headers,
      body: content,
      params: { id: order.id, ...(n ? { n: String(n) } : {}) },
    });
  const written = async () => ({
    order: await orders(db()).findOne({ _id: toId(order.id) }),
    events: await orderEvents(db()).countDocuments({ orderId: toId(order.id) }),
    orders: await orders(db()).countDocuments(),
  });

  it('refuses a field it does not know, and changes nothing', async () => {
    const before = await written();
    const answer = await send({ ...body(order.version), surprise: true });
    expect([answer.status, answer.body.errors?.map(({ path }) => path)]).toEqual([400, ['surprise']]);
    expect(await written()).toEqual(before);
  });

  if (creates)
    it('is one call with the same key, however often it is sent', async () => {
      const headers = { 'idempotency-key': `${order.id} once` };
      const first = await send(body(order.version), headers);
      expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
      const after = await written();
      const again = await Promise.all([send(body(order.version), headers), send(body(order.version), headers)]);
      for (const answer of again) {
        expect([answer.status, answer.headers.get('idempotent-replayed')]).toEqual([first.status, 'true']);
        expect(answer.body).toEqual(first.body);
      }
      if (other) {
        const mixed = await send(other(order.version), headers);
        expect([mixed.status, mixed.body.code]).toEqual([422, 'idempotency_mismatch']);
      }
      expect(await written()).toEqual(after);
    });

  if (VERSIONED.includes(name))
    it('shows the order as it is now to somebody with an old version', async () => {
      const before = await written();
      const answer = await send(body(order.version - 1 || order.version + 1));
      expect([answer.status, answer.body.code]).toEqual([409, 'stale_version']);
      expect(answer.body.current).toEqual((await read(who, order.id)).body);
      expect(await written()).toEqual(before);
    });

  if (VERSIONED.includes(name))
    it('does not guess the version', async () => {
      const rest = Object.fromEntries(Object.entries(body(order.version)).filter(([key]) => key !== 'version'));
      const answer = await send(rest);
      expect([answer.status, answer.body.errors?.map(({ path }) => path)]).toEqual([400, ['version']]);
    });
});

describe('a call that was refused', () => {
  it('leaves its key free for the corrected one', async () => {
    const { id } = await arrange('requested');
    const headers = { 'idempotency-key': `${id} mended` };
    const send = (lines: unknown) =>
      call<OrderAnswer>(quotes.POST, { who: couturier, params: { id }, headers, body: { ...QUOTE, lines } });
    const wrong = await send([{ label: 'x', quantity: 1, unitPrice: { amount: 100, currency: 'USD' } }]);
    expect([wrong.status, wrong.body.code]).toEqual([422, 'currency_mismatch']);
    expect((await send(QUOTE.lines)).status).toBe(201);
  });
});
