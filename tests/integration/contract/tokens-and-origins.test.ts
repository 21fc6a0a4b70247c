import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { GET as getMe } from '@/app/api/me/route';
import { GET as listModels } from '@/app/api/models/route';
import { SECURE_SESSION_COOKIE, SESSION_COOKIE } from '@/lib/auth/session-token';
import * as environment from '@/lib/env';
import { authDoor } from '@/lib/web/auth-door';
import { comesFromUs, isHttps, isOwnOrigin, requestAddress, requestHost } from '@/lib/web/origin';
import { socketAddress } from '@/lib/web/realtime-url';
import { call, type Person, person, serveFrom } from '../../support/call-route';
import { setUpDatabase } from '../../support/with-database';

const db = setUpDatabase();
let client: Person;
let token = '';

beforeAll(async () => {
  serveFrom(db());
  client = await person(db(), 'client');
  token = client.cookie.split('=')[1] ?? '';
});
afterEach(() => vi.restoreAllMocks());

/** The same house with other settings. */
const withSettings = (settings: Partial<environment.Env>) => {
  const known = environment.env();
  vi.spyOn(environment, 'env').mockReturnValue({ ...known, ...settings });
};
const status = async (cookie: string, headers: Record<string, string> = {}) =>
  (await call(getMe, { who: { ...client, cookie }, headers })).status;

describe('a cookie', () => {
  it.each(['%', '%E0%A4%A', 'a=b=%', '%00'])('that nobody can read (%s) is no session, and no error', async (value) => {
    expect(await status(`${SESSION_COOKIE}=${value}`)).toBe(401);
    const open = await call(listModels, { who: { ...client, cookie: `${SESSION_COOKIE}=${value}` } });
    expect(open.status).toBe(200);
  });

  it('of the plain name is worth nothing where the address is https, and the other way round', async () => {
    expect(await status(`${SESSION_COOKIE}=${token}`)).toBe(200);
    expect(await status(`${SECURE_SESSION_COOKIE}=${token}`)).toBe(401);
    withSettings({ APP_URL: 'https://maison.example' });
    expect(await status(`${SESSION_COOKIE}=${token}`)).toBe(401);
    expect(await status(`${SECURE_SESSION_COOKIE}=${token}`)).toBe(200);
  });
});

describe('the scheme the browser used', () => {
  const asked = (proto?: string) => isHttps(new Headers(proto === undefined ? {} : { 'x-forwarded-proto': proto }));
  it.each([
    ['https', true],
    ['HTTPS', true],
    ['https,http', true],
    ['https, https', true],
    ['http', false],
    ['http,https', false],
    ['', false],
    [undefined, false],
  ])('behind a proxy that says %s: secure %s', (proto, secure) => {
    withSettings({ TRUST_PROXY: true, APP_URL: undefined });
    expect(asked(proto)).toBe(secure);
  });

  it('is what the house’s own address says, whatever a proxy or a caller writes', () => {
    withSettings({ TRUST_PROXY: true, APP_URL: 'https://maison.example' });
    expect(asked('http')).toBe(true);
    withSettings({ TRUST_PROXY: false, APP_URL: undefined });
    expect(asked('https')).toBe(false);
  });
});

describe('the host the caller used', () => {
  const forged = new Headers({ host: 'app:3000', 'x-forwarded-host': 'evil.example' });

  it('is the Host header where no proxy is announced, and the proxy’s word where one is', () => {
    withSettings({ TRUST_PROXY: false, APP_URL: undefined });
    expect([requestHost(forged), socketAddress(forged)]).toEqual(['app:3000', 'ws://app:3001/ws']);
    vi.restoreAllMocks();
    withSettings({ TRUST_PROXY: true, APP_URL: undefined });
    expect(requestHost(forged)).toBe('evil.example');
  });

  it.each(['evil.example', 'evil.example, maison.example', 'maison.example.evil.example', 'maison.example:8443', ''])(
    'is one the house is known by where it has an address, whatever is written: %s',
    (said) => {
      for (const TRUST_PROXY of [true, false]) {
        vi.restoreAllMocks();
        withSettings({ TRUST_PROXY, APP_URL: 'https://maison.example', ALLOWED_ORIGINS: 'https://autre.example' });
        const headers = new Headers({ host: said, 'x-forwarded-host': said });
        expect([requestHost(headers), socketAddress(headers)]).toEqual([
          'maison.example',
          'wss://maison.example:3001/ws',
        ]);
        const other = new Headers({ host: 'autre.example', 'x-forwarded-host': 'autre.example' });
        expect(requestHost(other)).toBe('autre.example');
      }
    },
  );

  it('and where they come from is the last hop, which the one before us wrote', () => {
    const from = (said: string) => requestAddress(new Headers({ 'x-forwarded-for': said }));
    expect(from('203.0.113.1, 198.51.100.7')).toBe('198.51.100.7');
    expect(from('203.0.113.1,203.0.113.2, 2001:db8::1 ')).toBe('2001:db8::1');
    expect(from('203.0.113.1, ')).toBe('unknown');
  });
});

describe('an origin', () => {
  it.each([
    ['https://maison.example', true],
    ['http://maison.example', false],
    ['https://evil.example', false],
    ['https://maison.example.evil.example', false],
    ['https://autre.example', true],
    ['null', false],
  ])('%s of a house at https://maison.example: %s', (origin, own) => {
    withSettings({ APP_URL: 'https://maison.example', ALLOWED_ORIGINS: 'https://autre.example' });
    // Whatever Host the caller wrote.
    for (const host of ['maison.example', 'evil.example', '']) expect(isOwnOrigin(origin, host)).toBe(own);
  });
});

describe('what the browser says of where a request comes from (Fetch Metadata)', () => {
  const form = { csrfToken: 'x', email: 'personne@exemple.fr', password: 'x', json: 'true' };
  const doorSays = async (headers: Record<string, string>) => {
    const request = new Request('http://maison.test/api/auth/callback/credentials', {
      method: 'POST',
      headers: { host: 'maison.test', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(form),
    });
    const answer = await authDoor(request, { params: Promise.resolve({ nextauth: ['callback', 'credentials'] }) });
    return ((await answer.json().catch(() => ({}))) as { code?: string }).code;
  };

  it.each(['cross-site', 'same-site', 'none'])('keeps the sign-in form to our own pages: not from %s', async (site) => {
    expect(await doorSays({ 'sec-fetch-site': site })).toBe('foreign_origin');
    expect(await doorSays({ 'sec-fetch-site': 'same-origin' })).not.toBe('foreign_origin');
    expect(await doorSays({})).not.toBe('foreign_origin');
  });

  it('is not outvoted by an Origin that says the opposite', () => {
    const said = (site: string) =>
      comesFromUs(new Headers({ host: 'maison.test', origin: 'http://maison.test', 'sec-fetch-site': site }));
    expect(said('same-origin')).toBe(true);
    expect(said('cross-site')).toBe(false);
  });
});
