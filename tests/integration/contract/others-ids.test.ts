import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import * as appointments from '@/app/api/appointments/route';
import * as conversations from '@/app/api/conversations/route';
import * as messages from '@/app/api/conversations/[id]/messages/route';
import * as models from '@/app/api/models/route';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
import * as approval from '@/app/api/orders/[id]/cutting-approval/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import * as orders from '@/app/api/orders/route';
import * as oneOrder from '@/app/api/orders/[id]/route';
import * as tasks from '@/app/api/tasks/route';
import { accounts } from '@/lib/auth/documents';
import { DAY_MS } from '@/lib/calendar';
import { files } from '@/lib/files/documents';
import type { DefinedRoute } from '@/lib/web/define-route';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, create } from '../orders/setup';

const db = setUpDatabase();
const NOBODY = '0'.repeat(24);
type Made = { id: string };

let client: Person;
let couturier: Person;
/** What is the client’s own. */
let own: { order: string; asked: { id: string; version: number }; talk: string };
/** What is another client’s: none of it is for the client to name, and much not for the staff to move. */
let theirs: Record<'account' | 'file' | 'order' | 'message' | 'free' | 'attached' | 'draft', string>;

const hex = ({ actor }: Person): string => actor.id.toHexString();
const must = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
};
const say = (content: string) => ({ clientMessageId: randomUUID(), type: 'text', content });

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client');
  const victim = await person(db(), 'client');
  couturier = await person(db(), 'couturier');
  await accounts(db()).updateOne({ _id: couturier.actor.id }, { $set: { 'profile.available': true } });
  const talkOf = (who: Person) => must(call<Made>(conversations.POST, { who, body: { couturierId: hex(couturier) } }));
  const order = await confirmed(client, couturier);
  const asked = (await create(client)).body;
  own = { order: order.id, asked, talk: (await talkOf(client)).id };
  const attached = (await upload(victim, 'order', await picture())).body.id;
  const theirOrder = await confirmed(victim, couturier, { referenceFileIds: [attached] });
  const talk = (await talkOf(victim)).id;
  const message = await must(
    call<Made>(messages.POST, { who: victim, params: { id: talk }, body: say('Entre nous.') }),
  );
  const draft = await must(
    call<Made>(models.POST, {
      who: couturier,
      body: {
        title: { fr: 'Pas encore montrée', en: 'Not shown yet' },
        category: 'dress',
        garment: 'dress',
        priceFrom: { amount: 100_000, currency: 'EUR' },
        leadTimeDays: 30,
      },
    }),
  );
  theirs = {
    account: hex(victim),
    file: victim.actor.clientId?.toHexString() ?? '',
    order: theirOrder.id,
    message: message.id,
    free: (await upload(victim, 'message', await picture())).body.id,
    attached,
    draft: draft.id,
  };
});

type Try = [
  what: string,
  send: (id: string) => [DefinedRoute, Parameters<typeof call>[1]],
  ...ids: (keyof typeof theirs)[],
];
/** A Monday in a month, while the house is open. */
const start = () => {
  const day = new Date(Date.now() + 30 * DAY_MS);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return `${day.toISOString().slice(0, 10)}T10:00:00Z`;
};
const inOrder = { title: 'Robe', garment: 'dress' };
const ownOrder = () => ({ id: own.order });

const BY_A_CLIENT: Try[] = [
  [
    'a picture of a new order',
    (id) => [orders.POST, { body: { ...inOrder, referenceFileIds: [id] } }],
    'free',
    'attached',
  ],
  ['the model of a new order', (id) => [orders.POST, { body: { modelId: id } }], 'draft', 'order'],
  ['the couturier of a new order', (id) => [orders.POST, { body: { ...inOrder, couturierId: id } }], 'account', 'file'],
  ['whose a new order is', (id) => [orders.POST, { body: { ...inOrder, clientId: id } }], 'file', 'account'],
  [
    'a picture put to an order',
    (id) => [
      oneOrder.PATCH,
      { method: 'PATCH', params: { id: own.asked.id }, body: { version: own.asked.version, referenceFileIds: [id] } },
    ],
    'free',
    'attached',
  ],
  [
    'a picture of a remark',
    (id) => [remarks.POST, { params: ownOrder(), body: { text: 'Voici', fileIds: [id] } }],
    'free',
    'attached',
  ],
  [
    'a picture of a change request',
    (id) => [
      changes.POST,
      { params: ownOrder(), body: { changes: [{ field: 'description', to: 'Plus long' }], fileIds: [id] } },
    ],
    'free',
    'attached',
  ],
  [
    'a file of a message',
    (id) => [messages.POST, { params: { id: own.talk }, body: { ...say(''), type: 'image', attachmentIds: [id] } }],
    'free',
    'attached',
  ],
  [
    'the order of a message',
    (id) => [messages.POST, { params: { id: own.talk }, body: { ...say('Ceci'), orderId: id } }],
    'order',
  ],
  [
    'the model of a message',
    (id) => [messages.POST, { params: { id: own.talk }, body: { ...say('Ceci'), modelId: id } }],
    'draft',
  ],
  [
    'what a message answers',
    (id) => [messages.POST, { params: { id: own.talk }, body: { ...say('Oui'), replyTo: id } }],
    'message',
  ],
  ['with whom a conversation is', (id) => [conversations.POST, { body: { couturierId: id } }], 'account', 'file'],
  [
    'the order of a conversation',
    (id) => [conversations.POST, { body: { couturierId: hex(couturier), orderId: id } }],
    'order',
  ],
  [
    'the model of a conversation',
    (id) => [conversations.POST, { body: { couturierId: hex(couturier), modelId: id } }],
    'draft',
  ],
  [
    'the order of an appointment',
    (id) => [
      appointments.POST,
      { body: { kind: 'fitting', couturierId: hex(couturier), orderId: id, start: start() } },
    ],
    'order',
  ],
  [
    'whose an appointment is',
    (id) => [
      appointments.POST,
      { body: { kind: 'fitting', couturierId: hex(couturier), clientId: id, start: start() } },
    ],
    'file',
    'account',
  ],
  [
    'with whom an appointment is',
    (id) => [appointments.POST, { body: { kind: 'fitting', couturierId: id, start: start() } }],
    'account',
    'file',
  ],
];

