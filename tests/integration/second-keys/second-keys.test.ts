import { Secret, TOTP } from 'otpauth';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as houseRoute from '@/app/api/house/route';
import * as me from '@/app/api/me/route';
import * as keysRoute from '@/app/api/me/second-keys/route';
import * as appRoute from '@/app/api/me/second-keys/app/route';
import * as confirmRoute from '@/app/api/me/second-keys/app/confirm/route';
import * as codesRoute from '@/app/api/me/second-keys/codes/route';
import * as passkeyRoute from '@/app/api/me/second-keys/passkey/route';
import * as optionsRoute from '@/app/api/me/second-keys/passkey/options/route';
import * as removeRoute from '@/app/api/me/second-keys/remove/route';
import * as ordersRoute from '@/app/api/orders/route';
import * as ticketRoute from '@/app/api/realtime/ticket/route';
import * as clearRoute from '@/app/api/staff/[id]/second-keys/route';
import { acts } from '@/lib/audit/documents';
import { accounts, sessions } from '@/lib/auth/documents';
import { hashPassword } from '@/lib/auth/password';
import { house } from '@/lib/house/documents';
import { notifications } from '@/lib/notifications/documents';
import { secondKeys } from '@/lib/second-keys/documents';
import { afterwardsDone } from '@/lib/web/afterwards';
import { signIn } from '../../support/auth-door';
import { Authenticator } from '../../support/authenticator';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { mailsTo } from '../../support/mails';
import { setUpDatabase } from '../../support/with-database';

const PASSWORD = 'une phrase bien à moi';
const ORIGIN = 'http://maison.test';
const db = setUpDatabase();
let passwordHash = '';
let owner: Person;
let who: Person;

beforeAll(async () => {
  serveFrom(db());
  passwordHash = await hashPassword(PASSWORD);
  owner = await person(db(), 'owner');
});

beforeEach(async () => {
  who = await person(db(), 'couturier');
  await accounts(db()).updateOne({ _id: who.actor.id }, { $set: { passwordHash } });
});

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** Adds an app with codes. @returns its secret and the recovery codes */
async function addApp(whose = who): Promise<{ secret: string; codes: string[] }> {
  const begun = await call<{ secret: string; uri: string }>(appRoute.POST, {
    who: whose,
    body: { password: PASSWORD },
  });
  expect(begun.status).toBe(200);
  const { secret } = begun.body;
  expect(begun.body.uri).toContain(`secret=${secret}`);
  const ended = await call<{ codes: string[] }>(confirmRoute.POST, { who: whose, body: { code: codeOf(secret, -1) } });
  expect(ended.status).toBe(200);
  return { secret, codes: ended.body.codes };
}

async function addPasskey(key: Authenticator): Promise<{ status: number; codes: string[] }> {
  const { body } = await call<{ challenge: string }>(optionsRoute.POST, { who, body: { password: PASSWORD } });
  const credential = key.create(body.challenge);
  const answer = await call<{ codes: string[] }>(passkeyRoute.POST, { who, body: { name: 'Mac', credential } });
  return { status: answer.status, codes: answer.body.codes };
}

const enter = async (second?: { code?: string; passkey?: string }, address?: string) => {
  const { response, cookie } = await signIn(who.actor.email, PASSWORD, { second, address });
  const body = (await response.json()) as { code?: string; app?: boolean; passkey?: { challenge: string } };
  return { status: response.status, code: body.code, body, cookie };
};

