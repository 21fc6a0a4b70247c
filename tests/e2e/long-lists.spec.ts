import { call, COUTURIER, expect, expectAccessible, expectNoSideScroll, signIn, test } from './support/house';

const FIRST_PAGE = 48;

test('a long list of clients shows its beginning, and more when it is wanted', async ({ page }) => {
  await signIn(page, COUTURIER);
  const family = `Zylberg${crypto.randomUUID().slice(0, 6)}`;
  for (let at = 0; at <= FIRST_PAGE; at += 1)
    await call(page, 'post', '/clients', { name: `${family} ${String(at).padStart(2, '0')}` });
  await page.goto('/fr/atelier/clients');
  await page.getByLabel('Nom, e-mail ou téléphone').fill(family);
  const rows = page.getByRole('row').filter({ hasText: family });
  await expect(page.getByText('les 48 premiers dossiers')).toBeVisible();
  await expect(rows).toHaveCount(FIRST_PAGE);
  await expectAccessible(page);
  const more = page.getByRole('button', { name: 'Afficher la suite' });
  await more.click();
  await expect(rows).toHaveCount(FIRST_PAGE + 1);
  await expect(page.getByText('49 dossiers')).toBeVisible();
  await expect(more).toHaveCount(0);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/fr/atelier/messages/new');
  await page.getByRole('searchbox').fill(family);
  await expect(page.getByRole('button', { name: new RegExp(family) })).toHaveCount(FIRST_PAGE);
  await expectNoSideScroll(page);
  await page.getByRole('button', { name: 'Afficher la suite' }).click();
  await expect(page.getByRole('button', { name: new RegExp(family) })).toHaveCount(FIRST_PAGE + 1);
});