const BY_A_COUTURIER: Try[] = [
  [
    'a client’s own picture in a remark',
    (id) => [remarks.POST, { params: ownOrder(), body: { text: 'Voici', fileIds: [id] } }],
    'free',
    'attached',
  ],
  [
    'a client’s own picture in a note of the atelier',
    (id) => [remarks.POST, { params: ownOrder(), body: { text: 'Voici', kind: 'note', fileIds: [id] } }],
    'free',
    'attached',
  ],
  [
    'a client’s own file in a message',
    (id) => [messages.POST, { params: { id: own.talk }, body: { ...say(''), type: 'image', attachmentIds: [id] } }],
    'free',
    'attached',
  ],
  [
    'another client’s order in a message',
    (id) => [messages.POST, { params: { id: own.talk }, body: { ...say('Ceci'), orderId: id } }],
    'order',
  ],
  [
    'another conversation’s message answered',
    (id) => [messages.POST, { params: { id: own.talk }, body: { ...say('Oui'), replyTo: id } }],
    'message',
  ],
  [
    'another order’s picture on the bon à couper',
    (id) => [approval.POST, { params: ownOrder(), body: { imageFileId: id } }],
    'free',
    'attached',
  ],
  [
    'another client’s order on an appointment',
    (id) => [
      appointments.POST,
      { body: { kind: 'fitting', clientId: client.actor.clientId?.toHexString(), orderId: id, start: start() } },
    ],
    'order',
  ],
  [
    'a client’s picture on a model',
    (id) => [
      models.POST,
      {
        body: {
          title: { fr: 'Volée', en: 'Taken' },
          category: 'dress',
          garment: 'dress',
          priceFrom: { amount: 100_000, currency: 'EUR' },
          leadTimeDays: 30,
          images: [{ id, alt: { fr: 'De face', en: 'Front' } }],
        },
      },
    ],
    'free',
    'attached',
  ],
  [
    'a client as who does a task',
    (id) => [tasks.POST, { body: { title: 'Ourler', assigneeId: id } }],
    'account',
    'file',
  ],
  [
    'an account as the client of a task',
    (id) => [tasks.POST, { body: { title: 'Ourler', clientId: id } }],
    'account',
    'order',
  ],
  [
    'a file as the order of a task',
    (id) => [tasks.POST, { body: { title: 'Ourler', orderId: id } }],
    'file',
    'attached',
  ],
];

/** Everything that could have been written. */
const COLLECTIONS = [
  'orders',
  'orderEvents',
  'messages',
  'conversations',
  'appointments',
  'tasks',
  'models',
  'notifications',
];
const written = async () => Promise.all(COLLECTIONS.map((name) => db().db.collection(name).countDocuments()));
const filed = () =>
  files(db())
    .find({}, { projection: { attachedTo: 1, ownerId: 1 } })
    .sort({ _id: 1 })
    .toArray();

describe.each([
  ['a client', () => client, BY_A_CLIENT],
  ['a couturier', () => couturier, BY_A_COUTURIER],
] as const)('%s who names what is not theirs to name', (_, who, tries) => {
  it.each(tries)(
    'as %s, reads what one reads of what is not there, and nothing is written',
    async (_what, send, ...ids) => {
      const said = async (id: string) => {
        const [route, asked] = send(id);
        const { status, body } = await call<{ code: string; detail: string }>(route, { who: who(), ...asked });
        return { status, code: body.code, detail: body.detail };
      };
      const before = [await written(), await filed()];
      const nothing = await said(NOBODY);
      expect(nothing.status).toBe(404);
      for (const id of ids) expect([id, await said(theirs[id])]).toEqual([id, nothing]);
      expect([await written(), await filed()]).toEqual(before);
    },
  );
});
