import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { PageCache } from '@/lib/page-cache/page-cache';
import type { Rendered } from '@/lib/page-cache/page-store';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

/** A cache behind a real server; `render` counts what it was asked for. */
async function open(options: Partial<ConstructorParameters<typeof PageCache>[0]> = {}) {
  const rendered: string[] = [];
  const clock = { now: 1_000 };
  let words = 'un';
  const cache = new PageCache({
    render: async (request): Promise<Rendered> => {
      rendered.push(request.url ?? '');
      const status = request.url?.includes('unknown') ? 404 : 200;
      const body = Buffer.from(`<p>${words}</p>${' '.repeat(2_000)}`);
      return { status, headers: { 'content-type': 'text/html', vary: 'rsc', 'cache-control': 'no-store' }, body };
    },
    isArchived: async (slug) => slug === 'put-away',
    now: () => clock.now,
    ...options,
  });
  const server = createServer((request, response) => {
    cache.answer(request, response).then(
      (done) => done || response.writeHead(299).end(),
      () => response.writeHead(502).end(),
    );
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(origin + path, { headers });
  return { cache, get, rendered, clock, say: (next: string) => (words = next) };
}

describe('a public page', () => {
  it('is rendered once and given out to everybody', async () => {
    const { get, rendered } = await open();
    const first = await get('/fr');
    const again = await get('/fr', { cookie: 'x=1' });
    expect([first.headers.get('x-page-cache'), again.headers.get('x-page-cache')]).toEqual(['miss', 'hit']);
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get('cache-control')).toMatch(/^public, max-age=0, s-maxage=\d+/);
    expect(again.headers.get('vary')).toBe('rsc, Accept-Encoding');
    expect(rendered).toEqual(['/fr']);
  });

  it('is rendered once for all who ask at the same moment', async () => {
    let begin = (): void => undefined;
    const gate = new Promise<void>((resolve) => (begin = resolve));
    let count = 0;
    const { get } = await open({
      render: async () => {
        count += 1;
        await gate;
        return { status: 200, headers: {}, body: Buffer.from('x') };
      },
    });
    const all = Array.from({ length: 20 }, () => get('/fr'));
    begin();
    await Promise.all(all);
    expect(count).toBe(1);
  });

  it('is answered 304 to who has it, in the same encoding only', async () => {
    const { get } = await open();
    const page = await get('/fr', { 'accept-encoding': 'gzip' });
    const etag = page.headers.get('etag') ?? '';
    expect((await get('/fr', { 'accept-encoding': 'gzip', 'if-none-match': `"x", W/${etag}` })).status).toBe(304);
    expect((await get('/fr', { 'accept-encoding': 'br', 'if-none-match': etag })).status).toBe(200);
  });

  it('is shown as it is after a change, and never again as it was before', async () => {
    const { get, cache, say } = await open();
    await get('/fr');
    say('deux');
    cache.clear();
    expect(await (await get('/fr')).text()).toContain('deux');
  });

  it('is not kept when something changed while it was rendered', async () => {
    let letGo: (() => void) | undefined;
    let price = 'old';
    const { get, cache } = await open({
      render: async () => {
        const read = price;
        if (read === 'old') await new Promise<void>((resolve) => (letGo = resolve));
        return { status: 200, headers: {}, body: Buffer.from(read) };
      },
    });
    const slow = get('/fr/models');
    await expect.poll(() => letGo).toBeDefined();
    price = 'new';
    cache.clear();
    // Asked after the change: it does not wait for the rendering that was begun before it.
    expect(await (await get('/fr/models')).text()).toBe('new');
    letGo?.();
    await slow;
    expect(await (await get('/fr/models')).text()).toBe('new');
  });

  it('is made anew behind the back of who asks once it is a minute old, and for them when it is too old', async () => {
    const { get, clock, rendered, say } = await open();
    await get('/fr');
    say('deux');
    clock.now += 61_000;
    expect(await (await get('/fr')).text()).toContain('un');
    await expect.poll(async () => (await get('/fr')).text()).toContain('deux');
    expect(rendered).toHaveLength(2);
    say('trois');
    clock.now += 11 * 60_000;
    expect(await (await get('/fr')).text()).toContain('trois');
  });

  it('is 404 where nothing is and 410 where a model was put away; neither is kept', async () => {
    const { get, rendered } = await open();
    for (const [path, status] of [
      ['/fr/models/unknown', 404],
      ['/fr/models/put-away', 410],
    ] as const) {
      expect((await get(path)).status).toBe(status);
      expect((await get(path)).headers.get('x-page-cache')).toBe('miss');
    }
    expect(rendered).toHaveLength(4);
  });

  it('leaves every other request to others, and a failed rendering fails that request only', async () => {
    let broken = true;
    const { get } = await open({
      render: async () => {
        if (broken) throw new Error('away');
        return { status: 200, headers: {}, body: Buffer.from('back') };
      },
    });
    expect((await get('/fr/account')).status).toBe(299);
    expect((await get('/fr')).status).toBe(502);
    broken = false;
    expect(await (await get('/fr')).text()).toBe('back');
  });

  it('gives way to newer ones when the room is full', async () => {
    const { get } = await open({ maxBytes: 10_000 });
    for (let page = 1; page <= 20; page += 1) await get(`/fr/models?page=${page}`);
    expect((await get('/fr/models?page=20')).headers.get('x-page-cache')).toBe('hit');
    expect((await get('/fr/models?page=1')).headers.get('x-page-cache')).toBe('miss');
  });
});

describe('the encoding', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['gzip;q=0, deflate', null],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
  ])('of « %s » is %s', async (accepted, encoding) => {
    const { get } = await open();
    const answer = await get('/fr', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(await answer.text()).toContain('<p>un</p>');
  });

  it('says the same in every form', async () => {
    const { KeptPage } = await import('@/lib/page-cache/page-store');
    const kept = new KeptPage({ status: 200, headers: {}, body: Buffer.from('été '.repeat(500)) }, 0);
    expect(gunzipSync(await kept.body('gzip'))).toEqual(kept.page.body);
    expect(brotliDecompressSync(await kept.body('br'))).toEqual(kept.page.body);
  });
});
