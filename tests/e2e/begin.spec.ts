import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { type HouseProcess, startHouse } from '../support/house-process';
import { expect, expectAccessible, expectNoSideScroll, OWN_PASSWORD, test } from './support/house';

const folder = mkdtempSync(join(tmpdir(), 'fashionflow-e2e-begin-'));
let house: HouseProcess;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  house = await startHouse(join(folder, 'data'), { LC_ALL: 'fr_FR.UTF-8' }, ['--new']);
  await house.says(/Ctrl-C closes the house/);
});

test.afterAll(async () => {
  house.signal('SIGTERM');
  await house.ended;
  rmSync(folder, { recursive: true, force: true });
});

/** Goes on with the Tab key until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let n = 0; n < 80; n += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target}`);
}

async function type(page: Page, field: Locator, words: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(words);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

test('a house is begun with the keyboard alone, and what is left waits on Aujourd’hui', async ({ page }) => {
  test.setTimeout(180_000);
  const address = /http:\/\/localhost:\d+\/fr\/begin\?key=[\w-]+/.exec(house.said())?.[0] ?? '';
  await page.goto(address);
  await expectAccessible(page);
  await type(page, page.getByLabel('Prénom et nom'), 'Aïda Ndiaye');
  await type(page, page.getByLabel('Adresse e-mail'), 'aida@exemple.sn');
  await type(page, page.getByLabel('Mot de passe', { exact: true }), OWN_PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/fr\/atelier\/first-steps$/);

  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toContainText('Bienvenue, Aïda');
  const step = page.getByRole('heading', { level: 2 }).first();
  await expect(step).toHaveText('La maison');
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await type(page, page.getByLabel('Nom', { exact: true }), 'Maison Ndiaye');
  await press(page, page.locator('#house-country'));
  await expect(page.getByRole('option', { name: 'Sénégal' })).toBeVisible();
  await page.keyboard.type('Sé');
  await page.keyboard.press('Enter');
  await expect(page.locator('#house-currency')).toContainText('XOF');
  await expect(page.getByLabel('TVA')).toHaveValue('18');
  await type(page, page.getByLabel('Adresse', { exact: true }), '12, rue Félix-Faure, Dakar');
  await expect(page.getByRole('complementary', { name: 'Ce que l’on verra' })).toContainText('F CFA');
  await press(page, page.getByRole('button', { name: 'Enregistrer et continuer' }));

  await expect(step).toHaveText('Les personnes');
  await expect(step).toBeFocused();
  await expect(page.getByRole('link', { name: 'Maison Ndiaye' })).toBeVisible();
  await expect(page).toHaveTitle(/Maison Ndiaye/);
  await press(page, page.getByRole('button', { name: 'Inviter quelqu’un' }));
  await page.getByLabel('Adresse e-mail').waitFor();
  await type(page, page.getByLabel('Adresse e-mail'), 'mariama@exemple.sn');
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('button', { name: 'Un lien à remettre à mariama@exemple.sn' }));
  await expect(page.getByLabel('Lien pour mariama@exemple.sn')).toHaveValue(/\/fr\/invitations\/[\w-]{40,}$/);
  await expectAccessible(page);
  await press(page, page.getByRole('button', { name: 'Continuer' }));

  await expect(step).toHaveText('Les heures');
  await press(page, page.getByRole('button', { name: 'Ces heures conviennent' }));
  await expect(step).toHaveText('Les vêtements');
  await press(page, page.getByRole('button', { name: 'Ces vêtements conviennent' }));
  await expect(step).toHaveText('Les modèles');
  await expect(page.getByText('5 étapes sont cousues')).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Finir plus tard' }));

  await page.waitForURL(/\/fr\/atelier$/);
  await expect(page.getByText('2 étapes de la maison attendent')).toBeVisible();
  await expectAccessible(page);
  await press(page, page.getByRole('link', { name: 'Reprendre' }));
  await page.waitForURL(/\/fr\/atelier\/first-steps$/);
  await press(page, page.getByRole('button', { name: 'Ranger cette page' }));
  await page.waitForURL(/\/fr\/atelier$/);
  await expect(page.getByText('étapes de la maison')).toHaveCount(0);
});
