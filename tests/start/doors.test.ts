import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { BrowserSession } from '../support/browser-session';
import { type HouseProcess, startHouse } from '../support/house-process';

const OPEN = /Ctrl-C closes the house/;
const PASSWORD = 'demo-couture-2026';
const folder = mkdtempSync(join(tmpdir(), 'fashionflow-doors-'));
const dataDir = join(folder, 'data');
let house: HouseProcess;
/** What the house's log sent to a collector. */
let collected = '';
const collector = createServer((socket) => {
  socket.setEncoding('utf8').on('data', (words: string) => (collected += words));
  socket.on('error', () => undefined);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', () => resolve()));
  const LOG_SHIP_URL = `tcp://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  // Everything that may be logged is, and the limits are those of a real house.
  house = await startHouse(dataDir, { LOG_LEVEL: 'trace', LOG_SHIP_URL });
  await house.says(OPEN);
});

afterAll(async () => {
  house.signal('SIGTERM');
  await house.ended;
  collector.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What a caller writes who would rather be somebody else, somewhere else; another address each time. */
let forged = 0;
const forgedHeaders = (): Record<string, string> => ({
  'x-forwarded-for': `203.0.113.${(forged += 1) % 250}, 198.51.100.${forged % 250}`,
  'x-real-ip': `203.0.113.${forged % 250}`,
  forwarded: `for=203.0.113.${forged % 250};host=evil.example;proto=https`,
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
});

/** One try at the sign-in door, as a browser that nobody is signed in on. */
async function trySignIn(email: string, password: string): Promise<Response> {
  const visitor = new BrowserSession(house.origin, forgedHeaders());
  const { csrfToken } = await visitor.json<{ csrfToken: string }>('GET', '/api/auth/csrf');
  const form = new URLSearchParams({ csrfToken, email, password, json: 'true' });
  return visitor.call('POST', '/api/auth/callback/credentials', form);
}

/** The secret in the newest mail to an address, once the house has written it. */
async function linkTo(address: string, page: string): Promise<string> {
  const mails = join(dataDir, 'mails');
  const find = (): string | undefined => {
    const names = existsSync(mails) ? readdirSync(mails).sort().reverse() : [];
    const letter = names.find(
      (name) =>
        name.endsWith('.eml') && new RegExp(`^To: ${address}\\r?$`, 'm').test(readFileSync(join(mails, name), 'utf8')),
    );
    const html = letter?.replace(/\.eml$/, '.html') ?? '';
    if (!names.includes(html)) return undefined;
    return new RegExp(`/(?:fr|en)/${page}/([\\w-]+)`).exec(readFileSync(join(mails, html), 'utf8'))?.[1];
  };
  return (await vi.waitUntil(find, { timeout: 20_000 })) ?? '';
}

describe('whether the process lives', () => {
  it.each([
    ['GET', '', '{"status":"ok"}'],
    ['HEAD', '?at=1', ''],
  ])('%s %s is answered before everything else, with the headers of an answer', async (method, query, said) => {
    const answer = await fetch(`${house.origin}/api/health/live${query}`, { method, headers: forgedHeaders() });
    expect([answer.status, await answer.text()]).toEqual([200, said]);
    const { headers } = answer;
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect([headers.get('cache-control'), headers.get('content-type')]).toEqual([
      'no-store',
      'application/json; charset=utf-8',
    ]);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is asked with GET; another method is refused in words', async () => {
    const answer = await fetch(`${house.origin}/api/health/live`, { method: 'POST', headers: forgedHeaders() });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.json()).toMatchObject({ status: 405, code: 'method_not_allowed' });
  });
});

describe('what no page and no route has', () => {
  /** One request as it is written, answered or not. */
  const spoken = (line: string, headers = 'Connection: close'): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port, host } = new URL(house.origin);
      let said = '';
      const socket = connect(Number(port), hostname, () =>
        socket.write(`${line} HTTP/1.1\r\nHost: ${host}\r\nCookie: a=b\r\n${headers}\r\n\r\n`),
      );
      socket.setEncoding('utf8').on('data', (piece: string) => (said += piece));
      socket.on('error', reject).on('close', () => resolve(said));
    });

  it.each([
    ['TRACE /', 405],
    ['TRACE /api/me', 405],
    ['PROPFIND /fr', 405],
    ['POST /fr', 405],
    ['DELETE /fr/models', 405],
    ['PUT /_next/static/nothing.js', 405],
    ['OPTIONS /en/sign-in', 405],
    ['OPTIONS *', 400],
    ['GET http://evil.example/api/health/live', 400],
    ['GET /fr/%ff', 400],
    ['GET /api/orders/%E0%A4', 400],
    ['GET /_next/static/%c0%ae', 400],
  ])('%s is refused and says nothing back', async (line, status) => {
    const said = await spoken(line);
    expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(said).not.toMatch(/evil\.example|a=b|Error/);
    // RFC 9110, 15.5.6: who is told « not so » is told how.
    expect(/^allow: .*GET/im.test(said)).toBe(status === 405);
  });

  it.each([
    [
      'a socket',
      'Upgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13',
      '/fr',
      200,
    ],
    ['another HTTP', 'Upgrade: h2c', '/api/me', 401],
    ['what nobody knows', 'Upgrade: tea', '/_next/webpack-hmr', 404],
  ])('who asks for %s is answered all the same, and no socket stays open', async (_what, header, path, status) => {
    const said = await spoken(`GET ${path}`, `${header}\r\nConnection: Upgrade`);
    expect(said).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it('each route refuses in words what it does not take, and says what it takes', async () => {
    const ask = async (method: string, path: string) => {
      const { status, headers } = await fetch(house.origin + path, { method, redirect: 'manual' });
      const allow = headers.get('allow')?.split(', ').sort();
      return { status, allow, type: headers.get('content-type')?.split(';')[0] };
    };
    const refused = (allow: string[]) => ({
      status: 405,
      allow: [...allow, ...(allow.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].sort(),
      type: 'application/problem+json',
    });
    const all = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
    const { paths } = (await (await fetch(`${house.origin}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, unknown>>;
    };
    const found: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const [path, operations] of Object.entries(paths)) {
      const allow = Object.keys(operations).map((method) => method.toUpperCase());
      const address = path.replace(/\{\w+\}/g, '0123456789abcdef01234567');
      for (const method of all.filter((one) => !allow.includes(one))) {
        found[`${method} ${path}`] = await ask(method, address);
        expected[`${method} ${path}`] = refused(allow);
      }
    }
    for (const [method, path, allow] of [
      ['DELETE', '/api/auth/session', ['GET', 'POST']],
      ['PUT', '/api/auth/callback/credentials', ['GET', 'POST']],
    ] as const) {
      found[`${method} ${path}`] = await ask(method, path);
      expected[`${method} ${path}`] = refused([...allow]);
    }
    expect(Object.keys(expected).length).toBeGreaterThan(400);
    expect(found).toEqual(expected);
    // A password never comes in an address.
    expect(await ask('GET', '/api/auth/callback/credentials')).toMatchObject({ status: 405, allow: ['POST'] });
  });
});

