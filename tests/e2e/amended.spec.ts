import type { Locator, Page } from '@playwright/test';
import {
  another,
  call,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  newClient,
  test,
} from './support/house';
import { message, say, thread } from './support/thread';

/** Opens what one may do with a message, by the keyboard. */
async function actionsOf(of: Locator): Promise<void> {
  await of.getByRole('button', { name: 'Actions du message' }).press('Enter');
}

async function choose(page: Page, of: Locator, action: string): Promise<void> {
  await actionsOf(of);
  await page.getByRole('menuitem', { name: action }).click();
}

test('words are edited, felt about and taken back, and both see it at once', async ({ page, browser }) => {
  await newClient(page, `Olga ${crypto.randomUUID().slice(0, 8)}`);
  const { page: desk, leave } = await another(browser, COUTURIER);
  const { id: couturierId } = await call<{ id: string }>(desk, 'get', '/me');
  const { id } = await call<{ id: string }>(page, 'post', '/conversations', { couturierId });
  await page.goto(`/fr/account/messages/${id}`);
  await desk.goto(`/fr/atelier/messages/${id}`);
  await expect(thread(desk)).toBeVisible();
  await say(desk, 'L’ourlet sera à 3 cm du sol.');

  await choose(page, message(page, '3 cm'), 'Merci');
  await expect(message(desk, '3 cm').getByRole('list', { name: 'Réactions' })).toContainText('Olga');
  await actionsOf(message(page, '3 cm'));
  await page.getByRole('menuitem', { name: 'J’aime' }).click();
  await expect(message(desk, '3 cm').getByRole('img', { name: 'J’aime' })).toBeVisible();

  await choose(desk, message(desk, '3 cm'), 'Modifier le message');
  const dialog = desk.getByRole('dialog', { name: 'Modifier le message' });
  await expect(dialog.getByRole('button', { name: 'Enregistrer' }), 'the same words are no change').toBeDisabled();
  await dialog.getByLabel('Vos mots').fill('L’ourlet sera à 2 cm du sol, avec vos talons.');
  await expectAccessible(desk);
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog).toBeHidden();
  const edited = message(page, '2 cm du sol');
  await expect(edited.getByRole('list', { name: 'Réactions' }), 'what was felt stays').toBeVisible();
  await edited.getByRole('button', { name: 'modifié' }).click();
  await expect(page.getByRole('dialog', { name: 'Écrit avant' })).toContainText('3 cm du sol');
  await page.keyboard.press('Escape');
  await edited.getByRole('button', { name: /Retirer ma réaction/ }).click();
  await expect(message(desk, '2 cm').getByRole('list', { name: 'Réactions' })).toHaveCount(0);

  await say(desk, 'Le tissu coûte 900 euros.');
  await expect(message(page, '900 euros')).toBeVisible();
  await page.context().setOffline(true);
  await choose(desk, message(desk, '900 euros'), 'Retirer le message');
  await expect(thread(desk).getByText('Vous avez retiré ce message')).toBeVisible();
  await expect(message(page, '900 euros'), 'away, nothing is known of it').toBeVisible();
  await page.context().setOffline(false);
  await expect(thread(page).getByText('Claire a retiré ce message'), 'who comes back learns it').toBeVisible();
  await expect(message(page, '900 euros')).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSideScroll(page);
  await page.reload();
  await expect(thread(page).getByText('Claire a retiré ce message')).toBeVisible();
  await leave();
});
