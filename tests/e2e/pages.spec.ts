import type { Browser, BrowserContext, Page } from '@playwright/test';
import {
  CLIENT,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  OWNER,
  signIn,
  test,
  watch,
} from './support/house';

/** A page whose address holds an id: the first link of that shape on another page. */
const linkOn = (from: string, shape: RegExp) => ({ from, shape });
const ID = '[0-9a-f]{24}';

const PUBLIC = [
  '',
  '/models',
  '/models/robe-clair-de-lune',
  '/couturiers',
  linkOn('/couturiers', new RegExp(`/couturiers/${ID}$`)),
  '/house',
  '/legal',
  '/privacy',
  '/conditions',
  '/conditions/1',
  '/sign-in',
  '/sign-up',
  '/forgot-password',
];
const CLIENTS = [
  '/account',
  '/account/orders',
  linkOn('/account/orders', new RegExp(`/account/orders/${ID}$`)),
  '/account/orders/new',
  '/account/messages',
  linkOn('/account/messages', new RegExp(`/account/messages/${ID}$`)),
  '/account/messages/new',
  '/account/notifications',
  '/account/measurements',
  '/account/measurements/new',
  '/account/wardrobe',
  '/account/favourites',
  '/account/appointments',
  '/account/settings',
];
const ATELIER = [
  '/atelier',
  '/atelier/calendar',
  '/atelier/messages',
  linkOn('/atelier/messages', new RegExp(`/atelier/messages/${ID}$`)),
  '/atelier/messages/new',
  '/atelier/notifications',
  '/atelier/orders',
  linkOn('/atelier/orders', new RegExp(`/atelier/orders/${ID}$`)),
  '/atelier/orders/new',
  '/atelier/tasks',
  '/atelier/clients',
  linkOn('/atelier/clients', new RegExp(`/atelier/clients/${ID}$`)),
  '/atelier/clients/new',
  '/atelier/clients/import',
  '/atelier/models',
  linkOn('/atelier/models', new RegExp(`/atelier/models/${ID}$`)),
  '/atelier/models/new',
  '/atelier/stats',
  '/atelier/settings',
];

/** Who sees which pages. */
const SPACES = [
  ['a visitor', undefined, PUBLIC],
  ['a client', CLIENT, CLIENTS],
  ['a couturier', COUTURIER, ATELIER],
  [
    'the owner',
    OWNER,
    [
      '/atelier?view=house',
      '/atelier/house',
      '/atelier/house/journal',
      '/atelier/stats/ledger',
      '/atelier/stats/ledger/close',
    ],
  ],
] as const;

/** Each page by day and by night, on a desk, on the widest screen and on the narrowest phone, in both languages. */
const LOOKS = {
  fr: [
    { width: 1440, height: 900, colorScheme: 'light' },
    { width: 2560, height: 1440, colorScheme: 'dark' },
  ],
  en: [{ width: 360, height: 740, colorScheme: 'dark' }],
} as const;

type Look = (typeof LOOKS)['fr' | 'en'][number];

/** What was found once is there for every look at the same house. */
const found = new Map<string, string>();

/** The address, without its language, that another page links to. */
async function firstLink(page: Page, from: string, shape: RegExp): Promise<string> {
  const known = found.get(shape.source);
  if (known !== undefined) return known;
  await page.goto(`/fr${from}`);
  const hrefs = await page
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const href = hrefs.find((one) => shape.test(one));
  expect(href, `${from} links to ${shape.source}`).toBeDefined();
  const path = (href ?? '').replace(/^\/(fr|en)/, '');
  found.set(shape.source, path);
  return path;
}

/** One browser for each of those who look: it keeps what it has loaded, as anybody's does between two pages. */
const browsers = new Map<string, BrowserContext>();

async function browserOf(browser: Browser, who: string): Promise<BrowserContext> {
  const context = browsers.get(who) ?? (await browser.newContext({ reducedMotion: 'reduce' }));
  browsers.set(who, context);
  return context;
}

async function wear(page: Page, { width, height, colorScheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}

// These only look: each worker takes the next one.
test.describe.configure({ mode: 'parallel' });

for (const [who, email, pages] of SPACES) {
  for (const place of pages) {
    const name = typeof place === 'string' ? place || '/' : `${place.from}/…`;
    test(`${who} can use ${name} in every look`, async ({ browser }) => {
      const page = await (await browserOf(browser, who)).newPage();
      const check = watch(page);
      if (email) await signIn(page, email);
      const path = typeof place === 'string' ? place : await firstLink(page, place.from, place.shape);
      for (const locale of ['fr', 'en'] as const) {
        const [first, ...others] = LOOKS[locale];
        await wear(page, first);
        const answer = await page.goto(`/${locale}${path}`);
        expect(answer?.status(), path).toBe(200);
        await expect(page.locator('html')).toHaveAttribute('lang', locale);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        for (const look of [first, ...others])
          await test.step(`${locale}, ${look.width} px, ${look.colorScheme}`, async () => {
            await wear(page, look);
            await expectNoSideScroll(page);
            await expectAccessible(page);
          });
      }
      check();
      await page.close();
    });
  }
}

test('the language switch keeps the page and its question', async ({ page }) => {
  await page.goto('/fr/models?category=dress');
  await page
    .getByRole('link', { name: /EN|English/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/en\/models\?category=dress$/);
});

test('an address that does not exist says so in the language of the visitor', async ({ page }) => {
  for (const locale of ['fr', 'en']) {
    const answer = await page.goto(`/${locale}/nowhere`);
    expect(answer?.status()).toBe(404);
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    await expectAccessible(page);
  }
});