describe('the optimizer of pictures, which no page uses', () => {
  it.each(['/api/files/000000000000000000000000/content', '/wordmark.svg', 'http://127.0.0.1:1/a.png'])(
    'hands out nothing: %s',
    async (url) => {
      const query = new URLSearchParams({ url, w: '640', q: '75' }).toString();
      const answer = await fetch(`${house.origin}/_next/image?${query}`);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type') ?? '').not.toMatch(/^image/);
    },
  );
});

describe('the logs of the app and of the sidecar', () => {
  it('reach the collector that the settings name, line by line', async () => {
    const answer = await fetch(`${house.origin}/api/models`);
    const id = answer.headers.get('x-request-id') ?? 'none';
    await answer.arrayBuffer();
    const lines = () =>
      collected
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    await vi.waitFor(() => expect(lines()).toContainEqual(expect.objectContaining({ requestId: id, status: 200 })));
    expect(lines()).toContainEqual(expect.objectContaining({ process: 'realtime' }));
  });

  it('hold no message, no password and no token, whatever is done', async () => {
    const mark = randomUUID();
    const words = { http: `par la page ${mark}`, socket: `par la ligne ${mark}`, request: `demande ${mark}` };
    const passwords = {
      wrong: `faux ${mark}`,
      next: `nouveau ${mark}`,
      invited: `invité ${mark}`,
      signUp: `compte ${mark}`,
    };
    const secrets: string[] = [];

    const client = new BrowserSession(house.origin);
    await client.signIn('client@fashionflow.test', PASSWORD);
    expect((await trySignIn('client@fashionflow.test', passwords.wrong)).status).toBe(401);

    // Said by HTTP, and a refused one; then by the socket.
    const { items } = await client.json<{ items: { id: string }[] }>('GET', '/api/conversations');
    const messages = `/api/conversations/${items[0]?.id}/messages`;
    const said = { clientMessageId: randomUUID(), type: 'text', content: words.http };
    await client.json('POST', messages, said);
    const refused = await client.call('POST', messages, { ...said, content: words.request });
    expect(refused.status).toBe(422);
    const { url, ticket } = await client.json<{ url: string; ticket: string }>('POST', '/api/realtime/ticket');
    secrets.push(ticket);
    const socket = new WebSocket(url, { origin: house.origin });
    const until = (kind: string) =>
      new Promise<void>((resolve, reject) => {
        socket.on('message', (data) => (JSON.parse(String(data)) as { t: string }).t === kind && resolve());
        socket.on('close', (code) => reject(new Error(`closed with ${code} before ${kind}`)));
      });
    socket.on('open', () => socket.send(JSON.stringify({ t: 'auth', ticket })));
    await until('ready');
    const acknowledged = until('ack');
    socket.send(
      JSON.stringify({
        t: 'send',
        conversationId: items[0]?.id,
        clientMessageId: randomUUID(),
        type: 'text',
        content: words.socket,
      }),
    );
    await acknowledged;
    // A frame that cannot be read, and a ticket used twice, are logged as what they are and not with what they held.
    socket.removeAllListeners('close');
    socket.send(`{"t":"send","content":"${words.socket}"`);
    await new Promise((resolve) => socket.on('close', resolve));

    // A forgotten password, a changed one, an invitation, a new account.
    const visitor = new BrowserSession(house.origin);
    expect((await visitor.call('POST', '/api/password-resets', { email: 'client2@fashionflow.test' })).status).toBe(
      202,
    );
    const reset = await linkTo('client2@fashionflow.test', 'reset-password');
    secrets.push(reset);
    expect((await visitor.call('GET', `/fr/reset-password/${reset}`)).status).toBe(200);
    const used = await visitor.call('POST', `/api/password-resets/${reset}`, { password: passwords.next });
    expect(used.status).toBe(204);
    const couturier = new BrowserSession(house.origin);
    await couturier.signIn('couturier@fashionflow.test', PASSWORD);
    const email = `${mark}@exemple.fr`;
    await couturier.json('POST', '/api/invitations', { email, role: 'client' });
    const invitation = await linkTo(email, 'invitations');
    secrets.push(invitation);
    expect((await visitor.call('GET', `/fr/invitations/${invitation}`)).status).toBe(200);
    await visitor.json('POST', `/api/invitations/${invitation}`, { name: 'Invitée', password: passwords.invited });
    await visitor.json('POST', '/api/accounts', {
      name: 'Nouvelle',
      email: `n-${mark}@exemple.fr`,
      password: passwords.signUp,
    });
    await couturier.call('POST', '/api/me/password', { current: passwords.wrong, next: passwords.next });

    const barred = await client.call('GET', '/api/journal');
    const { id: account } = await client.json<{ id: string }>('GET', '/api/me');

    // A last request, whose line shows that the ones before it have been written.
    const last = await visitor.call('GET', '/api/house');
    await house.says(new RegExp(last.headers.get('x-request-id') ?? 'no request id'));
    const log = house.said();
    expect(log).toContain('"operation":"sendMessage"');
    // Whoever is refused what is not theirs has a line that says who, what and why.
    const line = log.split('\n').find((one) => one.includes(barred.headers.get('x-request-id') ?? 'no request id'));
    expect(JSON.parse(line?.slice(line.indexOf('{')) ?? 'null')).toMatchObject({
      operation: 'listActs',
      status: 403,
      refused: 'forbidden',
      account,
    });
    for (const secret of [...Object.values(words), ...Object.values(passwords), ...secrets]) {
      expect(log, 'the log').not.toContain(secret);
      expect(log, 'the log').not.toContain(encodeURIComponent(secret));
    }
    expect(log, 'the signing key').not.toContain(readFileSync(join(dataDir, 'auth-secret'), 'utf8').trim());
    expect(log, 'session tokens').not.toMatch(/eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/);
  });
});