describe('an app with codes', () => {
  it('is asked for once the password was right, and a code of it opens', async () => {
    const { secret, codes } = await addApp();
    expect(new Set(codes).size).toBe(10);
    const bare = await enter();
    expect([bare.status, bare.code, bare.body.app]).toEqual([401, 'second_key_needed', true]);
    expect(bare.cookie).not.toContain('session-token');
    const wrong = await signIn(who.actor.email, 'pas le bon');
    expect(wrong.response.status).toBe(401);
    expect(await wrong.response.text()).not.toContain('second_key');
    const { status, cookie } = await enter({ code: codeOf(secret) });
    expect(status).toBe(200);
    expect((await call(me.GET, { who: { ...who, cookie } })).status).toBe(200);
  });

  it('refuses a half minute that was used, by anybody, and a wrong or old code', async () => {
    const { secret } = await addApp();
    const code = codeOf(secret);
    const tries = await Promise.all([enter({ code }), enter({ code }), enter({ code })]);
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    expect((await enter({ code: codeOf(secret, -1) })).code).toBe('second_key_wrong');
    expect((await enter({ code: codeOf(secret, 40) })).code).toBe('second_key_wrong');
    expect((await enter({ code: 'zut' })).code).toBe('second_key_wrong');
    await afterwardsDone();
    const refusals = await acts(db()).find({ 'of.subjectId': who.actor.id, kind: 'secondKeyRefused' }).toArray();
    expect(refusals.length).toBe(5);
    expect(refusals[0]?.notice).toBe('passwordKnown');
  });

  it('is guessed no oftener than a password, and an entry gives the points back', async () => {
    const { secret } = await addApp();
    for (let n = 0; n < 10; n += 1) expect((await enter({ code: '000000' }, '198.51.100.20')).status).toBe(401);
    expect((await enter({ code: codeOf(secret) }, '198.51.100.20')).status).toBe(429);
    expect((await enter({ code: codeOf(secret) }, '198.51.100.21')).status).toBe(200);
  });

  it('keeps no secret and no code as they are', async () => {
    const { secret, codes } = await addApp();
    const text = JSON.stringify(await secondKeys(db()).findOne({ _id: who.actor.id }));
    for (const word of [secret, ...codes, ...codes.map((code) => code.replace('-', ''))])
      expect(text).not.toContain(word);
    const shown = await call(keysRoute.GET, { who });
    expect(JSON.stringify(shown.body)).not.toContain(secret);
    expect(shown.body).toMatchObject({ app: { createdAt: expect.any(String) as string }, passkeys: [], codesLeft: 10 });
  });

  it('needs the password, and a right code before it counts', async () => {
    const refused = await call(appRoute.POST, { who, body: { password: 'faux' } });
    expect(refused.body['code']).toBe('wrong_password');
    await call(appRoute.POST, { who, body: { password: PASSWORD } });
    expect((await call(confirmRoute.POST, { who, body: { code: '000000' } })).body['code']).toBe('second_key_wrong');
    expect((await enter()).status).toBe(200);
  });
});

