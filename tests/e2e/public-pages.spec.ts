import { another, call, COUTURIER, expect, expectAccessible, test } from './support/house';

interface Model {
  id: string;
  slug: string;
  version: number;
  priceFrom: { amount: number; currency: string };
}

test('public pages are given out from memory and show a change at once', async ({ page, browser }) => {
  const path = '/fr/models/robe-clair-de-lune';
  await page.goto(path);
  const again = await page.request.get(path, { headers: { 'accept-encoding': 'gzip' } });
  expect(again.headers()['cache-control']).toMatch(/^public, max-age=0, s-maxage=/);
  const { etag = '' } = again.headers();
  const known = await page.request.get(path, { headers: { 'accept-encoding': 'gzip', 'if-none-match': etag } });
  expect(known.status()).toBe(304);

  const { page: atelier, leave } = await another(browser, COUTURIER);
  const model = await call<Model>(atelier, 'get', '/models/robe-clair-de-lune');
  const change = (amount: number, version: number): Promise<Model> =>
    call<Model>(atelier, 'patch', `/models/${model.id}`, { version, priceFrom: { ...model.priceFrom, amount } });
  const changed = await change(1_234_500, model.version);
  // Asked for right after the answer: no visitor reads the old price any more, on this page or in the catalogue.
  for (const address of [path, '/en/models/robe-clair-de-lune', '/fr/models?q=clair+de+lune'])
    expect(await (await page.request.get(address)).text()).toMatch(/12\s?345|12,345/);
  await change(model.priceFrom.amount, changed.version);
  expect(await (await page.request.get(path)).text()).not.toMatch(/12\s?345|12,345/);
  await leave();
});

test('a model that is put away says so with what comes nearest, as 410; an unknown one is 404', async ({
  page,
  browser,
}) => {
  const { page: atelier, leave } = await another(browser, COUTURIER);
  const { items } = await call<{ items: Model[] }>(atelier, 'get', '/models?limit=100&status=published');
  const model = items.at(-1) as Model;
  const put = (status: string, version: number): Promise<Model> =>
    call<Model>(atelier, 'patch', `/models/${model.id}`, { version, status });
  const away = await put('archived', model.version);
  const answer = await page.goto(`/fr/models/${model.slug}`);
  expect(answer?.status()).toBe(410);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Modèle rangé');
  await expect(page.getByRole('article').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('article').first().getByRole('heading').getByRole('link').click();
  await expect(page).not.toHaveURL(new RegExp(model.slug));
  expect((await page.request.get('/fr/models/never-was')).status()).toBe(404);
  await put('published', away.version);
  expect((await page.request.get(`/fr/models/${model.slug}`)).status()).toBe(200);
  await leave();
});

test('search engines read a model: canonical address, languages, price and picture', async ({ page }) => {
  await page.goto('/en/models/robe-clair-de-lune');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/en\/models\/robe-clair-de-lune$/);
  for (const language of ['fr', 'en', 'x-default'])
    await expect(page.locator(`link[rel="alternate"][hreflang="${language}"]`)).toHaveCount(1);
  await expect(page.locator('meta[property="og:image"]')).toHaveAttribute('content', /\/api\/files\/[0-9a-f]{24}\?w=/);
  const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}') as {
    '@type': string;
    offers: { lowPrice: string; priceCurrency: string };
  };
  expect(data['@type']).toBe('Product');
  expect(data.offers.lowPrice).toMatch(/^\d+\.\d{2}$/);
});

test('links in sight ask for nothing; the page under the hand is fetched before it is let go', async ({ page }) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (searchParams.has('_rsc')) fetched.push(pathname);
  });
  await page.goto('/fr');
  await page.waitForLoadState('networkidle');
  expect(fetched).toEqual([]);
  const link = page.getByRole('banner').getByRole('link', { name: 'Modèles', exact: true });
  await link.hover();
  await page.mouse.down();
  await expect.poll(() => fetched).toContain('/fr/models');
  await page.mouse.up();
  await expect(page).toHaveURL(/\/fr\/models$/);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
