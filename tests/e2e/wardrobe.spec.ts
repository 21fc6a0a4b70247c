import { CLIENT, expect, expectAccessible, expectNoSideScroll, newClient, signIn, test } from './support/house';

test('a client finds what was made for them, what is on its way and what they keep, and has a piece made again', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, CLIENT);
  await page.goto('/fr/account/wardrobe');
  await expect(page.getByRole('heading', { level: 1, name: 'Votre garde-robe' })).toBeVisible();
  const again = page.getByRole('link', { name: /^Refaire cette pièce ?, / }).first();
  await expect(again).toBeVisible();
  await expect(page.getByRole('link', { name: /^Suivre ?, / }).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  const piece = page.getByRole('article').first();
  const title = await piece.getByRole('heading').innerText();
  await piece.getByRole('link', { name: 'Faire retoucher' }).click();
  await expect(page.getByRole('textbox', { name: 'Signaler un défaut' })).toBeVisible();
  await page.goBack();
  await again.click();
  await expect(page.getByText(title).first()).toBeVisible();
  await expect(page).toHaveURL(/orders\/new/);
});

test('who has nothing yet is shown the way to the models', async ({ page }) => {
  await newClient(page);
  await page.goto('/en/account/wardrobe');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The first piece will come here');
  await expectAccessible(page);
});
