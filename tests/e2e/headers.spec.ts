import type { APIResponse, Page } from '@playwright/test';
import { CLIENT, COUTURIER, expect, signIn, test } from './support/house';

/** What every answer says, whatever it is. */
function expectGuarded(answer: APIResponse, name: string): string {
  const headers = answer.headers();
  expect.soft(headers['x-content-type-options'], name).toBe('nosniff');
  expect.soft(headers['x-frame-options'], name).toBe('DENY');
  expect.soft(headers['referrer-policy'], name).toBe('strict-origin-when-cross-origin');
  expect.soft(headers['cross-origin-opener-policy'], name).toBe('same-origin');
  expect.soft(headers['cross-origin-resource-policy'], name).toBe('same-origin');
  expect.soft(headers['permissions-policy'], name).toContain('camera=(self), microphone=(self)');
  expect.soft(headers['x-powered-by'], name).toBeUndefined();
  const policy = headers['content-security-policy'] ?? '';
  expect.soft(policy, name).toMatch(/^default-src '(none|self)'/);
  expect.soft(policy, name).not.toMatch(/unsafe|\*|data:.*script-src/);
  return policy;
}

async function firstHref(page: Page, from: string, shape: RegExp): Promise<string> {
  const html = await (await page.request.get(from)).text();
  const found = shape.exec(html)?.[0];
  expect(found, `${from} names ${shape.source}`).toBeDefined();
  return found ?? '';
}

/** A page runs its own scripts and no other. */
function expectPagePolicy(policy: string, html: string, name: string): void {
  expect.soft(policy, name).toMatch(/script-src 'self' 'sha256-[^;*]+; style-src 'self' 'sha256-/);
  expect.soft(html, name).not.toContain(' style="');
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  const bare = [...html.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*json)([^>]*)>/g)].filter(
    ([, attributes]) => !attributes?.includes(`nonce="${nonce}"`),
  );
  const hashes = policy.match(/script-src[^;]*/)?.[0].match(/'sha256-/g)?.length ?? 0;
  // What has no nonce has a hash: the three of the house, and on a page kept for many each of its own.
  expect.soft(hashes, name).toBeGreaterThanOrEqual(Math.max(3, bare.length));
}

test('every kind of answer carries the house’s headers', async ({ page, playwright, baseURL }) => {
  await signIn(page, COUTURIER);
  const order = await firstHref(page, '/fr/atelier/orders', /\/fr\/atelier\/orders\/[0-9a-f]{24}/);
  const picture = await firstHref(page, '/fr/models', /\/api\/files\/[0-9a-f]{24}/);
  const asset = await firstHref(page, '/fr', /\/_next\/static\/[\w/.-]+\.js/);
  const id = order.slice(-24);
  const answers: [path: string, status: number][] = [
    ['/fr', 200],
    ['/en/models?category=dress', 200],
    ['/fr/atelier', 200],
    [order, 200],
    ['/fr/account', 403],
    ['/fr/nowhere', 404],
    ['/nowhere', 404],
    ['/fr/models/nowhere', 404],
    ['/', 307],
    ['/fr/atelier/figures', 308],
    ['/api/me', 200],
    ['/api/nowhere', 404],
    ['/api/health/live', 200],
    ['/api/auth/csrf', 200],
    ['/api/openapi.json', 200],
    [picture, 200],
    [`/api/orders/${id}/sheet.pdf`, 200],
    [asset, 200],
    ['/icon.svg', 200],
    ['/sw.js', 200],
    ['/manifest.webmanifest', 200],
    ['/robots.txt', 200],
    ['/sitemap.xml', 200],
  ];
  // Whoever is signed in is sent on from these.
  const doors: [path: string, status: number][] = [
    ['/fr/sign-in', 200],
    ['/fr/sign-up', 200],
    ['/fr/forgot-password', 200],
    ['/fr/atelier', 307],
  ];
  const visitor = await playwright.request.newContext({ baseURL });
  const asked = [
    ...answers.map((one) => [page.request, ...one] as const),
    ...doors.map((one) => [visitor, ...one] as const),
  ];
  for (const [who, path, status] of asked) {
    const answer = await who.get(path, { maxRedirects: 0 });
    expect.soft(answer.status(), path).toBe(status);
    const policy = expectGuarded(answer, path);
    const isPage = answer.headers()['content-type']?.startsWith('text/html') && answer.status() !== 307;
    if (isPage) expectPagePolicy(policy, await answer.text(), path);
  }
  await visitor.dispose();
});

test('so does what the house refuses before any route is asked', async ({ request }) => {
  const refused: [method: string, path: string, status: number][] = [
    ['POST', '/api/me/sessions', 405],
    ['DELETE', '/api/health/live', 405],
    ['PUT', '/api/openapi.json', 405],
    ['GET', '/api/orders/%ff', 400],
    ['GET', '/fr/models/%ff', 400],
  ];
  for (const [method, path, status] of refused) {
    const answer = await request.fetch(path, { method });
    expect.soft(answer.status(), `${method} ${path}`).toBe(status);
    expectGuarded(answer, `${method} ${path}`);
    const { code, detail } = (await answer.json()) as { code: string; detail: string };
    expect.soft(code, `${method} ${path}`).toBe(status === 405 ? 'method_not_allowed' : 'invalid_request');
    expect.soft(detail).not.toBe('');
    expect.soft(answer.headers()['content-type']).toContain('application/problem+json');
  }
});

test('a public page is kept, and its policy with it', async ({ page }) => {
  const first = await page.request.get('/fr/house');
  const again = await page.request.get('/fr/house');
  expect(again.headers()['x-page-cache']).toBe('hit');
  expect(again.headers()['content-security-policy']).toBe(first.headers()['content-security-policy']);
  const known = await page.request.get('/fr/house', { headers: { 'if-none-match': again.headers()['etag'] ?? '' } });
  expect(known.status()).toBe(304);
  expect(known.headers()['content-security-policy']).toBe(first.headers()['content-security-policy']);
});

test('a nonce is used once', async ({ page }) => {
  await signIn(page, CLIENT);
  const nonces = [];
  for (let n = 0; n < 3; n += 1) {
    const answer = await page.request.get('/fr/account', {
      headers: { 'content-security-policy': "script-src 'nonce-chosen'" },
    });
    nonces.push(/'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1]);
    expect(await answer.text()).not.toContain('nonce="chosen"');
  }
  expect(new Set(nonces).size).toBe(3);
});

test('a script that somebody wrote into a page does not run, nor does a style', async ({ browser }) => {
  // What it tries is a violation, and so a line on the console: this page is not the watched one.
  const page = await browser.newPage();
  await page.goto('/fr');
  const seen = await page.evaluate(async () => {
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/none" onerror="window.ran = 1"><b id="styled" style="color: rgb(1, 2, 3)">x</b><img src="https://evil.example/x.png">',
    );
    const script = document.createElement('script');
    script.textContent = 'window.ran = 2';
    document.body.append(script);
    while (violated.length < 4) await new Promise((next) => setTimeout(next, 20));
    const styled = document.getElementById('styled');
    return { violated, ran: 'ran' in window, colour: styled ? getComputedStyle(styled).color : '' };
  });
  expect(seen.ran).toBe(false);
  expect(seen.colour).not.toBe('rgb(1, 2, 3)');
  expect(seen.violated).toEqual(
    expect.arrayContaining(['script-src-elem', 'script-src-attr', 'style-src-attr', 'img-src']),
  );
  await page.close();
});
