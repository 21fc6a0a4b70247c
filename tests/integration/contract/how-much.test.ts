import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import * as appointments from '@/app/api/appointments/route';
import * as invitations from '@/app/api/invitations/route';
import * as changes from '@/app/api/orders/[id]/change-requests/route';
import * as payments from '@/app/api/orders/[id]/payments/route';
import * as reversing from '@/app/api/orders/[id]/payments/[n]/route';
import * as quotePaper from '@/app/api/orders/[id]/quote.pdf/route';
import * as remarks from '@/app/api/orders/[id]/remarks/route';
import * as accountsRoute from '@/app/api/accounts/route';
import { accounts, tokens } from '@/lib/auth/documents';
import * as ownMeasurements from '@/app/api/me/measurements/route';
import * as ordersRoute from '@/app/api/orders/route';
import { appointments as kept } from '@/lib/appointments/documents';
import { sendDueMails } from '@/lib/jobs/send-due-mails';
import {
  BOOKING_HORIZON_DAYS,
  LIMITS,
  MOST_OPEN_FIRST_MEETINGS,
  MOST_OPEN_ORDER_REQUESTS,
  MOST_OPEN_PROPOSALS,
  MOST_OPEN_REQUESTS,
} from '@/lib/limits';
import { notifications } from '@/lib/notifications/documents';
import { MAIL_AGAIN_MS, MAIL_DELAY_MS } from '@/lib/notifications/rules';
import { renderHtml } from '@/lib/mail/layout';
import { publicUrl } from '@/lib/mail/public-url';
import { mailsTo } from '../../support/mails';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { confirmed, eur } from '../orders/setup';

const db = setUpDatabase();
let owner: Person;
let couturier: Person;
let client: Person;
type Refused = { code: string };

beforeAll(async () => {
  serveFrom(db());
  owner = await person(db(), 'owner', 'Inès Haddad');
  couturier = await person(db(), 'couturier', 'Claire Morel');
  client = await person(db(), 'client', 'Awa Diallo');
});

describe('what one client makes', () => {
  it('is bounded: remarks', async () => {
    const { id } = await confirmed(client, couturier);
    const say = (who: Person) => call<Refused>(remarks.POST, { who, params: { id }, body: { text: 'Encore' } });
    for (let said = 0; said < LIMITS.remark.points; said += 1) expect((await say(client)).status).toBe(201);
    expect((await say(client)).body.code).toBe('rate_limited');
    expect((await say(couturier)).status).toBe(201);
  });

  it('is bounded: papers printed, whether they are there or not', async () => {
    const who = await person(db(), 'client');
    const ask = () => call<Refused>(quotePaper.GET, { who, params: { id: new ObjectId().toHexString() } });
    for (let asked = 0; asked < LIMITS.paper.points; asked += 1) expect((await ask()).status).toBe(404);
    expect((await ask()).body.code).toBe('rate_limited');
  });

  it('is bounded: change requests that wait', async () => {
    const who = await person(db(), 'client');
    const { id } = await confirmed(who, couturier);
    const ask = (to: string) =>
      call<Refused>(changes.POST, { who, params: { id }, body: { changes: [{ field: 'description', to }] } });
    for (let asked = 0; asked < MOST_OPEN_REQUESTS; asked += 1) expect((await ask(`Plus ${asked}`)).status).toBe(201);
    expect((await ask('Encore plus')).body.code).toBe('too_many_open');
  });

  it('is bounded: hours proposed, and how far ahead', async () => {
    const who = await person(db(), 'client');
    const couturierId = couturier.actor.id.toHexString();
    const monday = new Date();
    monday.setUTCDate(monday.getUTCDate() + ((8 - monday.getUTCDay()) % 7 || 7) + 7);
    const propose = (days: number, by = who) => {
      const start = new Date(Date.UTC(monday.getUTCFullYear(), monday.getUTCMonth(), monday.getUTCDate() + days, 10));
      return call<Refused>(appointments.POST, {
        who: by,
        body: { kind: 'measuring', couturierId, start: start.toISOString(), minutes: 30 },
      });
    };
    expect((await propose(Math.ceil((BOOKING_HORIZON_DAYS + 30) / 7) * 7)).body.code).toBe('too_far_ahead');
    // Somebody this couturier makes nothing for takes few of her hours, all at once or one by one.
    const stranger = await person(db(), 'client');
    const weeks = [10, 11, 12, 13, 14, 15];
    const answers = await Promise.all(weeks.map((week) => propose(week * 7, stranger)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(MOST_OPEN_FIRST_MEETINGS);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'too_many_open']));
    expect(await kept(db()).countDocuments({ clientId: stranger.actor.clientId })).toBe(MOST_OPEN_FIRST_MEETINGS);
    await confirmed(who, couturier);
    for (let week = 0; week < MOST_OPEN_PROPOSALS; week += 1) expect((await propose(week * 7)).status).toBe(201);
    expect((await propose(70)).body.code).toBe('too_many_open');
  });

  it('is bounded: measurement sets', async () => {
    const who = await person(db(), 'client');
    const measure = () =>
      call<Refused>(ownMeasurements.POST, { who, body: { kind: 'body', values: { bustGirth: 90 }, confirm: true } });
    for (let made = 0; made < LIMITS.measurements.points; made += 1) expect((await measure()).status).toBe(201);
    expect((await measure()).body.code).toBe('rate_limited');
  });

  it('is bounded: pieces asked for that nobody has answered', async () => {
    const who = await person(db(), 'client');
    const couturierId = couturier.actor.id.toHexString();
    const ask = () =>
      call<Refused>(ordersRoute.POST, { who, body: { title: 'Robe', garment: 'dress', description: '', couturierId } });
    for (let asked = 0; asked < MOST_OPEN_ORDER_REQUESTS; asked += 1) expect((await ask()).status).toBe(201);
    expect((await ask()).body.code).toBe('too_many_open');
  });
});

