import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import * as appointments from '@/app/api/appointments/route';
import * as oneAppointment from '@/app/api/appointments/[id]/route';
import * as fittingSheet from '@/app/api/appointments/[id]/fitting-sheet/route';
import * as clients from '@/app/api/clients/route';
import * as merge from '@/app/api/clients/[id]/merge/route';
import * as conversations from '@/app/api/conversations/route';
import * as messages from '@/app/api/conversations/[id]/messages/route';
import * as forward from '@/app/api/conversations/[id]/messages/[messageId]/forward/route';
import * as remarkTask from '@/app/api/conversations/[id]/messages/[messageId]/remarks/[number]/task/route';
import * as giveConversation from '@/app/api/conversations/[id]/transfer/route';
import * as reminders from '@/app/api/dashboard/reminders/route';
import * as house from '@/app/api/house/route';
import * as invitations from '@/app/api/invitations/route';
import * as journal from '@/app/api/journal/route';
import * as journalExport from '@/app/api/journal/export/route';
import * as models from '@/app/api/models/route';
import * as oneModel from '@/app/api/models/[id]/route';
import * as read from '@/app/api/notifications/read/route';
import * as parties from '@/app/api/parties/route';
import * as oneParty from '@/app/api/parties/[id]/route';
import * as partyMembers from '@/app/api/parties/[id]/members/route';
import * as partyMember from '@/app/api/parties/[id]/members/[n]/route';
import * as promises from '@/app/api/promises/route';
import * as agreementPaper from '@/app/api/orders/[id]/agreement/paper/route';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
import * as approval from '@/app/api/orders/[id]/cutting-approval/route';
import * as sign from '@/app/api/orders/[id]/cutting-approval/sign/route';
import * as accept from '@/app/api/orders/[id]/quotes/[n]/accept/route';
import * as giveOrder from '@/app/api/orders/[id]/transfer/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import * as retouches from '@/app/api/orders/retouches/route';
import * as orders from '@/app/api/orders/route';
import * as oneOrder from '@/app/api/orders/[id]/route';
import * as undo from '@/app/api/orders/[id]/transitions/undo/route';
import * as absences from '@/app/api/staff/[id]/absences/route';
import * as oneAbsence from '@/app/api/staff/[id]/absences/[absenceId]/route';
import * as giveWork from '@/app/api/staff/[id]/transfer/route';
import * as tasks from '@/app/api/tasks/route';
import * as oneTask from '@/app/api/tasks/[id]/route';
import * as moveTask from '@/app/api/tasks/[id]/move/route';
import { accounts } from '@/lib/auth/documents';
import { DAY_MS } from '@/lib/calendar';
import { files } from '@/lib/files/documents';
import type { DefinedRoute } from '@/lib/web/define-route';
import { notifications } from '@/lib/notifications/documents';
import type { OrderDto } from '@/lib/orders/answers';
import { call, callRaw, type Person, person, serveFrom } from '../../support/call-route';
import { ALL, draw, idsOf } from '../../support/ids-in-shapes';
import { picture, upload } from '../../support/upload';
import { setUpDatabase } from '../../support/with-database';
import { acceptQuote, confirmed, create, drawUp, quote, signSheet } from '../orders/setup';

const db = setUpDatabase();
const NOBODY = '0'.repeat(24);
type Made = { id: string };

let client: Person;
let couturier: Person;
let owner: Person;
type Versioned = { id: string; version: number };
/** What is the client’s own, or the house’s with the client. */
let own: Record<'order' | 'talk' | 'picture' | 'shown' | 'fitting' | 'absence', string> &
  Record<'asked' | 'hour' | 'model' | 'house' | 'party', Versioned> & { task: Versioned & { clientId: string } } & {
    file: { waiting: string; signing: string; agreed: string; id: string };
  };
/** What is another client’s: none of it is for the client to name, and much not for the staff to move. */
let theirs: Record<
  'account' | 'file' | 'order' | 'message' | 'apart' | 'free' | 'attached' | 'draft' | 'hour' | 'bell',
  string
>;