describe('a caller who plays a proxy where none is announced', () => {
  it('moves neither the cookie, nor the line, nor the journal, nor whose pages are ours', async () => {
    const owner = new BrowserSession(house.origin, forgedHeaders());
    const { csrfToken } = await owner.json<{ csrfToken: string }>('GET', '/api/auth/csrf');
    const form = new URLSearchParams({ csrfToken, email: 'owner@fashionflow.test', password: PASSWORD, json: 'true' });
    const signedIn = await owner.call('POST', '/api/auth/callback/credentials', form);
    expect(signedIn.status).toBe(200);
    for (const cookie of signedIn.headers.getSetCookie()) expect(cookie).not.toMatch(/__(Host|Secure)-|; Secure/i);
    const { url } = await owner.json<{ url: string }>('POST', '/api/realtime/ticket');
    expect(url).toMatch(/^ws:\/\/localhost:/);
    const page = await owner.call('GET', '/fr');
    const said = [...page.headers].flat().join('\n');
    expect(said).not.toContain('evil.example');
    expect(page.headers.get('strict-transport-security')).toBeNull();
    expect(await page.text()).not.toContain('evil.example');
    const { items } = await owner.json<{ items: { kind: string; address?: string }[] }>('GET', '/api/journal?limit=20');
    expect(items.length).toBeGreaterThan(0);
    expect(JSON.stringify(items)).not.toMatch(/203\.0\.113|198\.51\.100/);
    const evil = new BrowserSession(house.origin, { ...forgedHeaders(), origin: 'https://evil.example' });
    const refused = await evil.call('POST', '/api/password-resets', { email: 'client2@fashionflow.test' });
    expect([refused.status, await refused.json()]).toEqual([403, expect.objectContaining({ code: 'foreign_origin' })]);
  });
});

