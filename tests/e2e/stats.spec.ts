import { readFile } from 'node:fs/promises';
import { CLIENT, COUTURIER, expect, expectAccessible, expectNoSideScroll, OWNER, signIn, test } from './support/house';

test('the figures judge the year, and each is a table and a file too', async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto('/fr/atelier');
  await page.getByRole('navigation').getByRole('link', { name: 'Chiffres' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('L’année');
  await expect(page.getByText('Tenues à l’heure')).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);

  const revenue = page.getByRole('region', { name: 'Chiffre d’affaires' });
  await expect(revenue.getByRole('img')).toBeVisible();
  await revenue.getByRole('button', { name: /Voir en tableau/ }).click();
  await expect(revenue.getByRole('table')).toBeVisible();
  await expect(revenue.getByRole('img')).toBeHidden();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    revenue.getByRole('button', { name: /Télécharger en CSV/ }).click(),
  ]);
  const rows = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect(rows[0]).toBe('\uFEFFQuand;Encaissé;Commandes;Un an plus tôt;Prévu');
  expect(rows.length).toBeGreaterThan(12);
  await expectAccessible(page);
});

test('a point is reached by arrows, read, and opens the orders behind it', async ({ page }) => {
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier/stats');
  const points = page.getByRole('list', { name: 'Chiffre d’affaires, pas à pas' }).getByRole('link');
  await points.last().focus();
  await page.keyboard.press('ArrowLeft');
  await expect(points.nth(-2)).toBeFocused();
  await expect(page.getByText('Entrée ouvre la liste')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(points.first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/fr\/atelier\/orders\?.*paidFrom=/);
  await expect(page.getByText(/Un paiement entre le/)).toBeVisible();
  await page.getByRole('button', { name: 'Tout effacer' }).click();
  await expect(page).not.toHaveURL(/paidFrom/);
});

test('another length, another period, and one before the house began', async ({ page }) => {
  await signIn(page, COUTURIER);
  await page.goto('/en/atelier/stats');
  await page.getByRole('radio', { name: 'Month' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('The month');
  await expect(page).toHaveURL(/unit=month/);
  await page.getByRole('button', { name: /^Period/ }).click();
  await page.getByRole('menuitemradio').nth(1).click();
  await expect(page.getByText('Orders in progress at its end')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Orders in progress at its end')).toBeVisible();
  await page.goto('/en/atelier/stats?unit=month&end=2019-05');
  await expect(page.getByRole('heading', { name: 'Nothing in this period' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Back to today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('The year');
});

test('on a phone the tables come first, and nothing is wider than the screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier/stats');
  const stages = page.getByRole('region', { name: 'Où sont les commandes' });
  await expect(stages.getByRole('table')).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await stages.getByRole('button', { name: /Voir le graphique/ }).click();
  await expect(stages.getByRole('list', { name: 'Commandes par étape' })).toBeVisible();
  await expectNoSideScroll(page);
});

test('a client finds the door closed', async ({ page }) => {
  await signIn(page, CLIENT);
  await page.goto('/fr/atelier/stats');
  await expect(page.getByText('Chiffre d’affaires')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
