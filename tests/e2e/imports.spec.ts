import type { Page } from '@playwright/test';
import { call, COUTURIER, expect, expectAccessible, expectNoSideScroll, signIn, test } from './support/house';

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const rowOf = (page: Page, table: string, name: string) =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name });

/** What is written on the page and reaches beyond its edge, also where a frame of its own would hold it. */
const beyond = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')]
      .filter((one) => !one.closest('.sr-only, .segments, [aria-hidden]') && one.tagName !== 'LABEL')
      .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .map((one) => `${one.tagName} ${(one.textContent ?? '').slice(0, 40)}`),
  );

test.describe('an import', () => {
  test('is undone in one press: what it opened goes, what it changed is as it was, what was used is named', async ({
    page,
  }) => {
    await signIn(page, COUTURIER);
    const mark = crypto.randomUUID().slice(0, 6);
    const known = await call<{ id: string }>(page, 'post', '/clients', {
      name: `Connue ${mark}`,
      email: `connue-${mark}@exemple.fr`,
      address: '1, rue de Rien',
    });
    const table = [
      'Nom;E-mail;Adresse',
      `Neuve Une ${mark};une-${mark}@exemple.fr;`,
      `Neuve Deux ${mark};deux-${mark}@exemple.fr;`,
      `Connue ${mark};connue-${mark}@exemple.fr;4, rue Neuve`,
    ].join('\n');
    await page.goto('/fr/atelier/clients/import');
    await page.getByLabel('Fichier CSV').setInputFiles(file('clientes.csv', table));
    await expect(page.getByText('tout se défait d’un geste pendant 30 jours')).toBeVisible();
    await page.getByRole('button', { name: 'Importer 3 lignes' }).click();
    await expect(page.getByText(/^Se défait d’un geste jusqu’au \d/)).toBeVisible();
    await expectAccessible(page);
    const address = async () => (await call<{ address?: string }>(page, 'get', `/clients/${known.id}`)).address;
    expect(await address()).toBe('4, rue Neuve');

    // Later, from the list of imports, once one of the files has been written on.
    await rowOf(page, 'Lignes du fichier', `Neuve Deux ${mark}`).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`Neuve Deux ${mark}`);
    const used = page.url().split('/').at(-1) ?? '';
    await call(page, 'patch', `/clients/${used}`, { version: 1, notes: 'vue' });
    await page.goto('/fr/atelier/clients/import');
    const line = page.getByRole('listitem').filter({ hasText: '2 dossiers ouverts, un changé' }).first();
    await expect(line).toContainText('par Claire Morel');
    await expectAccessible(page);
    await line.getByRole('button', { name: /^Défaire l’import du/ }).click();
    await expect(line).toContainText('un dossier retiré, un remis comme avant');
    await expect(line.getByRole('button')).toHaveCount(0);
    await expect(line.getByRole('heading', { name: 'Laissé comme il est' })).toBeVisible();
    await expect(line).toContainText(`Neuve Deux ${mark} changé depuis l’import`);
    await expectAccessible(page);
    for (const width of [360, 390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNoSideScroll(page);
      expect(await beyond(page)).toEqual([]);
    }
    expect(await address()).toBe('1, rue de Rien');
    await page.reload();
    await expect(line).toContainText(`Neuve Deux ${mark} changé depuis l’import`);
    await page.goto('/fr/atelier/clients');
    await page.getByLabel('Nom, e-mail ou téléphone').fill(mark);
    await expect(page.getByText('2 dossiers', { exact: true })).toBeVisible();
  });

  test('is undone where it was made, before one leaves the page', async ({ page }) => {
    await signIn(page, COUTURIER);
    const mark = crypto.randomUUID().slice(0, 6);
    await page.goto('/en/atelier/clients/import');
    await page.getByLabel('CSV file').setInputFiles(file('clients.csv', `Name\nNew One ${mark}\nNew Two ${mark}`));
    await page.getByRole('button', { name: 'Import 2 rows' }).click();
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('It is undone');
    await expect(page.getByText('2 files removed, none put back as before the import.')).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await expectAccessible(page);
  });
});

for (const locale of ['fr', 'en'])
  test(`the rehearsal of a table with long words stays inside a phone, in ${locale}`, async ({ page }) => {
    await signIn(page, COUTURIER);
    const long = 'Razafindrakotoarisoandriamanantenarasoamanarivotsiferana';
    const mark = crypto.randomUUID().slice(0, 6);
    await call(page, 'post', '/clients', { name: `Connue ${mark}`, email: `${mark}@exemple.fr`, address: long });
    const table = [
      `Nom;Téléphone;E-mail;${long}x;Notes;Tour de taille;Adresse`,
      `${long};06 41 40 40 40;${long}@une-maison-de-couture-tout-a-fait-longue.fr;${long};${long};9o${long};${long}`,
      `Autre ${long};06 41 40 40 40;;;;;`,
      `Connue ${mark};;${mark}@exemple.fr;;${long};;${long}${long}`,
    ].join('\n');
    for (const width of [360, 390, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/${locale}/atelier/clients/import`);
      await page.locator('input[type=file]').setInputFiles(file(`${long}.csv`, table));
      await expect(page.getByRole('heading', { level: 1 })).toContainText('3');
      await expectNoSideScroll(page);
      expect(await beyond(page)).toEqual([]);
    }
  });