describe('the doors that guess, over HTTP', () => {
  const expectLimited = async (answer: Response) => {
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ code: 'rate_limited', status: 429 });
  };
  /** Asks until the door closes, and says after how many answers it did. */
  const untilLimited = async (ask: (n: number) => Promise<Response>, most: number): Promise<number> => {
    for (let n = 0; n < most; n += 1) {
      const answer = await ask(n);
      if (answer.status !== 429) continue;
      await expectLimited(answer);
      return n;
    }
    throw new Error(`still open after ${most} tries`);
  };
  // Without a proxy that is announced, what a caller says of where they come from counts for nothing: each of these tries says
  // another address, and they are counted as the one they are.
  const visitor = () => new BrowserSession(house.origin, forgedHeaders());
  const reset = (email: string) => visitor().call('POST', '/api/password-resets', { email });
  const signUp = (email: string) =>
    visitor().call('POST', '/api/accounts', { name: 'Essai', email, password: 'une-phrase-bien-a-moi' });

  it('sign-in: ten wrong passwords on one account, thirty from one address', async () => {
    expect(await untilLimited(() => trySignIn('nobody@exemple.fr', 'raté'), 12)).toBe(10);
    // The account is closed for a while to everybody; another one still opens.
    await expectLimited(await trySignIn('nobody@exemple.fr', 'raté'));
    expect((await trySignIn('owner@fashionflow.test', PASSWORD)).status).toBe(200);
    expect(await untilLimited((n) => trySignIn(`nobody-${n}@exemple.fr`, 'raté'), 32)).toBeLessThanOrEqual(20);
  });

  it('forgotten password: five for one account, twenty from one address', async () => {
    expect(await untilLimited(() => reset('oubli@exemple.fr'), 7)).toBe(5);
    expect((await reset('autre@exemple.fr')).status).toBe(202);
    expect(await untilLimited((n) => reset(`oubli-${n}@exemple.fr`), 20)).toBeLessThanOrEqual(14);
  });

  it('new account: five for one address of mail, forty from one address', async () => {
    expect(await untilLimited(() => signUp('compte@exemple.fr'), 7)).toBe(5);
    expect((await signUp('autre-compte@exemple.fr')).status).toBe(201);
    expect(await untilLimited((n) => signUp(`compte-${n}@exemple.fr`), 40)).toBeLessThanOrEqual(34);
  });
});
