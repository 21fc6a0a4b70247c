import { SignJWT } from 'jose';
import { ObjectId } from 'mongodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { GET as getMe } from '@/app/api/me/route';
import { createAccount } from '@/lib/auth/create-account';
import { accounts, sessions } from '@/lib/auth/documents';
import { readDevice } from '@/lib/auth/known-device';
import { LIMITS } from '@/lib/limits';
import { hashPassword } from '@/lib/auth/password';
import { SESSION_COOKIE, signSession, verifySession } from '@/lib/auth/session-token';
import { csrf, door, signIn } from '../../support/auth-door';
import { call, type Person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';
import { HOUR_MS } from '@/lib/calendar';

const db = setUpDatabase();
const PASSWORD = 'une phrase de couture';
let passwordHash = '';

beforeAll(async () => {
  serveFrom(db());
  passwordHash = await hashPassword(PASSWORD);
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
const as = (cookie: string) => ({ who: { cookie } as Person });

describe('signing in', () => {
  it('opens a session whose document is the sid of the token, and the API knows the person', async () => {
    const { _id } = await account('awa@exemple.fr');
    const { response, cookie, setCookie } = await signIn('  AWA@exemple.fr ', PASSWORD);
    expect(response.status).toBe(200);
    expect(setCookie).toMatch(/HttpOnly/i);
    expect(setCookie).toMatch(/SameSite=Lax/i);
    expect(setCookie).toMatch(/Expires=/i);
    const token = cookie.split('session-token=')[1]?.split(';')[0] ?? '';
    const claims = await verifySession(process.env['AUTH_SECRET'] ?? '', token);
    expect(claims).toMatchObject({ sub: _id.toHexString(), role: 'client' });
    const session = await sessions(db()).findOne({ _id: claims?.sid });
    expect(session).toMatchObject({ accountId: _id, userAgent: 'vitest browser' });
    const me = await call(getMe, as(cookie));
    expect(me.status).toBe(200);
    expect(me.body).toMatchObject({ id: _id.toHexString(), role: 'client', email: 'awa@exemple.fr' });
    expect(me.body).not.toHaveProperty('passwordHash');
  });

  it('tells the session to the browser, without prolonging it', async () => {
    await account('nora@exemple.fr');
    const { cookie } = await signIn('nora@exemple.fr', PASSWORD);
    const response = await door('session', { cookie });
    const body = (await response.json()) as { user: Record<string, unknown> };
    expect(Object.keys(body.user).sort()).toEqual(['clientId', 'email', 'id', 'locale', 'name', 'role']);
    expect(response.headers.getSetCookie().some((one) => /session-token=[^;]/.test(one))).toBe(false);
  });

  it('gives a device that is not to be remembered a short session and a cookie that goes with the browser', async () => {
    await account('lucie@exemple.fr');
    const { setCookie, cookie } = await signIn('lucie@exemple.fr', PASSWORD, { remember: false });
    expect(setCookie).not.toMatch(/Expires|Max-Age/i);
    const session = (await (await door('session', { cookie })).json()) as { expires: string };
    expect(Date.parse(session.expires) - Date.now()).toBeLessThan(13 * HOUR_MS);
  });

  it('answers 401 to a wrong password, an unknown address and a closed account alike; says closed to its person alone', async () => {
    const { _id } = await account('fermee@exemple.fr');
    await account('ouverte@exemple.fr');
    await accounts(db()).updateOne({ _id }, { $set: { disabled: true } });
    const answers = await Promise.all([
      signIn('ouverte@exemple.fr', 'pas le bon du tout'),
      signIn('personne@exemple.fr', PASSWORD),
      signIn('fermee@exemple.fr', 'pas le bon du tout'),
      signIn('pas une adresse', PASSWORD),
    ]);
    const seen = await Promise.all(answers.map(async ({ response }) => [response.status, await response.text()]));
    expect(new Set(seen.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(seen[0]?.[0]).toBe(401);
    for (const { cookie } of answers) expect(cookie).not.toContain('session-token');
    const own = await signIn('fermee@exemple.fr', PASSWORD);
    expect([own.response.status, await own.response.json()]).toEqual([
      401,
      expect.objectContaining({ code: 'account_disabled' }),
    ]);
    expect(own.cookie).not.toContain('session-token');
    expect(await sessions(db()).countDocuments({ accountId: _id })).toBe(0);
  });

  it('ends the session on signing out', async () => {
    await account('helene@exemple.fr');
    const { cookie } = await signIn('helene@exemple.fr', PASSWORD);
    const token = await csrf();
    const out = await door('signout', {
      body: { csrfToken: token.csrfToken, json: 'true' },
      cookie: `${cookie}; ${token.cookie}`,
    });
    expect(out.status).toBe(200);
    // The token itself is still genuine; the session is over.
    expect((await call(getMe, as(cookie))).status).toBe(401);
    expect(await (await door('session', { cookie })).json()).toEqual({});
  });
});

/** As if every try that all addresses together have at an account had been made. */
const allGuessed = (email: string) =>
  db()
    .db.collection('rateLimits')
    .updateOne(
      { key: `${LIMITS.signInEverywhere.name}:${email}` },
      { $set: { points: LIMITS.signInEverywhere.points, expire: new Date(Date.now() + 600_000) } },
      { upsert: true },
    );

describe('the door', () => {
  it('refuses a foreign Origin, a missing csrf token, and what next-auth would offer beyond what is used', async () => {
    await account('marguerite@exemple.fr');
    const { response } = await signIn('marguerite@exemple.fr', PASSWORD, {
      headers: { origin: 'https://evil.example' },
    });
    expect(response.status).toBe(403);
    const noToken = await door('callback/credentials', {
      body: { email: 'marguerite@exemple.fr', password: PASSWORD },
    });
    expect(noToken.headers.getSetCookie().some((one) => one.includes('session-token='))).toBe(false);
    expect((await door('_log', { body: { level: 'error', code: 'x' } })).status).toBe(404);
  });

  it('offers Google only when its keys are set', async () => {
    const providers = (await (await door('providers')).json()) as Record<string, unknown>;
    expect(Object.keys(providers)).toEqual(['credentials']);
  });

  it('counts guesses on one account from one address, and says how long to wait; its owner comes in elsewhere', async () => {
    await account('cible@exemple.fr');
    for (let guess = 0; guess < 10; guess += 1)
      expect((await signIn('cible@exemple.fr', 'raté', { address: '198.51.100.9' })).response.status).toBe(401);
    const { response } = await signIn('cible@exemple.fr', PASSWORD, { address: '198.51.100.9' });
    expect(response.status).toBe(429);
    expect((await signIn('cible@exemple.fr', PASSWORD, { address: '198.51.100.10' })).response.status).toBe(200);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('bounds guesses from everywhere together, and keeps nobody out of a device that has been in', async () => {
    const { _id } = await account('assiegee@exemple.fr');
    const { cookie } = await signIn('assiegee@exemple.fr', PASSWORD, { address: '198.51.101.250' });
    const device = cookie.split('; ').find((one) => one.startsWith('ff-device=')) ?? '';
    expect(await readDevice(process.env['AUTH_SECRET'] ?? '', device.split('=')[1])).toMatchObject({
      accountId: _id.toHexString(),
    });
    await allGuessed('assiegee@exemple.fr');
    const stranger = await signIn('assiegee@exemple.fr', PASSWORD, { address: '198.51.101.251' });
    expect(stranger.response.status).toBe(429);
    const { csrfToken, cookie: form } = await csrf();
    const own = (email: string, password: string) =>
      door('callback/credentials', {
        body: { csrfToken, email, password, json: 'true' },
        cookie: `${form}; ${device}`,
        address: '198.51.101.250',
      });
    expect((await own('assiegee@exemple.fr', PASSWORD)).status).toBe(200);
    // The proof is for its own account only.
    await account('voisine@exemple.fr');
    await allGuessed('voisine@exemple.fr');
    expect((await own('voisine@exemple.fr', PASSWORD)).status).toBe(429);
  });

  it('takes no password from an address line', async () => {
    const response = await door('callback/credentials');
    expect(response.status).toBe(405);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('counts guesses from one address over many accounts, and gives honest ones back', async () => {
    await account('honnete@exemple.fr');
    const address = '192.0.2.44';
    for (let visit = 0; visit < 3; visit += 1)
      expect((await signIn('honnete@exemple.fr', PASSWORD, { address })).response.status).toBe(200);
    // Not even an address: refused before any password is hashed, and counted all the same.
    await Promise.all(Array.from({ length: 30 }, (_, guess) => signIn(`inconnue ${guess}`, 'raté', { address })));
    expect((await signIn('honnete@exemple.fr', PASSWORD, { address })).response.status).toBe(429);
  });
});

describe('a token', () => {
  const secret = () => process.env['AUTH_SECRET'] ?? '';
  const me = (token: string) => call(getMe, as(`${SESSION_COOKIE}=${token}`));

  it('opens nothing when it is forged, unsigned, expired, of another use, or of no session', async () => {
    const { _id } = await account('jetons@exemple.fr');
    await signIn('jetons@exemple.fr', PASSWORD);
    const session = await sessions(db()).findOne({ accountId: _id });
    const real = { sub: _id.toHexString(), sid: session?._id ?? '', role: 'client' as const };
    const unsigned = [{ alg: 'none' }, { ...real, aud: 'fashionflow-session', exp: 9_999_999_999 }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const otherUse = new SignJWT({ sid: real.sid, role: 'client' })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(real.sub)
      .setAudience('fashionflow-realtime')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(secret()));
    const tokens = [
      await signSession('another-secret-another-secret-another', real),
      `${unsigned}.`,
      await signSession(secret(), real, -10),
      await otherUse,
      await signSession(secret(), { ...real, sid: 'made-up' }),
      await signSession(secret(), { ...real, sub: new ObjectId().toHexString() }),
      'garbage',
    ];
    for (const token of tokens) expect((await me(token)).status).toBe(401);
    expect((await me(await signSession(secret(), real))).status).toBe(200);
  });

  it('gives no more than the account has: the role in it is not believed', async () => {
    const { _id } = await account('role@exemple.fr');
    await signIn('role@exemple.fr', PASSWORD);
    const session = await sessions(db()).findOne({ accountId: _id });
    const token = await signSession(secret(), { sub: _id.toHexString(), sid: session?._id ?? '', role: 'owner' });
    expect((await me(token)).body).toMatchObject({ role: 'client' });
  });
});
