import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as denyRoute from '@/app/api/orders/[id]/agreement/denial/route';
import * as keepRoute from '@/app/api/orders/[id]/agreement/paper/route';
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
import * as answerDefectRoute from '@/app/api/orders/[id]/defects/[n]/answer/route';
import * as retouches from '@/app/api/orders/retouches/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import * as resumeRoute from '@/app/api/orders/[id]/resume/route';
import * as one from '@/app/api/orders/[id]/route';
import * as transitions from '@/app/api/orders/[id]/transitions/route';
import { toId } from '@/lib/db/ids';
import { type OrderDocument, orders } from '@/lib/orders/documents';
import { ORDER_ACTIONS, type OrderAction } from '@/lib/orders/words';
import type { OrderDto } from '@/lib/orders/answers';
import { STAGES, type Stage } from '@/lib/house/stages';
import type { DefinedRoute } from '@/lib/web/define-route';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, create, drawUp, eur, move, QUOTE, quote, read, signSheet } from './setup';

/**
 * `allowed` is a promise: what it names is accepted by the route that does it, and what it leaves out is refused and changes
 * nothing. Tried through the routes for every stage, every role and every move and action, on an order at rest and on one
 * where much is pending.
 */
const db = setUpDatabase();
// One client does here in a minute what takes others a year; how often one may is tested elsewhere.
beforeEach(() => db().db.collection('rateLimits').deleteMany({}));
let people: Record<'client' | 'couturier' | 'owner', Person>;
let other: Person;
/** The order as it stood at each stage of a whole life. */
const lives = new Map<Stage, OrderDocument>();

async function lifeOf(): Promise<void> {
  const { client, couturier } = people;
  const keep = async (id: string) => {
    const document = await orders(db()).findOne({ _id: toId(id) });
    if (document) lives.set(document.stage, document);
    return document?.version ?? 0;
  };
  const { body: order } = await create(client, {
    couturierId: couturier.actor.id.toHexString(),
    options: { train: 'petite' },
  });
  await keep(order.id);
  await quote(couturier, order.id);
  await keep(order.id);
  await acceptQuote(client, order.id);
  let version = await keep(order.id);
  const go = async (to: Stage) => {
    const answer = await move(couturier, order.id, { to, version, confirm: true });
    expect([to, answer.status]).toEqual([to, 200]);
    version = await keep(order.id);
  };
  for (const to of ['measuring', 'patterning', 'toile'] as const) await go(to);
  await drawUp(couturier, order.id);
  await signSheet(couturier, order.id);
  version = (await signSheet(client, order.id)).body.version;
  await keep(order.id);
  for (const to of ['cutting', 'assembly', 'fitting', 'alterations', 'finishing', 'ready', 'delivered'] as const)
    await go(to);
  const ended = (to: Stage, from: Stage) => {
    const document = lives.get(from);
    if (document) lives.set(to, { ...document, stage: to });
  };
  ended('cancelled', 'confirmed');
  ended('declined', 'requested');
}

beforeAll(async () => {
  serveFrom(db());
  people = {
    client: await person(db(), 'client', 'Awa Diallo'),
    couturier: await person(db(), 'couturier', 'Claire Morel'),
    owner: await person(db(), 'owner', 'Inès Haddad'),
  };
  other = await person(db(), 'couturier', 'Mathieu Clerc');
  await lifeOf();
});

const signed = (who: Person) => ({ id: who.actor.id, name: who.actor.name });

/** Variants of an order: at rest; a change asked for, a sheet unsigned and a payment; on hold, with an answered change and a new quote. */
const VARIANTS: Record<string, (order: OrderDocument) => OrderDocument> = {
  'at rest': (order) => order,
  'with much asked': (order) => ({
    ...order,
    defectOpen: true,
    defects: [{ n: 1, text: 'Un fil tiré', files: [], createdAt: order.createdAt, createdBy: signed(people.client) }],
    changeRequests: [
      {
        n: 1,
        status: 'open',
        changes: [{ field: 'options.train', from: 'petite', to: 'longue' }],
        files: [],
        createdAt: order.createdAt,
        createdBy: signed(people.client),
      },
    ],
    cuttingApprovals: order.cuttingApprovals.map((sheet) => ({ ...sheet, signatures: [] })),
    payments: [
      {
        n: 1,
        kind: 'deposit',
        amount: eur(10_000),
        method: 'card',
        paidAt: order.createdAt,
        recordedBy: signed(people.couturier),
        recordedAt: order.createdAt,
        receipt: 'R-2026-0001',
      },
    ],
  }),
  'on hold, with an answer to give': (order) => ({
    ...order,
    onHold: { reason: 'Étoffe en retard', since: order.createdAt },
    quotes: order.quotes[0] ? [...order.quotes, { ...order.quotes[0], n: 2, status: 'open' }] : [],
    changeRequests: [
      {
        n: 1,
        status: 'answered',
        changes: [{ field: 'options.train', from: 'petite', to: 'longue' }],
        files: [],
        createdAt: order.createdAt,
        createdBy: signed(people.client),
        answer: {
          decision: 'accept',
          priceDelta: eur(100),
          at: order.createdAt,
          by: signed(people.couturier),
        },
      },
    ],
    cuttingApprovals: order.cuttingApprovals.map((sheet) => ({ ...sheet, signatures: sheet.signatures.slice(0, 1) })),
  }),
};

