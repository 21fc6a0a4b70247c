import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { POST as openCalendar } from '@/app/api/me/calendar/route';
import { POST as changePassword } from '@/app/api/me/password/route';
import { GET as getMe } from '@/app/api/me/route';
import { POST as resetPassword } from '@/app/api/password-resets/[token]/route';
import { POST as requestReset } from '@/app/api/password-resets/route';
import { findCalendarOwner } from '@/lib/auth/calendar-address';
import { createAccount } from '@/lib/auth/create-account';
import { accounts, tokens } from '@/lib/auth/documents';
import { hashPassword } from '@/lib/auth/password';
import { signIn } from '../../support/auth-door';
import { call, type Person, serveFrom } from '../../support/call-route';
import { mailsTo, secretIn } from '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
const OLD = 'une phrase de couture';
const NEW = 'une autre phrase cousue';
let passwordHash = '';
let visitor = 0;

beforeAll(async () => {
  serveFrom(db());
  passwordHash = await hashPassword(OLD);
});

const account = (email: string) =>
  createAccount(db(), {
    email,
    name: 'Awa Diallo',
    role: 'client',
    locale: 'fr',
    passwordHash,
    clientId: new ObjectId(),
  });
const as = (cookie: string) => ({ cookie }) as Person;
const status = async (cookie: string) => (await call(getMe, { who: as(cookie) })).status;
const address = () => ({ 'x-forwarded-for': `203.0.113.${(visitor += 1)}` });
const ask = (email: string) => call(requestReset, { body: { email }, headers: address() });
const use = (token: string, password = NEW) =>
  call(resetPassword, { body: { password }, params: { token }, headers: address() });

async function linkFor(email: string): Promise<string> {
  expect((await ask(email)).status).toBe(202);
  const [mail] = await mailsTo(db(), email);
  return secretIn(mail?.html ?? '', 'reset-password');
}

describe('what an old password gave', () => {
  it('ends with a change: the link asked for before, and the secret address of the calendar', async () => {
    const { _id } = await account('tout@exemple.fr');
    const { cookie } = await signIn('tout@exemple.fr', OLD);
    const token = await linkFor('tout@exemple.fr');
    const { body: calendar } = await call<{ url: string }>(openCalendar, { who: as(cookie), method: 'POST' });
    const secret = new URL(calendar.url).searchParams.get('token') ?? '';
    expect(await findCalendarOwner(db(), secret)).toMatchObject({ _id });
    const answer = await call(changePassword, { who: as(cookie), body: { current: OLD, next: NEW } });
    expect(answer.status).toBe(204);
    expect((await use(token, 'encore une autre phrase')).body['code']).toBe('token_invalid');
    expect(await findCalendarOwner(db(), secret)).toBeNull();
    expect((await signIn('tout@exemple.fr', NEW)).response.status).toBe(200);
  });

  it('ends with a reset too', async () => {
    await account('agenda@exemple.fr');
    const { cookie } = await signIn('agenda@exemple.fr', OLD);
    const { body: calendar } = await call<{ url: string }>(openCalendar, { who: as(cookie), method: 'POST' });
    const secret = new URL(calendar.url).searchParams.get('token') ?? '';
    expect((await use(await linkFor('agenda@exemple.fr'))).status).toBe(204);
    expect(await findCalendarOwner(db(), secret)).toBeNull();
  });
});

describe('a forgotten password', () => {
  it('is chosen anew by a link that serves once and ends every session', async () => {
    await account('awa@exemple.fr');
    const device = await signIn('awa@exemple.fr', OLD);
    const token = await linkFor('awa@exemple.fr');
    expect((await use(token)).status).toBe(204);
    expect(await status(device.cookie)).toBe(401);
    expect((await signIn('awa@exemple.fr', OLD)).response.status).toBe(401);
    expect((await signIn('awa@exemple.fr', NEW)).response.status).toBe(200);
    expect((await use(token)).body['code']).toBe('token_invalid');
  });

  it('keeps only a hash of the link', async () => {
    await account('hachee@exemple.fr');
    const token = await linkFor('hachee@exemple.fr');
    expect(JSON.stringify(await tokens(db()).find().toArray())).not.toContain(token);
  });

  it('answers the same for an unknown address, to which nothing is sent', async () => {
    await account('connue@exemple.fr');
    const [known, unknown] = [await ask('connue@exemple.fr'), await ask('inconnue@exemple.fr')];
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
    expect(await mailsTo(db(), 'inconnue@exemple.fr')).toEqual([]);
  });

  it('closes the other links when one is used, and refuses expired and made-up ones', async () => {
    await account('deux@exemple.fr');
    const first = await linkFor('deux@exemple.fr');
    const second = await linkFor('deux@exemple.fr');
    expect((await use(second)).status).toBe(204);
    expect((await use(first)).status).toBe(422);
    const third = await linkFor('deux@exemple.fr');
    await tokens(db()).updateMany({ email: 'deux@exemple.fr' }, { $set: { expiresAt: new Date(Date.now() - 1000) } });
    expect((await use(third)).status).toBe(422);
    expect((await use('invente')).status).toBe(422);
  });

  it('lets one of two uses at once through', async () => {
    await account('ensemble@exemple.fr');
    const token = await linkFor('ensemble@exemple.fr');
    const answers = await Promise.all([use(token), use(token, 'et encore une autre')]);
    expect(answers.map((one) => one.status).sort()).toEqual([204, 422]);
  });

  it('sends nothing to a closed account and opens none', async () => {
    const { _id } = await account('close@exemple.fr');
    const token = await linkFor('close@exemple.fr');
    await accounts(db()).updateOne({ _id }, { $set: { disabled: true } });
    expect((await use(token)).status).toBe(422);
    await ask('close@exemple.fr');
    expect(await mailsTo(db(), 'close@exemple.fr')).toHaveLength(1);
  });

  it('is limited per account', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await ask('limite@exemple.fr')).status).toBe(202);
    expect((await ask('limite@exemple.fr')).status).toBe(429);
  });
});

describe('a changed password', () => {
  it('ends every other session and keeps this one', async () => {
    await account('change@exemple.fr');
    const [here, there] = [await signIn('change@exemple.fr', OLD), await signIn('change@exemple.fr', OLD)];
    const answer = await call(changePassword, { who: as(here.cookie), body: { current: OLD, next: NEW } });
    expect(answer.status).toBe(204);
    expect([await status(here.cookie), await status(there.cookie)]).toEqual([200, 401]);
    const templates = (await mailsTo(db(), 'change@exemple.fr')).map((mail) => mail.template);
    expect(templates.sort(), 'the second sign-in was told of too').toEqual(['newDevice', 'passwordChanged']);
  });

  it('asks for the present one, for a good one, and for somebody signed in', async () => {
    await account('refus@exemple.fr');
    const { cookie } = await signIn('refus@exemple.fr', OLD);
    const wrong = await call(changePassword, { who: as(cookie), body: { current: 'non', next: NEW } });
    expect([wrong.status, wrong.body['code']]).toEqual([422, 'wrong_password']);
    expect((await call(changePassword, { who: as(cookie), body: { current: OLD, next: 'court' } })).status).toBe(400);
    expect((await call(changePassword, { body: { current: OLD, next: NEW } })).status).toBe(401);
    expect(await status(cookie)).toBe(200);
  });
});
