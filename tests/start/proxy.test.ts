import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserSession } from '../support/browser-session';
import { type HouseProcess, startHouse } from '../support/house-process';

const OPEN = /Ctrl-C closes the house/;
const OWN = 'https://maison.example';
const folder = mkdtempSync(join(tmpdir(), 'fashionflow-proxy-'));
let house: HouseProcess;

beforeAll(async () => {
  house = await startHouse(join(folder, 'data'), { TRUST_PROXY: '1', APP_URL: OWN });
  await house.says(OPEN);
});

afterAll(async () => {
  house.signal('SIGTERM');
  await house.ended;
  rmSync(folder, { recursive: true, force: true });
});

/** As the proxy hands a call on: what the caller wrote first, the address it really came from last. */
const through = (wrote: string, from: string, more: Record<string, string> = {}) =>
  new BrowserSession(house.origin, { origin: OWN, 'x-forwarded-for': `${wrote}, ${from}`, ...more });

async function guess(session: BrowserSession, email: string): Promise<number> {
  const { csrfToken } = await session.json<{ csrfToken: string }>('GET', '/api/auth/csrf');
  const form = new URLSearchParams({ csrfToken, email, password: 'raté', json: 'true' });
  return (await session.call('POST', '/api/auth/callback/credentials', form)).status;
}

describe('behind a proxy', () => {
  it('guesses are counted by the address the proxy saw, whatever was written before it', async () => {
    const seen: number[] = [];
    for (let n = 0; n < 31; n += 1)
      seen.push(await guess(through(`203.0.113.${n}`, '198.51.100.1'), `n${n}@exemple.fr`));
    expect(seen).toEqual([...Array.from({ length: 30 }, () => 401), 429]);
    // Whoever writes that address themselves does not use up another’s tries, and is not let in by it either.
    expect(await guess(through('198.51.100.1', '198.51.100.2'), 'autre@exemple.fr')).toBe(401);
    expect(await guess(through('198.51.100.2', '198.51.100.1'), 'encore@exemple.fr')).toBe(429);
  });

  it.each([
    ['that the browser came by http', { 'x-forwarded-proto': 'http' }],
    ['another host', { 'x-forwarded-host': 'evil.example' }],
    ['both', { 'x-forwarded-proto': 'http', 'x-forwarded-host': 'evil.example, maison.example' }],
  ])('the house’s own address decides, not a header that says %s', async (_what, headers) => {
    const session = through('203.0.113.1', '198.51.100.3', headers);
    const token = await session.call('GET', '/api/auth/csrf');
    const cookies = token.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/^__(?:Host|Secure)-.*; Secure/);
    const page = await session.call('GET', '/fr');
    expect(page.headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
    expect(page.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
    const html = await page.text();
    expect(html).not.toContain('evil.example');
    const evil = through('203.0.113.1', '198.51.100.3', { ...headers, origin: 'https://evil.example' });
    expect((await evil.call('POST', '/api/password-resets', { email: 'x@exemple.fr' })).status).toBe(403);
    const plain = through('203.0.113.1', '198.51.100.3', { ...headers, origin: 'http://maison.example' });
    expect((await plain.call('POST', '/api/password-resets', { email: 'x@exemple.fr' })).status).toBe(403);
    const own = await session.call('POST', '/api/password-resets', { email: 'x@exemple.fr' });
    expect(own.status).toBe(202);
  });
});
