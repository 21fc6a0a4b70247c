import type { Page } from '@playwright/test';
import {
  another,
  call,
  CLIENT,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  signIn,
  test,
} from './support/house';

test.describe.configure({ mode: 'serial' });

async function openThread(page: Page): Promise<void> {
  const { items } = await call<{ items: { id: string; client: { name: string } }[] }>(
    page,
    'get',
    '/conversations?limit=100',
  );
  const id = items.find(({ client }) => client.name === 'Awa Diallo')?.id;
  await page.goto(`/fr/atelier/messages/${id}`);
}

test('a ready reply is filled from what is known, asks for the rest, and is sent', async ({ page, browser }) => {
  await signIn(page, COUTURIER);
  await openThread(page);
  const field = page.getByRole('textbox', { name: 'Écrire à Awa' });
  await page.getByRole('button', { name: 'Proposer deux heures' }).click();
  const sheet = page.getByRole('dialog', { name: 'Réponses prêtes' });
  await expect(sheet.getByRole('textbox', { name: 'prénom' })).toHaveValue('Awa');
  await expectAccessible(page);

  await sheet.getByRole('button', { name: 'Poser dans le message' }).click();
  await expect(sheet.getByRole('alert')).toHaveText(/Il reste à remplir\s: quoi, heure, autre heure, durée\./);
  await expect(sheet.getByRole('textbox', { name: 'quoi' })).toBeFocused();
  await page.keyboard.type('la bretelle');
  await page.keyboard.press('Tab');
  const free = sheet.getByRole('group', { name: /^Heures libres/ }).getByRole('button');
  const [first, second] = [free.nth(0), free.nth(1)];
  await first.click();
  await second.click();
  await sheet.getByRole('textbox', { name: 'durée' }).fill('20 minutes');
  await expect(sheet.getByRole('alert')).toHaveCount(0);
  await expectNoSideScroll(page);
  await sheet.getByRole('button', { name: 'Poser dans le message' }).click();
  await expect(sheet).toHaveCount(0);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(
    /^Bonjour Awa, pour la bretelle je vous attends \S+ .+ à \d.+ ou \S+ .+ à \d.+\. Comptez 20 minutes\.$/,
  );
  const words = await field.inputValue();
  await page.keyboard.press('Enter');
  await expect(page.getByText(words).last()).toBeVisible();

  const client = await another(browser, CLIENT);
  await client.page.goto('/fr/account/messages');
  await expect(client.page.getByText(/Comptez 20 minutes/).first()).toBeVisible();
  await client.leave();
});

test('the list is one’s own: a sentence is added, moved up, and stands first where one writes', async ({ page }) => {
  await signIn(page, COUTURIER);
  await openThread(page);
  await page.getByRole('button', { name: 'Réponses prêtes' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Modifier la liste' }).click();
  await expect(page).toHaveURL(/\/fr\/atelier\/settings#ready-replies$/);
  const section = page.getByRole('region', { name: 'Réponses prêtes' });
  await section.getByRole('button', { name: 'Ajouter une phrase' }).click();
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(section.getByText('Ce champ est nécessaire.')).toHaveCount(2);
  await section.getByRole('textbox', { name: 'Nom court' }).last().fill('Bien reçu');
  await section.getByRole('textbox', { name: 'Phrase' }).last().fill('Bien reçu, merci.');
  for (let up = 0; up < 4; up += 1) await section.getByRole('button', { name: 'Monter « Bien reçu »' }).click();
  await expectAccessible(page);
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(section.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);

  await openThread(page);
  await page.getByRole('button', { name: 'Bien reçu' }).click();
  const field = page.getByRole('textbox', { name: 'Écrire à Awa' });
  await expect(field).toHaveValue('Bien reçu, merci.');
  await field.fill('');
  // As it was, for whoever comes next.
  await page.goto('/fr/atelier/settings');
  await section.getByRole('button', { name: 'Revenir aux phrases de départ' }).click();
  await section.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(section.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0);
});