describe('recovery codes', () => {
  it('open once each, however they are typed, and the owner reads that one was used', async () => {
    const { codes } = await addApp();
    const [first = '', second = ''] = codes;
    expect((await enter({ code: first.toLowerCase().replace('-', ' ') })).status).toBe(200);
    expect((await enter({ code: first })).code).toBe('second_key_wrong');
    const both = await Promise.all([enter({ code: second }), enter({ code: second })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect((await call(keysRoute.GET, { who })).body['codesLeft']).toBe(8);
    const used = await acts(db())
      .find({ 'by.accountId': who.actor.id, kind: 'recoveryCodeUsed' })
      .sort({ _id: 1 })
      .toArray();
    expect(used.map(({ notice, detail }) => [notice, detail.count])).toEqual([
      ['recovery', 9],
      ['recovery', 8],
    ]);
  });

  it('are made anew with the password, and the old ones are worth nothing', async () => {
    const { codes } = await addApp();
    const fresh = await call<{ codes: string[] }>(codesRoute.POST, { who, body: { password: PASSWORD } });
    expect((await enter({ code: codes[0] })).status).toBe(401);
    expect((await enter({ code: fresh.body.codes[0] })).status).toBe(200);
  });
});

describe('a passkey', () => {
  it('opens by signing what was asked, once, on our own page', async () => {
    const key = new Authenticator(ORIGIN);
    expect(await addPasskey(key)).toMatchObject({ status: 200, codes: { length: 10 } });
    const asked = await enter();
    expect([asked.code, asked.body.app]).toEqual(['second_key_needed', false]);
    const passkey = JSON.stringify(key.get(asked.body.passkey?.challenge ?? ''));
    expect((await enter({ passkey })).status).toBe(200);
    // The same signature again, and one over a challenge of their own.
    expect((await enter({ passkey })).code).toBe('second_key_wrong');
    await enter();
    expect((await enter({ passkey: JSON.stringify(key.get('YWJj')) })).code).toBe('second_key_wrong');
  });

  it.each<[string, (key: Authenticator, challenge: string) => Record<string, unknown>]>([
    ['a page of somebody else', (_, challenge) => new Authenticator('http://evil.test').get(challenge)],
    ['another key', (_, challenge) => new Authenticator(ORIGIN).get(challenge)],
    [
      'a copied key, whose counter is behind',
      (key, challenge) => {
        key.counter = 0;
        return key.get(challenge);
      },
    ],
  ])('does not open for %s', async (_, answer) => {
    const key = new Authenticator(ORIGIN);
    await addPasskey(key);
    const good = await enter();
    expect((await enter({ passkey: JSON.stringify(key.get(good.body.passkey?.challenge ?? '')) })).status).toBe(200);
    const asked = await enter();
    const forged = { ...answer(key, asked.body.passkey?.challenge ?? ''), id: key.id.toString('base64url') };
    expect((await enter({ passkey: JSON.stringify(forged) })).code).toBe('second_key_wrong');
  });

  it('is not added without the password, nor with an answer to nothing', async () => {
    expect((await call(optionsRoute.POST, { who, body: { password: 'faux' } })).status).toBe(422);
    const credential = new Authenticator(ORIGIN).create('YWJj');
    const answer = await call(passkeyRoute.POST, { who, body: { name: 'Mac', credential } });
    expect(answer.body['code']).toBe('second_key_wrong');
  });
});

describe('taking keys away', () => {
  it('is one’s own to do, with the password; with the last key go its codes', async () => {
    const { codes } = await addApp();
    expect((await call(removeRoute.POST, { who, body: { password: 'faux', key: 'app' } })).status).toBe(422);
    expect((await call(removeRoute.POST, { who, body: { password: PASSWORD, key: 'app' } })).status).toBe(204);
    expect((await call(removeRoute.POST, { who, body: { password: PASSWORD, key: 'app' } })).status).toBe(404);
    expect((await enter()).status).toBe(200);
    expect((await secondKeys(db()).findOne({ _id: who.actor.id }))?.codes).toEqual([]);
    expect(codes).toHaveLength(10);
  });

  it('is the owner’s for somebody who lost them: their sessions end, and they are told', async () => {
    await addApp();
    const params = { id: who.actor.id.toHexString() };
    const couturier = await person(db(), 'couturier');
    expect((await call(clearRoute.DELETE, { who: couturier, method: 'DELETE', params })).status).toBe(403);
    expect((await call(clearRoute.DELETE, { who: owner, method: 'DELETE', params })).status).toBe(204);
    expect((await call(me.GET, { who })).status).toBe(401);
    expect(await sessions(db()).countDocuments({ accountId: who.actor.id, revokedAt: { $exists: false } })).toBe(0);
    await afterwardsDone();
    expect((await mailsTo(db(), who.actor.email)).length).toBe(1);
    expect((await enter()).status).toBe(200);
    expect((await call(clearRoute.DELETE, { who: owner, method: 'DELETE', params })).status).toBe(404);
  });
});

describe('a house that asks for one', () => {
  const require = async (value: boolean) => {
    const { body } = await call(houseRoute.GET, { who: owner });
    return call(houseRoute.PATCH, {
      who: owner,
      method: 'PATCH',
      body: { version: body['version'], secondKeyRequired: value },
    });
  };

  it('opens nothing of the atelier to whoever has none but adding one, and asks the owner to go first', async () => {
    expect((await require(true)).body['code']).toBe('second_key_required');
    await accounts(db()).updateOne({ _id: owner.actor.id }, { $set: { passwordHash } });
    await addApp(owner);
    expect((await require(true)).status).toBe(200);
    for (const route of [ordersRoute.GET, ticketRoute.POST]) {
      const refused = await call(route, { who, method: route === ticketRoute.POST ? 'POST' : 'GET' });
      expect([refused.status, refused.body['code']]).toEqual([403, 'second_key_required']);
    }
    // What is everybody's is answered as to a visitor.
    expect((await call(houseRoute.GET, { who })).body).not.toHaveProperty('quoteDefaults');
    expect((await call(keysRoute.GET, { who })).body['required']).toBe(true);
    const client = await person(db(), 'client');
    expect((await call(ordersRoute.GET, { who: client })).status).toBe(200);
    await addApp();
    expect((await call(ordersRoute.GET, { who })).status).toBe(200);
    const kept = await call(removeRoute.POST, { who, body: { password: PASSWORD, key: 'app' } });
    expect(kept.body['code']).toBe('second_key_required');
    expect((await require(false)).status).toBe(200);
    expect((await house(db()).findOne({ _id: 'house' }))?.secondKeyRequired).toBe(false);
  });
});

describe('a device nobody has seen', () => {
  it('is announced by mail and by the bell; the first one, and a known one, are not', async () => {
    await sessions(db()).deleteMany({ accountId: who.actor.id });
    const first = await signIn(who.actor.email, PASSWORD);
    await afterwardsDone();
    expect(await mailsTo(db(), who.actor.email)).toHaveLength(0);
    const device = first.response.headers
      .getSetCookie()
      .find((one) => one.startsWith('ff-device'))
      ?.split(';')[0];
    await signIn(who.actor.email, PASSWORD, { device });
    await afterwardsDone();
    expect(await mailsTo(db(), who.actor.email)).toHaveLength(0);
    await signIn(who.actor.email, PASSWORD);
    await afterwardsDone();
    expect(await mailsTo(db(), who.actor.email)).toHaveLength(1);
    expect(await notifications(db()).countDocuments({ accountId: who.actor.id, kind: 'account' })).toBe(1);
  });
});

describe('a client', () => {
  it('has no second key to add', async () => {
    const client = await person(db(), 'client');
    expect((await call(keysRoute.GET, { who: client })).status).toBe(403);
    expect((await call(appRoute.POST, { who: client, body: { password: PASSWORD } })).status).toBe(403);
  });
});
