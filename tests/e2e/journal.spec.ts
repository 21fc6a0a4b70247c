import { another, COUTURIER, expect, expectAccessible, OWNER, signIn, test } from './support/house';

test('an owner reads who did what, narrows it, and takes it away', async ({ page, browser }) => {
  await signIn(page, OWNER);
  const other = await another(browser, COUTURIER);
  const { csrfToken } = (await (await page.request.get('/api/auth/csrf')).json()) as { csrfToken: string };
  const refused = await page.request.post('/api/auth/callback/credentials', {
    form: { csrfToken, email: COUTURIER, password: 'faux', json: 'true' },
    headers: { Origin: new URL((await page.request.get('/fr')).url()).origin },
  });
  expect(refused.status()).toBe(401);
  await other.page.goto('/fr/atelier/house/journal');
  await expect(other.page.getByRole('heading', { level: 1 })).not.toContainText('regard');
  await other.leave();

  await page.goto('/fr/atelier/house');
  await page.getByRole('link', { name: 'Le journal de la maison' }).click();
  await expect(page).toHaveURL(/\/fr\/atelier\/house\/journal$/);
  await expect(page.getByText('Connexion refusée').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Quoi').selectOption({ label: 'Emporté et importé' });
  await expect(page).toHaveURL(/group=takeaways/);
  await expect(page.locator('.journal-day').getByText('Connexion refusée')).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /Emporter ces lignes/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^journal-\d{4}-\d\d-\d\d\.csv$/);
  await page.reload();
  await expect(page.getByText('Journal emporté').first()).toBeVisible();
});