const hex = ({ actor }: Person): string => actor.id.toHexString();
const must = async <T>(answer: Promise<{ status: number; body: T }>): Promise<T> => {
  const { status, body } = await answer;
  expect(status, JSON.stringify(body)).toBeLessThan(300);
  return body;
};
const say = (content: string) => ({ clientMessageId: randomUUID(), type: 'text', content });

/** An hour, a fitting, work and a picture that go with the client’s order; a model, days away, and a client without an account. */
async function made(order: OrderDto) {
  const book = (day: number) =>
    must(
      call<Versioned>(appointments.POST, {
        who: couturier,
        body: { kind: 'fitting', clientId: order.clientId, orderId: order.id, start: start(day) },
      }),
    );
  const body = { clientId: order.clientId, orderId: order.id, title: 'Ourler' };
  const event = await must(call<Versioned>(parties.POST, { who: couturier, body: { name: 'Noces', day: days(90) } }));
  const bride = { clientId: order.clientId, orderId: order.id };
  const party = await must(
    call<Versioned>(partyMembers.POST, { who: couturier, params: { id: event.id }, body: bride }),
  );
  const absence = { from: days(40), to: days(45), kind: 'leave' };
  const file = await must(call<Made>(clients.POST, { who: couturier, body: { name: 'Rose Aubert' } }));
  const forFile = async () => (await create(couturier, { clientId: file.id })).body.id;
  const [waiting, signing, agreed] = [await forFile(), await forFile(), await forFile()];
  for (const id of [waiting, signing, agreed]) await quote(couturier, id);
  for (const id of [signing, agreed]) await acceptQuote(couturier, id, 1, { how: 'phone' });
  await drawUp(couturier, signing);
  await signSheet(couturier, signing);
  return {
    hour: await book(1),
    fitting: (await book(2)).id,
    task: await must(call<Versioned & { clientId: string }>(tasks.POST, { who: couturier, body })),
    model: await must(call<Versioned>(models.POST, { who: couturier, body: { ...SHOWN, title: TITLE } })),
    absence: (await must(call<Made>(absences.POST, { who: couturier, params: { id: hex(couturier) }, body: absence })))
      .id,
    party,
    house: { id: 'house', version: (await must(call<{ version: number }>(house.GET, { who: owner }))).version },
    file: { id: file.id, waiting, signing, agreed },
  };
}

/** A picture the client has marked in their conversation. */
async function marked(id: string) {
  const shown = (await upload(client, 'message', await picture())).body.id;
  const body = { ...say(''), type: 'image', attachmentIds: [shown], remarks: [{ number: 1, words: 'Ici' }] };
  return { shown, picture: (await must(call<Made>(messages.POST, { who: client, params: { id }, body }))).id };
}

beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner');
  client = await person(db(), 'client');
  const victim = await person(db(), 'client');
  couturier = await person(db(), 'couturier');
  await accounts(db()).updateOne({ _id: couturier.actor.id }, { $set: { 'profile.available': true } });
  const talkOf = (who: Person) => must(call<Made>(conversations.POST, { who, body: { couturierId: hex(couturier) } }));
  const order = await confirmed(client, couturier);
  const asked = (await create(client)).body;
  const ownTalk = (await talkOf(client)).id;
  own = { ...(await made(order)), asked, talk: ownTalk, order: order.id, ...(await marked(ownTalk)) };
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
  const other = await person(db(), 'couturier');
  await accounts(db()).updateOne({ _id: other.actor.id }, { $set: { 'profile.available': true } });
  const apart = await must(call<Made>(conversations.POST, { who: client, body: { couturierId: hex(other) } }));
  const bell = await notifications(db()).findOne({ accountId: victim.actor.id });
  theirs = {
    account: hex(victim),
    // What the client writes to another couturier is not this one’s to read.
    apart: (
      await must(call<Made>(messages.POST, { who: client, params: { id: apart.id }, body: say('Seulement à vous.') }))
    ).id,
    hour: (
      await must(
        call<Made>(appointments.POST, {
          who: other,
          body: { kind: 'fitting', clientId: theirOrder.clientId, orderId: theirOrder.id, start: start() },
        }),
      )
    ).id,
    bell: bell?._id.toHexString() ?? '',
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
const days = (count: number) => new Date(Date.now() + count * DAY_MS).toISOString().slice(0, 10);
/** A Monday in a month, or a day after it, while the house is open. */
const start = (after = 0) => {
  const day = new Date(Date.now() + 30 * DAY_MS);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7) + after);
  return `${day.toISOString().slice(0, 10)}T10:00:00Z`;
};
const TITLE = { fr: 'Volée', en: 'Taken' };
const SHOWN = {
  category: 'dress',
  garment: 'dress',
  priceFrom: { amount: 100_000, currency: 'EUR' },
  leadTimeDays: 30,
};
const IN = { fr: 'Devant', en: 'Front' };
const patch = 'PATCH' as const;
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
    'the order that gets pictures of the conversation',
    (id) => [forward.POST, { params: { id: own.talk, messageId: own.picture }, body: { orderId: id } }],
    'order',
  ],
  [
    'the picture that is put with an order',
    (id) => [
      forward.POST,
      { params: { id: own.talk, messageId: own.picture }, body: { orderId: own.order, fileIds: [id] } },
    ],
    'free',
    'attached',
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

const SEEN_BY_A_CLIENT: Try[] = [
  ['hours by order', (id) => [appointments.GET, { query: { orderId: id } }], 'order'],
  ['hours by client', (id) => [appointments.GET, { query: { clientId: id } }], 'file', 'account'],
  ['orders by client', (id) => [orders.GET, { query: { clientId: id } }], 'file', 'account'],
  ['a day for an order', (id) => [promises.GET, { query: { orderId: id } }], 'order'],
  [
    'a day with a couturier',
    (id) => [promises.GET, { query: { couturierId: id, garment: 'dress' } }],
    'account',
    'file',
  ],
  ['bells that are read', (id) => [read.POST, { body: { ids: [id] } }], 'bell'],
];

const worn = () => ({ clientId: own.file.id, title: 'Manteau', description: 'Ourler' });

/** Somebody of the house's own takes part; what else is named of it is not theirs. */
const inParty = (body: Record<string, unknown>) =>
  [partyMembers.POST, { params: { id: own.party.id }, body: { clientId: own.file.id, ...body } }] as ReturnType<Try[1]>;
const ofParty = (body: Record<string, unknown>) =>
  [
    partyMember.PATCH,
    { method: patch, params: { id: own.party.id, n: '2' }, body: { version: own.party.version, ...body } },
  ] as ReturnType<Try[1]>;

const BY_A_COUTURIER: Try[] = [
  ['an account as who is in a party', (id) => inParty({ clientId: id }), 'account', 'order'],
  ['an account as who pays in a party', (id) => inParty({ payer: { clientId: id } }), 'account', 'order'],
  ['another client’s order in a party', (id) => inParty({ orderId: id }), 'order'],
  [
    'an order as the model of a party’s order',
    (id) => inParty({ order: { ...inOrder, modelId: id } }),
    'order',
    'account',
  ],
  [
    'a client as who makes a party’s order',
    (id) => inParty({ order: { ...inOrder, couturierId: id } }),
    'account',
    'file',
  ],
  ['an account as who pays from now on', (id) => ofParty({ payer: { clientId: id } }), 'account', 'order'],
  ['another client’s order as theirs in a party', (id) => ofParty({ orderId: id }), 'order'],
  [
    'a client as who watches over a party',
    (id) => [parties.POST, { body: { name: 'Noces', day: '2027-02-13', couturierId: id } }],
    'account',
    'file',
  ],
  [
    'a client as who watches over a party that is there',
    (id) => [
      oneParty.PATCH,
      { method: patch, params: { id: own.party.id }, body: { version: own.party.version, couturierId: id } },
    ],
    'account',
    'file',
  ],
  [
    'a client without an account as a piece to be altered',
    (id) => [retouches.POST, { body: { retouchOf: id, description: 'Ourler' } }],
    'file',
  ],
  [
    'an account as whose garment is altered',
    (id) => [retouches.POST, { body: { ...worn(), clientId: id } }],
    'account',
    'order',
  ],
  ['a client as who alters it', (id) => [retouches.POST, { body: { ...worn(), couturierId: id } }], 'account', 'file'],
  [
    'a client’s own picture of a garment to be altered',
    (id) => [retouches.POST, { body: { ...worn(), fileIds: [id] } }],
    'free',
    'attached',
  ],
  [
    'a client’s own picture as the paper of a price agreed on',
    (id) => [
      retouches.POST,
      {
        body: {
          ...worn(),
          lines: [{ label: 'Ourlet', quantity: 1, unitPrice: { amount: 100, currency: 'EUR' } }],
          agreed: { how: 'paper', paperFileId: id },
        },
      },
    ],
    'free',
    'attached',
  ],
  [
    'another order as the move that is undone',
    (id) => [undo.POST, { params: ownOrder(), body: { move: id } }],
    'order',
  ],
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
    'another client’s order on an hour that stands',
    (id) => [
      oneAppointment.PATCH,
      { method: patch, params: { id: own.hour.id }, body: { version: own.hour.version, orderId: id } },
    ],
    'order',
  ],
  [
    'a client as whom an hour is with',
    (id) => [
      oneAppointment.PATCH,
      { method: patch, params: { id: own.hour.id }, body: { version: own.hour.version, couturierId: id } },
    ],
    'account',
    'file',
  ],
  [
    'a client’s own picture on a fitting sheet',
    (id) => [
      fittingSheet.POST,
      { params: { id: own.fitting }, body: { remarks: [{ label: 'Ourlet', note: 'Plus haut', fileIds: [id] }] } },
    ],
    'free',
    'attached',
  ],
  [
    'a file that is merged',
    (id) => [merge.GET, { params: { id: own.file.id }, query: { intoId: id } }],
    'account',
    'order',
  ],
  [
    'a file to merge into',
    (id) => [merge.POST, { params: { id: own.file.id }, body: { intoId: id } }],
    'account',
    'order',
  ],
  ['an account as who is written to', (id) => [conversations.POST, { body: { clientId: id } }], 'account', 'order'],
  [
    'another client’s order, for the conversation’s pictures',
    (id) => [forward.POST, { params: { id: own.talk, messageId: own.picture }, body: { orderId: id } }],
    'order',
  ],
  [
    'another client’s order on what a remark becomes',
    (id) => [
      remarkTask.POST,
      { params: { id: own.talk, messageId: own.picture, number: '1' }, body: { title: 'Ourler', orderId: id } },
    ],
    'order',
  ],
  [
    'a client as who does what a remark became',
    (id) => [
      remarkTask.POST,
      { params: { id: own.talk, messageId: own.picture, number: '1' }, body: { title: 'Ourler', assigneeId: id } },
    ],
    'account',
    'file',
  ],
  ['whom one reminds of what', (id) => [reminders.POST, { body: { orderId: id, about: 'quote' } }], 'file', 'hour'],
  [
    'an account as the file of an invitation',
    (id) => [invitations.POST, { body: { email: `${randomUUID()}@exemple.fr`, role: 'client', clientId: id } }],
    'account',
    'order',
  ],
  [
    'a client as whose a new model is',
    (id) => [models.POST, { body: { ...SHOWN, title: TITLE, couturierId: id } }],
    'account',
    'file',
  ],
  [
    'a client as whose a model is',
    (id) => [
      oneModel.PATCH,
      { method: patch, params: { id: own.model.id }, body: { version: own.model.version, couturierId: id } },
    ],
    'account',
    'file',
  ],
  [
    'a client’s picture put on a model',
    (id) => [
      oneModel.PATCH,
      { method: patch, params: { id: own.model.id }, body: { version: own.model.version, images: [{ id, alt: IN }] } },
    ],
    'free',
    'attached',
  ],
  [
    'a client’s picture as the paper of an accepted quote',
    (id) => [accept.POST, { params: { id: own.file.waiting, n: '1' }, body: { how: 'paper', paperFileId: id } }],
    'free',
    'attached',
  ],
  [
    'a client’s picture as the paper of a signed sheet',
    (id) => [sign.POST, { params: { id: own.file.signing }, body: { how: 'paper', paperFileId: id } }],
    'free',
    'attached',
  ],
  [
    'a client’s picture as the paper of what was agreed',
    (id) => [agreementPaper.POST, { params: { id: own.file.agreed }, body: { to: 'quote', n: 1, fileId: id } }],
    'free',
    'attached',
  ],
  [
    'a client as who stands in',
    (id) => [
      absences.POST,
      { params: { id: hex(couturier) }, body: { from: days(60), to: days(62), kind: 'leave', coverId: id } },
    ],
    'account',
    'file',
  ],
  [
    'a client as who stands in from now on',
    (id) => [
      oneAbsence.PATCH,
      {
        method: patch,
        params: { id: hex(couturier), absenceId: own.absence },
        body: { version: 1, from: days(40), to: days(45), kind: 'leave', coverId: id },
      },
    ],
    'account',
    'file',
  ],
  [
    'a message as what asked for a task',
    (id) => [tasks.POST, { body: { title: 'Ourler', clientId: own.task.clientId, messageId: id } }],
    'message',
    'apart',
    'order',
  ],
  [
    'a message of others as what asked for a task of nobody’s',
    (id) => [tasks.POST, { body: { title: 'Ourler', messageId: id } }],
    'apart',
  ],
  [
    'another client’s order on a task of a client',
    (id) => [tasks.POST, { body: { title: 'Ourler', clientId: own.task.clientId, orderId: id } }],
    'order',
  ],
  ...(['orderId', 'clientId', 'assigneeId'] as const).map((name): Try => [
    `${name} of a task that is there`,
    (id) => [
      oneTask.PATCH,
      { method: patch, params: { id: own.task.id }, body: { version: own.task.version, [name]: id } },
    ],
    ...({ orderId: ['order', 'file'], clientId: ['file', 'account'], assigneeId: ['account', 'file'] } as const)[name],
  ]),
  [
    'what a task is put before',
    (id) => [moveTask.POST, { params: { id: own.task.id }, body: { status: 'todo', beforeId: id } }],
    'order',
    'message',
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

const SEEN_BY_A_COUTURIER: Try[] = [
  ['parties of an account', (id) => [parties.GET, { query: { clientId: id } }], 'account'],
  ['the party of a file', (id) => [parties.GET, { query: { orderId: id } }], 'file'],
  ['hours with a client', (id) => [appointments.GET, { query: { couturierId: id } }], 'account'],
  ['orders of a client as a couturier’s', (id) => [orders.GET, { query: { couturierId: id } }], 'account'],
  ['work of a client', (id) => [tasks.GET, { query: { assigneeId: id } }], 'account'],
  ['work for a file', (id) => [tasks.GET, { query: { orderId: id } }], 'file'],
  ['work of an account', (id) => [tasks.GET, { query: { clientId: id } }], 'account'],
];

const BY_AN_OWNER: Try[] = [
  [
    'a client as who takes a conversation',
    (id) => [giveConversation.POST, { params: { id: own.talk }, body: { couturierId: id } }],
    'account',
    'file',
  ],
  [
    'a client as who takes an order',
    (id) => [giveOrder.POST, { params: { id: own.asked.id }, body: { version: own.asked.version, couturierId: id } }],
    'account',
    'file',
  ],
  [
    'a client as who makes an order',
    (id) => [
      oneOrder.PATCH,
      { method: patch, params: { id: own.asked.id }, body: { version: own.asked.version, couturierId: id } },
    ],
    'account',
    'file',
  ],
  [
    'a client as who takes all work',
    (id) => [giveWork.POST, { params: { id: hex(couturier) }, body: { couturierId: id } }],
    'account',
    'file',
  ],
  [
    'a client as whom a client’s words are about',
    (id) => [
      house.PATCH,
      {
        method: patch,
        body: { version: own.house.version, clientWords: [{ text: IN, signature: IN, couturierId: id }] },
      },
    ],
    'account',
    'file',
  ],
];

const SEEN_BY_AN_OWNER: Try[] = [
  ['who did', (id) => [journal.GET, { query: { by: id } }], 'order'],
  ['to whom', (id) => [journal.GET, { query: { of: id } }], 'message'],
  ['who did, to take away', (id) => [journalExport.GET, { query: { by: id } }], 'order'],
  ['to whom, to take away', (id) => [journalExport.GET, { query: { of: id } }], 'message'],
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
  'parties',
];
const written = async () => Promise.all(COLLECTIONS.map((name) => db().db.collection(name).countDocuments()));
const filed = () =>
  files(db())
    .find({}, { projection: { attachedTo: 1, ownerId: 1 } })
    .sort({ _id: 1 })
    .toArray();

/** What an id is answered with. */
async function said(send: Try[1], who: Person, id: string) {
  const [route, asked] = send(id);
  const response = await callRaw(route, { who, ...asked });
  const text = await response.text();
  const { requestId: _, ...body } = response.headers.get('content-type')?.includes('json')
    ? (JSON.parse(text) as Record<string, unknown>)
    : { text };
  return { status: response.status, body };
}

describe.each([
  ['a client', () => client, BY_A_CLIENT],
  ['a couturier', () => couturier, BY_A_COUTURIER],
  ['an owner', () => owner, BY_AN_OWNER],
] as const)('%s who names what is not theirs to name', (_, who, tries) => {
  it.each(tries)(
    'as %s, reads what one reads of what is not there, and nothing is written',
    async (_what, send, ...ids) => {
      const before = [await written(), await filed()];
      const nothing = await said(send, who(), NOBODY);
      expect([404, 422], JSON.stringify(nothing.body)).toContain(nothing.status);
      expect(nothing.body['code']).toMatch(/^(not_found|cover_not_there|undo_too_late)$/);
      for (const id of ids) {
        expect(theirs[id]).toMatch(/^[0-9a-f]{24}$/);
        expect([id, await said(send, who(), theirs[id])]).toEqual([id, nothing]);
        const loud = await said(send, who(), theirs[id].toUpperCase());
        if (loud.status !== 400) expect([id, loud]).toEqual([id, nothing]);
      }
      expect([await written(), await filed()]).toEqual(before);
    },
  );
});

describe.each([
  ['a client', () => client, SEEN_BY_A_CLIENT],
  ['a couturier', () => couturier, SEEN_BY_A_COUTURIER],
  ['an owner', () => owner, SEEN_BY_AN_OWNER],
] as const)('%s who asks by what is not theirs', (_, who, tries) => {
  it.each(tries)('for %s, is shown what one is shown of what is not there', async (_what, send, ...ids) => {
    const before = await notifications(db()).countDocuments({ read: false });
    const nothing = await said(send, who(), NOBODY);
    expect([200, 404]).toContain(nothing.status);
    for (const id of ids) expect([id, await said(send, who(), theirs[id])]).toEqual([id, nothing]);
    expect(await notifications(db()).countDocuments({ read: false })).toBe(before);
  });
});

/** Where an id stands in what is sent. */
function placesOf(value: unknown, id: string, path: readonly string[] = []): string[] {
  if (value === id) return [path.join('.')];
  if (Array.isArray(value)) return value.flatMap((one) => placesOf(one, id, [...path, '[]']));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => placesOf(one, id, [...path, key]));
}

it('is tried at every place of every route where an id may stand', () => {
  const mark = 'f'.repeat(24);
  const all = [
    ...[...BY_A_CLIENT, ...BY_A_COUTURIER, ...BY_AN_OWNER],
    ...[...SEEN_BY_A_CLIENT, ...SEEN_BY_A_COUTURIER, ...SEEN_BY_AN_OWNER],
  ];
  const tried = new Set(
    all.flatMap(([, send]) => {
      const [route, asked] = send(mark);
      const { operation } = route.definition;
      return [
        ...placesOf(asked?.body, mark).map((place) => `${operation} ${place}`),
        ...placesOf(asked?.query, mark).map((place) => `${operation} ?${place}`),
      ];
    }),
  );
  const open = ALL.flatMap(({ route: { definition } }) => [
    ...(definition.body ? idsOf(draw(definition.body)).map((path) => `${definition.operation} ${path.join('.')}`) : []),
    ...(definition.query
      ? idsOf(draw(definition.query)).map((path) => `${definition.operation} ?${path.join('.')}`)
      : []),
  ]);
  expect(open.length).toBeGreaterThan(50);
  expect(
    open.filter((place) => !tried.has(place)),
    'a new place for an id wants its line above',
  ).toEqual([]);
});
