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
import { BOOKING_HORIZON_DAYS, LIMITS, MOST_OPEN_PROPOSALS, MOST_OPEN_REQUESTS } from '@/lib/limits';
import { renderHtml } from '@/lib/mail/layout';
import { publicUrl } from '@/lib/mail/public-url';
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
    const propose = (days: number) => {
      const start = new Date(Date.UTC(monday.getUTCFullYear(), monday.getUTCMonth(), monday.getUTCDate() + days, 10));
      return call<Refused>(appointments.POST, {
        who,
        body: { kind: 'measuring', couturierId, start: start.toISOString(), minutes: 30 },
      });
    };
    expect((await propose(Math.ceil((BOOKING_HORIZON_DAYS + 30) / 7) * 7)).body.code).toBe('too_far_ahead');
    for (let week = 0; week < MOST_OPEN_PROPOSALS; week += 1) expect((await propose(week * 7)).status).toBe(201);
    expect((await propose(70)).body.code).toBe('too_many_open');
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

  it.each(['Inès Haddad', 'INES  HADDAD', 'Inès\u200b Haddad', 'FashionFlow', 'Claire-Morel'])(
    '%s is a name of the house, and no client’s',
    async (name) => {
      expect((await signUp(name, '203.0.113.50')).body.code).toBe('name_reserved');
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