interface Call {
  route: DefinedRoute;
  method?: string;
  n?: number;
  body?: unknown;
}

/** The call of each action, as well formed as it can be; `bookPickup` is an appointment and restricts nothing. */
const CALLS: Record<Exclude<OrderAction, 'bookPickup'>, (order: OrderDto) => Call> = {
  edit: ({ version }) => ({ route: one.PATCH, method: 'PATCH', body: { version, description: 'Autrement' } }),
  schedule: ({ version }) => ({ route: one.PATCH, method: 'PATCH', body: { version, promisedDate: '2099-05-05' } }),
  transfer: ({ version }) => ({
    route: one.PATCH,
    method: 'PATCH',
    body: { version, couturierId: other.actor.id.toHexString() },
  }),
  acceptQuote: (order) => ({ route: accept.POST, n: open(order), method: 'POST' }),
  declineQuote: (order) => ({ route: decline.POST, n: open(order), body: {} }),
  requestChange: () => ({ route: changes.POST, body: { changes: [{ field: 'options.train', to: '90 cm' }] } }),
  answerChange: () => ({ route: answerRoute.POST, n: 1, body: { decision: 'refuse' } }),
  confirmChange: () => ({ route: confirmRoute.POST, n: 1, method: 'POST' }),
  withdrawChange: () => ({ route: withdrawRoute.POST, n: 1, method: 'POST' }),
  signApproval: () => ({ route: sign.POST, body: {} }),
  keepPaper: () => ({ route: keepRoute.POST, body: { to: 'quote', n: 1, fileId: 'f'.repeat(24) } }),
  denyAgreement: () => ({ route: denyRoute.POST, body: { to: 'quote', n: 1 } }),
  createApproval: () => ({ route: approval.POST, body: {} }),
  sendQuote: () => ({ route: quotes.POST, body: QUOTE }),
  recordPayment: () => ({
    route: payments.POST,
    body: { kind: 'deposit', amount: eur(100), method: 'cash', paidAt: '2026-10-17' },
  }),
  reversePayment: () => ({ route: reverseRoute.DELETE, method: 'DELETE', n: 1, body: {} }),
  hold: ({ version }) => ({ route: holdRoute.POST, body: { reason: 'Étoffe', version } }),
  resume: ({ version }) => ({ route: resumeRoute.POST, body: { version } }),
  remark: () => ({ route: remarks.POST, body: { text: 'Un mot', kind: 'remark' } }),
  reportDefect: () => ({ route: remarks.POST, body: { text: 'Un fil tiré', kind: 'defect' } }),
  answerDefect: () => ({ route: answerDefectRoute.POST, n: 1, body: { note: 'Nous regardons' } }),
  openRetouche: ({ id }) => ({
    route: retouches.POST,
    body: { retouchOf: id, description: 'Reprendre la fermeture' },
  }),
  note: () => ({ route: remarks.POST, body: { text: 'Entre nous', kind: 'note' } }),
};
const open = (order: OrderDto) =>
  order.quotes.find(({ status }) => status === 'open')?.n ?? order.quotes.at(-1)?.n ?? 1;

const TRIED = [...STAGES, ...ORDER_ACTIONS.filter((action) => action !== 'bookPickup')] as (Stage | OrderAction)[];

describe.each(STAGES)('at %s', (stage) => {
  describe.each(Object.keys(VARIANTS))('%s', (variant) => {
    // What an owner has beyond a couturier does not depend on what is pending.
    const roles =
      variant === 'at rest' ? (['client', 'couturier', 'owner'] as const) : (['client', 'couturier'] as const);
    it.each(roles)('the %s may do exactly what `allowed` says', async (role) => {
      const who = people[role];
      const life = lives.get(stage);
      const arrange = VARIANTS[variant];
      if (!life || !arrange) throw new Error(`no life reached ${stage}`);
      const document = arrange(life);
      const id = document._id.toHexString();
      const restore = () => orders(db()).replaceOne({ _id: document._id }, document);
      await restore();
      const { body: order } = await read(who, id);
      expect(order.stage).toBe(stage);
      const accepted: string[] = [];
      for (const wish of TRIED) {
        const { route, n, method, body }: Call = (STAGES as readonly string[]).includes(wish)
          ? { route: transitions.POST, body: { to: wish, note: 'Parce que', confirm: true, version: order.version } }
          : CALLS[wish as keyof typeof CALLS](order);
        const answer = await call(route, {
          who,
          method,
          body,
          params: { id, ...(n === undefined ? {} : { n: String(n) }) },
        });
        if (answer.status < 300) {
          accepted.push(wish);
          await restore();
        } else {
          expect([wish, [403, 404, 409, 422].includes(answer.status)], JSON.stringify(answer.body)).toEqual([
            wish,
            true,
          ]);
          expect(answer.body['code'], `${wish} says why`).toMatch(/^[a-z_]+$/);
          expect(await orders(db()).findOne({ _id: document._id }), `${wish} changed nothing`).toEqual(document);
        }
      }
      const promised = order.allowed.filter((wish) => wish !== 'bookPickup');
      expect(accepted.toSorted()).toEqual(promised.toSorted());
    });
  });
});
