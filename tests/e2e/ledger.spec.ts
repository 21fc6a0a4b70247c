import { another, COUTURIER, expect, expectAccessible, OWNER, signIn, test } from './support/house';

test('an owner reads the ledger, narrows it, verifies it and takes it away; a couturier does not see it', async ({
  page,
  browser,
}) => {
  const other = await another(browser, COUTURIER);
  await other.page.goto('/fr/atelier/stats');
  await expect(other.page.getByRole('link', { name: 'Registre' })).toHaveCount(0);
  await other.page.goto('/fr/atelier/stats/ledger');
  await expect(other.page.getByText('La chaîne')).toHaveCount(0);
  await other.leave();

  await signIn(page, OWNER);
  await page.goto('/fr/atelier/stats');
  await page.getByRole('link', { name: 'Registre' }).click();
  await expect(page).toHaveURL(/\/fr\/atelier\/stats\/ledger$/);
  await page.getByRole('combobox', { name: 'Période' }).selectOption({ label: 'Depuis le début' });
  await expect(page).toHaveURL(/period=all/);
  await expect(page.getByText('La chaîne tient').first()).toBeVisible();
  await expect(page.getByText('Registre d’essai')).toBeVisible();
  const lines = page.locator('.ledger-line');
  const all = await lines.count();
  expect(all).toBeGreaterThan(1);
  await expectAccessible(page);

  // Papers are entries too, and name no order.
  const ofOrders = lines.filter({ has: page.getByRole('link', { name: /^FF-/ }) });
  const number = (await ofOrders.first().locator('.ledger-number > span').first().textContent()) ?? '';
  await page.getByLabel('Un nom, une pièce, un numéro').fill(number);
  await page.getByLabel('Un nom, une pièce, un numéro').press('Enter');
  await expect(page).toHaveURL(new RegExp(`q=${number}`));
  await expect(lines.first()).toContainText(number);
  expect(await lines.count()).toBeLessThan(all);

  await page.getByRole('button', { name: 'Vérifier' }).click();
  await expect(page).toHaveURL(/check=now/);
  await expect(page.getByText('Intacte')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Emporter le registre' }).click();
  expect((await download).suggestedFilename()).toMatch(/^ledger-\d{4}-\d\d-\d\d\.jsonl$/);
  await ofOrders.first().getByRole('link', { name: /^FF-/ }).click();
  await expect(page).toHaveURL(/\/fr\/atelier\/orders\/[0-9a-f]{24}/);
});
