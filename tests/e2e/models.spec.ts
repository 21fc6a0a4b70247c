import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import {
  another,
  call,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  newClient,
  signIn,
  test,
  visitor,
} from './support/house';

const picture = (colour: string) =>
  sharp({ create: { width: 600, height: 900, channels: 3, background: colour } })
    .png()
    .toBuffer();

interface House {
  vocabulary: Record<'categories' | 'garments' | 'fabrics' | 'colours', { code: string; label: { fr: string } }[]>;
}

/** Chooses in a field with a list by typing its words, with the keyboard alone. */
async function choose(page: Page, field: Locator, words: string): Promise<void> {
  // A list closes when the page moves under it, so the field is brought into view first.
  await field.scrollIntoViewIfNeeded();
  const option = page.getByRole('option', { name: words }).first();
  // Where the page still moved after that (a row above it came), the words are typed once more, as anybody would.
  await expect(async () => {
    await field.fill('');
    await field.fill(words);
    await expect(option).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 15_000 });
  await field.press('ArrowDown');
  await field.press('Enter');
  await expect(page.getByRole('listbox')).toHaveCount(0);
}

test('a model from the first word to the catalogue and out of it again', async ({ page, browser }) => {
  test.setTimeout(150_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, COUTURIER);
  const { vocabulary } = await call<House>(page, 'get', '/house');
  const word = (kind: keyof House['vocabulary']) => vocabulary[kind][0]?.label.fr ?? '';
  const title = `Brume ${crypto.randomUUID().slice(0, 6)}`;

  /** The model in the catalogue; the chip of the search says its name too. */
  const card = (one: Page) => one.locator('a[href*="/fr/models/"]').filter({ hasText: title });

  await page.goto('/fr/atelier/models/new');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'points à reprendre' })).toBeFocused();
  // Typed key by key: the list of what is wrong must not take the focus away again.
  await page.getByLabel('Titre en français').pressSequentially(title);
  await expect(page.getByLabel('Titre en français')).toHaveValue(title);
  await choose(page, page.locator('[id="category"]'), word('categories'));
  await choose(page, page.locator('[id="garment"]'), word('garments'));
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByRole('link', { name: 'Prix à partir de : Ce champ est nécessaire.' }).click();
  await expect(page.getByLabel('Prix à partir de')).toBeFocused();
  await page.getByLabel('Prix à partir de').fill('1480');
  await page.getByLabel('Délai habituel').fill('45');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page).toHaveURL(/\/fr\/atelier\/models\/[0-9a-f]{24}$/);
  await expect(page.getByRole('heading', { name: 'Brouillon' })).toBeVisible();
  // What publication lacks is listed, and each point leads to its field.
  await page.getByRole('link', { name: 'le titre en anglais' }).click();
  await page.getByLabel('Titre en anglais').fill(`${title} mist`);
  await page.locator('[id="description.fr"]').fill('Une robe comme un matin.');
  await page.locator('[id="description.en"]').fill('A dress like a morning.');
  await page.locator('input[type=file]').setInputFiles([
    { name: 'un.png', mimeType: 'image/png', buffer: await picture('#3a6a64') },
    { name: 'deux.png', mimeType: 'image/png', buffer: await picture('#a3152f') },
  ]);
  await page.locator('[id="images.1.alt"]').fill('Le dos');
  await page.locator('[id="images.0.alt"]').fill('La face');
  await page.locator('#images').getByLabel('Description en anglais').first().fill('The front');
  await page.locator('#images').getByLabel('Description en anglais').last().fill('The back');
  await page.getByRole('button', { name: 'Avancer l’image 2' }).click();
  await expect(page.locator('[id="images.0.alt"]')).toHaveValue('Le dos');
  await page.getByRole('button', { name: 'Ajouter une étoffe' }).click();
  await choose(page, page.locator('[id="fabrics.0.code"]'), word('fabrics'));
  await page.getByRole('button', { name: 'Ajouter une couleur' }).click();
  await choose(page, page.locator('[id="colours.0.code"]'), word('colours'));
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Publier', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Publié' })).toBeVisible();

  // A visitor finds it at once, the first picture first.
  const { page: outside, leave } = await visitor(browser);
  await outside.goto(`/fr/models?q=${encodeURIComponent(title)}`);
  await card(outside).click();
  await expect(outside.getByRole('heading', { level: 1 })).toContainText(title);
  await expect(outside.getByRole('img', { name: 'Le dos' }).first()).toBeVisible();
  await expectAccessible(outside);
  const address = new URL(outside.url()).pathname;

  // Two couturiers at once: the second save shows both.
  const other = await another(browser, 'owner@fashionflow.test');
  await other.page.goto(new URL(page.url()).pathname);
  await other.page.getByLabel('Prix à partir de').fill('1600');
  await other.page.getByRole('button', { name: 'Enregistrer les changements' }).click();
  await expect(other.page.getByText('Modèle enregistré')).toBeVisible();
  await page.getByLabel('Prix à partir de').fill('1700');
  await page.getByRole('button', { name: 'Enregistrer les changements' }).click();
  await expect(page.getByRole('button', { name: 'Garder la mienne' })).toBeVisible();
  await page.getByRole('button', { name: 'Garder la mienne' }).click();
  await expect(page.getByRole('button', { name: 'Garder la mienne' })).toHaveCount(0);
  await other.leave();
  await outside.reload();
  await expect(outside.getByText(/1.700/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Archiver le modèle' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archiver le modèle' }).click();
  await expect(page.getByRole('heading', { name: 'Archivé' })).toBeVisible();
  // Put away, not unknown: the address says so.
  expect((await outside.goto(address))?.status()).toBe(410);
  await outside.goto(`/fr/models?q=${encodeURIComponent(title)}`);
  await expect(card(outside)).toHaveCount(0);
  await leave();
});

test('a client keeps a model, finds it among hers, and lets it go', async ({ page }) => {
  await page.goto('/fr/models/robe-clair-de-lune');
  await page
    .getByRole('link', { name: /^Garder/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/fr\/sign-in\?next=/);
  await newClient(page);
  await page.goto('/fr/account/favourites');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/fr/models/robe-clair-de-lune');
  const heart = page.getByRole('button', { name: /^Garder/ }).first();
  await expect(heart).toHaveAttribute('aria-pressed', 'false');
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/favourite') && answer.ok());
  await heart.click();
  await expect(heart).toHaveAttribute('aria-pressed', 'true');
  await kept;
  await page.goto('/fr/account/favourites');
  await expect(page.getByRole('link', { name: /Clair de lune/ }).first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSideScroll(page);
  const gone = page.waitForResponse((answer) => answer.url().endsWith('/favourite') && answer.ok());
  await page
    .getByRole('button', { name: /^Garder/ })
    .first()
    .click();
  await gone;
  await page.reload();
  await expect(page.getByRole('link', { name: /Clair de lune/ })).toHaveCount(0);
});

test('the demo’s client has a wardrobe of dreams', async ({ page }) => {
  await signIn(page, 'client2@fashionflow.test');
  await page.goto('/fr/account/favourites');
  await expect(page.getByRole('main').getByRole('button', { name: /^Garder/ })).toHaveCount(2);
});
