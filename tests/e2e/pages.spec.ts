import { CLIENT, COUTURIER, expect, expectAccessible, expectNoSideScroll, OWNER, signIn, test } from './support/house';

const PUBLIC = [
  '',
  '/models',
  '/models/robe-clair-de-lune',
  '/couturiers',
  '/house',
  '/legal',
  '/privacy',
  '/sign-in',
  '/sign-up',
  '/forgot-password',
];
const CLIENTS = [
  '/account',
  '/account/orders',
  '/account/orders/new',
  '/account/messages',
  '/account/messages/new',
  '/account/notifications',
  '/account/measurements',
  '/account/measurements/new',
  '/account/favourites',
  '/account/settings',
];
const ATELIER = [
  '/atelier',
  '/atelier/messages',
  '/atelier/messages/new',
  '/atelier/notifications',
  '/atelier/orders',
  '/atelier/orders/new',
  '/atelier/tasks',
  '/atelier/clients',
  '/atelier/clients/new',
  '/atelier/models',
  '/atelier/models/new',
  '/atelier/settings',
];

/** Who sees which pages. */
const SPACES = [
  ['a visitor', undefined, PUBLIC],
  ['a client', CLIENT, CLIENTS],
  ['a couturier', COUTURIER, ATELIER],
  ['the owner', OWNER, ['/atelier/house']],
] as const;

/** Each page on a desk and on a phone, by day and by night, in both languages: every look is met at least once. */
const LOOKS = [
  { locale: 'fr', width: 1440, height: 900, colorScheme: 'light' },
  { locale: 'en', width: 390, height: 844, colorScheme: 'dark' },
] as const;

for (const [who, email, pages] of SPACES) {
  for (const { locale, width, height, colorScheme } of LOOKS) {
    test(`${who} can use every page: ${locale}, ${width} px, ${colorScheme}`, async ({ page }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      if (email) await signIn(page, email);
      for (const path of pages) {
        await test.step(path || '/', async () => {
          const answer = await page.goto(`/${locale}${path}`);
          expect(answer?.status(), path).toBe(200);
          await expect(page.locator('html')).toHaveAttribute('lang', locale);
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
          await expectNoSideScroll(page);
          await expectAccessible(page);
        });
      }
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