describe('what a burst rings', () => {
  const unread = (who: Person, id: string) =>
    notifications(db())
      .find({ accountId: who.actor.id, read: false, href: { $regex: id } })
      .toArray();
  const mails = async (who: Person) =>
    (await mailsTo(db(), who.actor.email)).filter((one) => one.template === 'notification');

  it('is one bell of a kind and one mail for an order, whatever is done to it; the next mail comes within the hour after', async () => {
    const [who, maker] = [await person(db(), 'client'), await person(db(), 'couturier')];
    const { id } = await confirmed(who, maker);
    await notifications(db()).updateMany({ accountId: maker.actor.id }, { $set: { read: true } });
    const say = (n: number) => call(remarks.POST, { who, params: { id }, body: { text: `Mot ${n}` } });
    for (let n = 0; n < 10; n += 1) expect((await say(n)).status).toBe(201);
    const change = (to: string) =>
      call(changes.POST, { who, params: { id }, body: { changes: [{ field: 'description', to }] } });
    for (const to of ['Plus long', 'Plus court']) expect((await change(to)).status).toBe(201);
    const bells = await unread(maker, id);
    expect(bells.map(({ kind, asks }) => [kind, asks]).sort()).toEqual([
      ['change', true],
      ['change', true],
      ['order', false],
    ]);
    const due = new Date(Date.now() + MAIL_DELAY_MS + 1000);
    await sendDueMails(db(), due);
    const [mail, ...more] = await mails(maker);
    expect(more).toEqual([]);
    for (const bell of bells)
      expect(mail?.html.replaceAll('&#39;', "'")).toContain(bell.title.fr.replaceAll('&', '&amp;'));
    await say(11);
    await sendDueMails(db(), new Date(due.getTime() + 2 * MAIL_DELAY_MS));
    expect(await mails(maker)).toHaveLength(1);
    await sendDueMails(db(), new Date(due.getTime() + MAIL_AGAIN_MS));
    expect(await mails(maker)).toHaveLength(2);
  });
});

