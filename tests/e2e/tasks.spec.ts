import type { Page } from '@playwright/test';
import { another, COUTURIER, expect, expectAccessible, expectNoSideScroll, OWNER, signIn, test } from './support/house';

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const card = (page: Page, title: string) => page.locator('[data-card]').filter({ hasText: title });

/** Writes a task on the line above the board. */
async function quickAdd(page: Page, line: string): Promise<void> {
  await page.getByLabel('Ajouter une tâche').fill(line);
  await page.keyboard.press('Enter');
}

test('one line is understood, becomes a task, and another couturier sees it at once', async ({ page, browser }) => {
  await signIn(page, COUTURIER);
  const other = await another(browser, OWNER);
  await other.page.goto('/fr/atelier/tasks?view=board');
  await page.goto('/fr/atelier/tasks?view=board');
  const title = `surfiler ${crypto.randomUUID().slice(0, 8)}`;
  await page.getByLabel('Ajouter une tâche').fill(`${title} demain 1h30 @inès`);
  const line = page.locator('form').filter({ has: page.getByLabel('Ajouter une tâche') });
  await expect(line.getByText('Inès Haddad')).toBeVisible();
  await expect(line.getByText('1 h 30')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(card(page, title)).toContainText('demain');
  await expect(card(other.page, title)).toContainText('1 h 30');
  await expect(page.getByLabel('Ajouter une tâche')).toHaveValue('');
  await other.leave();
});

test('two clients of one name: the line asks which order, by the keyboard too', async ({ page }) => {
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier/tasks?view=board');
  const title = `ourlet ${crypto.randomUUID().slice(0, 8)}`;
  await quickAdd(page, `${title} Diallo`);
  const choices = page.getByRole('group', { name: 'Quelle commande ?' });
  await expect(choices.getByRole('button').first()).toBeFocused();
  await expect(choices.getByRole('button', { name: /Awa Diallo/ }).first()).toBeVisible();
  await expect(choices.getByRole('button', { name: /Fatou Diallo/ }).first()).toBeVisible();
  await expectAccessible(page);
  await choices
    .getByRole('button', { name: /Fatou Diallo/ })
    .first()
    .press('Enter');
  await expect(page.getByLabel('Ajouter une tâche')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(card(page, title)).toContainText('Fatou Diallo');
  await expect(card(page, title)).not.toContainText(`${title} Diallo`);
});

test('the line of today asks the same', async ({ page }) => {
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier');
  const title = `bâtir ${crypto.randomUUID().slice(0, 8)}`;
  const line = page.getByLabel('Ajouter une tâche', { exact: true });
  await line.fill(`${title} Diallo`);
  await page.keyboard.press('Enter');
  await page
    .getByRole('group', { name: 'Quelle commande ?' })
    .getByRole('button', { name: 'Sans commande' })
    .press('Enter');
  await expect(line).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toHaveValue('');
  await page.goto('/fr/atelier/tasks?view=board');
  await expect(card(page, title)).toBeVisible();
});

test('the board: dragged, and carried by the keyboard; the other screen follows', async ({ page, browser }) => {
  await signIn(page, COUTURIER);
  const other = await another(browser, OWNER);
  await other.page.goto('/fr/atelier/tasks?view=board');
  await page.goto('/fr/atelier/tasks?view=board');
  const title = `glacer ${crypto.randomUUID().slice(0, 8)}`;
  await quickAdd(page, title);
  await expect(card(page, title)).toBeVisible();

  await card(page, title).scrollIntoViewIfNeeded();
  const [from, to] = [await card(page, title).boundingBox(), await column(page, 'En cours').boundingBox()];
  if (!from || !to) throw new Error('the card and the column are on the screen');
  // Straight across: the board is taller than the window.
  await card(page, title).dragTo(column(page, 'En cours'), { targetPosition: { x: 100, y: from.y - to.y + 20 } });
  await expect(column(page, 'En cours').locator('[data-card]').filter({ hasText: title })).toBeVisible();
  await expect(column(other.page, 'En cours').locator('[data-card]').filter({ hasText: title })).toBeVisible();

  await card(page, title).focus();
  await page.keyboard.press(' ');
  await expect(page.getByRole('status').filter({ hasText: 'soulevée' })).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'Colonne Bloqué' })).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(column(page, 'En cours').locator('[data-card]').filter({ hasText: title })).toBeFocused();
  await page.keyboard.press(' ');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press(' ');
  await expect(column(page, 'Fait').locator('[data-card]').filter({ hasText: title })).toBeVisible();
  await expect(column(other.page, 'Fait').locator('[data-card]').filter({ hasText: title })).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(column(other.page, 'En cours').locator('[data-card]').filter({ hasText: title })).toBeVisible();
  await other.leave();
});

test('a task’s sheet: refused without a title, its checklist ticked, kept after a reload', async ({ page }) => {
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier/tasks?view=board');
  await page.getByRole('button', { name: 'Tâche', exact: true }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Note').fill('Fil de soie');
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sheet.getByRole('textbox', { name: 'À faire' })).toHaveAccessibleDescription(
    'Écrivez ce qu’il y a à faire.',
  );
  await expect(sheet.getByLabel('Note')).toHaveValue('Fil de soie');
  const title = `broder ${crypto.randomUUID().slice(0, 8)}`;
  await sheet.getByRole('textbox', { name: 'À faire' }).fill(title);
  await sheet.getByRole('button', { name: 'Ajouter un point' }).click();
  await sheet.locator('input.field-box').last().fill('Choisir le fil');
  await sheet.getByRole('button', { name: 'Ajouter un point' }).click();
  await sheet.locator('input.field-box').last().fill('Tracer le motif');
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(sheet).toBeHidden();
  await expect(card(page, title)).toContainText('0/2');
  await card(page, title).press('Enter');
  await page.getByRole('dialog').getByText('Liste de points').scrollIntoViewIfNeeded();
  await page.getByRole('dialog').getByRole('checkbox', { name: 'Choisir le fil' }).check({ force: true });
  await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(card(page, title)).toContainText('1/2');
  await page.reload();
  await expect(card(page, title)).toContainText('1/2');
});

test('the list on a phone: ticked done, taken back, its verbs at hand', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier/tasks');
  await expect(page.getByRole('radio', { name: 'Liste' })).toBeChecked();
  const title = `repasser ${crypto.randomUUID().slice(0, 8)}`;
  await quickAdd(page, title);
  const row = page.getByRole('listitem').filter({ hasText: title });
  await expect(row).toBeVisible();
  await row.getByRole('button').first().click();
  await row.getByRole('button', { name: 'Commencer' }).click();
  await expect(row, 'one status at a time').toHaveCount(0);
  await page.getByRole('button', { name: /^En cours/ }).click();
  await expect(row.getByRole('button', { name: 'Remettre à faire' })).toBeVisible();
  await expectNoSideScroll(page);
  await expectAccessible(page);
  await row.getByRole('checkbox').click({ force: true });
  await expect(page.getByText(`« ${title} » est faite.`)).toBeVisible();
  await expect(row, 'done, it leaves what is under way').toHaveCount(0);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByRole('button', { name: /^Toutes/ }).click();
  await expect(row.getByRole('checkbox')).not.toBeChecked();
});
