import { beforeAll, describe, expect, it } from 'vitest';
import * as answer from '@/app/api/orders/[id]/change-requests/[n]/answer/route';
import * as confirm from '@/app/api/orders/[id]/change-requests/[n]/confirm/route';
import * as withdraw from '@/app/api/orders/[id]/change-requests/[n]/withdraw/route';
import * as change from '@/app/api/orders/[id]/change-requests/route';
import * as approval from '@/app/api/orders/[id]/cutting-approval/route';
import * as sign from '@/app/api/orders/[id]/cutting-approval/sign/route';
import * as events from '@/app/api/orders/[id]/events/route';
import * as hold from '@/app/api/orders/[id]/hold/route';
import * as payment from '@/app/api/orders/[id]/payments/[n]/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import * as accept from '@/app/api/orders/[id]/quotes/[n]/accept/route';
import * as decline from '@/app/api/orders/[id]/quotes/[n]/decline/route';
import * as quotes from '@/app/api/orders/[id]/quotes/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import * as resume from '@/app/api/orders/[id]/resume/route';
import * as one from '@/app/api/orders/[id]/route';
import * as transitions from '@/app/api/orders/[id]/transitions/route';
import * as tellMove from '@/app/api/orders/[id]/transitions/tell/route';
import * as undoMove from '@/app/api/orders/[id]/transitions/undo/route';
import * as collection from '@/app/api/orders/route';
import { accounts } from '@/lib/auth/documents';
import type { OrderDto } from '@/lib/orders/answers';
import type { DefinedRoute } from '@/lib/web/define-route';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, eur, QUOTE } from './setup';

const db = setUpDatabase();
let order: OrderDto;
let stranger: Person;
let disabled: Person;

beforeAll(async () => {
  serveFrom(db());
  const couturier = await person(db(), 'couturier');
  const client = await person(db(), 'client');
  stranger = await person(db(), 'client');
  disabled = await person(db(), 'client');
  order = await confirmed(client, couturier);
  const theirs = await confirmed(disabled, couturier);
  await accounts(db()).updateOne({ _id: disabled.actor.id }, { $set: { disabled: true } });
  expect(theirs.stage).toBe('confirmed');
});

interface Door {
  route: DefinedRoute;
  method?: string;
  body?: unknown;
  /** Of the staff: another client is refused at the door, before anything is looked for. */
  staff?: boolean;
  /** One part of the order: its address has a number. */
  n?: string;
}
const change1 = { changes: [{ field: 'description', to: 'x' }] };
const DOORS: Record<string, Door> = {
  read: { route: one.GET },
  edit: { route: one.PATCH, method: 'PATCH', body: { version: 1, title: 'x' } },
  move: { route: transitions.POST, body: { to: 'cancelled', version: 1 } },
  tell: { route: tellMove.POST, method: 'POST', staff: true },
  undo: { route: undoMove.POST, body: { move: '0'.repeat(24) }, staff: true },
  hold: { route: hold.POST, body: { reason: 'x', version: 1 }, staff: true },
  resume: { route: resume.POST, body: { version: 1 }, staff: true },
  quote: { route: quotes.POST, body: QUOTE, staff: true },
  accept: { route: accept.POST, n: '1', body: {} },
  decline: { route: decline.POST, n: '1', body: {} },
  pay: {
    route: payments.POST,
    body: { kind: 'deposit', amount: eur(1), method: 'cash', paidAt: '2026-01-01' },
    staff: true,
  },
  reverse: { route: payment.DELETE, n: '1', method: 'DELETE', staff: true },
  change: { route: change.POST, body: change1 },
  answer: { route: answer.POST, n: '1', body: { decision: 'accept' }, staff: true },
  confirm: { route: confirm.POST, n: '1', body: {} },
  withdraw: { route: withdraw.POST, n: '1', body: {} },
  approval: { route: approval.POST, body: {}, staff: true },
  sign: { route: sign.POST, body: {} },
  remark: { route: remarks.POST, body: { text: 'x' } },
  events: { route: events.GET },
};

describe.each(Object.entries(DOORS))('%s of an order', (_, { route, method, body, staff, n }) => {
  const knock = (who: Person | undefined, id = order.id) =>
    call(route, { who, method, body, params: { id, ...(n ? { n } : {}) } });

  it('is closed to a visitor and to a disabled account', async () => {
    expect((await knock(undefined)).status).toBe(401);
    expect((await knock(disabled)).status).toBe(401);
  });

  it('tells another client no more than that it is not theirs', async () => {
    const answered = await knock(stranger);
    expect(answered.status).toBe(staff ? 403 : 404);
    const unknown = await knock(stranger, '0123456789abcdef01234567');
    expect(unknown.status).toBe(answered.status);
    expect(unknown.body['detail']).toBe(answered.body['detail']);
  });
});

it('leaves the order untouched by all of them', async () => {
  const now = await call<OrderDto>(one.GET, { who: await person(db(), 'owner'), params: { id: order.id } });
  expect([now.body.version, now.body.updatedAt]).toEqual([order.version, order.updatedAt]);
});

it('shows a stranger no order in the list', async () => {
  const list = await call<{ items: OrderDto[] }>(collection.GET, {
    who: stranger,
    query: { clientId: order.clientId },
  });
  expect(list.body).toEqual({ items: [], nextCursor: null });
});