describe('sums', () => {
  it('do not fall below nothing when a deposit that was given back is struck', async () => {
    const { id } = await confirmed(client, couturier);
    const pay = (kind: string, amount: number) =>
      call(payments.POST, {
        who: couturier,
        params: { id },
        body: { kind, amount: eur(amount), method: 'cash', paidAt: '2026-11-01' },
      });
    expect((await pay('deposit', 500)).status).toBe(201);
    expect((await pay('refund', 500)).status).toBe(201);
    const strike = (n: string) =>
      call<Refused>(reversing.DELETE, { who: couturier, method: 'DELETE', params: { id, n }, body: {} });
    expect((await strike('1')).body.code).toBe('refund_remains');
    expect((await strike('2')).status).toBe(200);
    expect((await strike('1')).status).toBe(200);
  });
});

describe('who one says one is', () => {
  const signUp = (name: string, address: string) =>
    call<Refused>(accountsRoute.POST, {
      body: { name, email: `${new ObjectId().toHexString()}@exemple.fr`, password: 'le fil commence ici' },
      headers: { 'x-forwarded-for': address },
    });

  it.each([
    'Inès Haddad',
    'INES  HADDAD',
    'Inès\u200b Haddad',
    'Inès\u3164Haddad',
    'Haddad, Inès',
    // Greek, then Cyrillic letters among the Latin ones, a letter that stands for another, and a digit.
    '\u0399nès \u0397addad',
    'In\u0450s Hadd\u0430d',
    'lnès Haddad',
    'Claire More1',
    'FashionFlow',
    'Claire-Morel',
    'Maison FashionFlow',
    'La maison',
    'L’Atelier',
    'Service client',
    'Support',
    'FashionFlow, équipe',
    'Inès Haddad, couturière',
    'Atelier Inès Haddad',
    'L\u0430 Maison',
  ])('%s is a name of the house, and no client’s', async (name) => {
    expect((await signUp(name, '203.0.113.50')).body.code).toBe('name_reserved');
  });

  it.each(['Anne Couturier', 'Jean Maison', 'Inès', 'Haddad', 'Claire Studio-Morel Diop', 'Delamaison'])(
    '%s is a name like any other',
    async (name) => {
      expect((await signUp(name, '203.0.113.54')).status).toBe(201);
    },
  );

  it('answers alike for an address that is known', async () => {
    const taken = await person(db(), 'client');
    const body = { name: 'Nora', email: taken.actor.email, password: 'le fil commence ici' };
    const answers = [];
    for (let at = 0; at < 4; at += 1) {
      const email = at % 2 === 0 ? taken.actor.email : `neuve-${at}@exemple.fr`;
      answers.push(
        await call<{ id: string }>(accountsRoute.POST, {
          body: { ...body, email },
          headers: { 'x-forwarded-for': '203.0.113.51' },
        }),
      );
    }
    const ids = answers.map(({ body: { id } }) => id);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    // No part of one id says anything of the next: they are not counted.
    expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBe(4);
    expect(await accounts(db()).countDocuments({ email: taken.actor.email })).toBe(1);
  });
});

describe('an invitation', () => {
  it('to work here is not replaced by one to be a client', async () => {
    const email = 'future@exemple.fr';
    const invite = (who: Person, role: string) => call(invitations.POST, { who, body: { email, role } });
    expect((await invite(owner, 'couturier')).status).toBe(201);
    expect((await invite(couturier, 'client')).status).toBe(201);
    const open = await tokens(db())
      .find({ email, usedAt: { $exists: false } })
      .toArray();
    expect(open.map(({ role }) => role).sort()).toEqual(['client', 'couturier']);
  });
});

describe('a mail', () => {
  it('makes links of the house’s own addresses only', () => {
    const own = publicUrl('/fr/sign-in');
    const html = renderHtml({
      locale: 'fr',
      subject: 's',
      preheader: '',
      title: 't',
      paragraphs: [`Gagnez sur https://evil.example/x maintenant, ou venez : ${own}`],
      reason: '',
      house: { name: 'Maison', address: 'Paris' },
    });
    expect(html).not.toContain('href="https://evil.example');
    expect(html).toContain(`href="${own}"`);
  });
});
