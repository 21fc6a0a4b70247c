import { COUTURIER, expect, signIn, test } from './support/house';

test('a dialog that cannot be loaded says so, and comes as soon as the house answers', async ({ page }) => {
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier/tasks?view=board');
  const card = page.locator('[data-card]').first();
  await expect(card).toBeVisible();
  const scripts = /\/_next\/static\/chunks\/.*\.js/;
  await page.route(scripts, (route) => route.abort());
  await card.click();
  await expect(page.getByText('La maison ne répond pas')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.unroute(scripts);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
