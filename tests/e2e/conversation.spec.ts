import type { Page } from '@playwright/test';
import {
  another,
  CLIENT,
  COUTURIER,
  expect,
  expectAccessible,
  expectNoSideScroll,
  newClient,
  signIn,
  test,
} from './support/house';
import { PDF, PNG } from './support/files';
import { field, message, say, thread, tick } from './support/thread';

const LEADS_TO_CONVERSATION = /\/messages\/[0-9a-f]{24}$/;

/** Says what kind of message comes next. */
async function choose(page: Page, kind: string): Promise<void> {
  await page.locator('.composer').getByRole('button', { expanded: false }).first().click();
  await page.getByRole('menuitemradio', { name: kind }).click();
}

async function attach(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Joindre une image ou un fichier' }).click();
  await (await chooser).setFiles({ name, mimeType, buffer });
  await expect(page.getByText('jointe', { exact: true })).toBeVisible();
}

/** Someone new writes to Claire. The page stands in the conversation. */
async function begin(page: Page, name: string, words: string): Promise<void> {
  await newClient(page, name);
  await page.goto('/fr/account/messages/new');
  await page.getByText('Claire Morel', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Vos premiers mots' }).fill(words);
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page).toHaveURL(LEADS_TO_CONVERSATION);
  await expect(tick(message(page, words))).toContainText(/envoyé|distribué|lu/);
}

/** The words of every message, from the first to the last. */
const history = (page: Page): Promise<string[]> => thread(page).locator('.bubble, .message-file').allInnerTexts();

test('a client and a couturier speak, and each sees the other’s words as they come', async ({ page, browser }) => {
  const name = `Solène ${crypto.randomUUID().slice(0, 8)}`;
  const atelier = await another(browser, COUTURIER);
  const desk = atelier.page;
  await desk.goto('/fr/atelier/messages');
  await expect(desk.getByRole('heading', { name: 'Messages' })).toBeVisible();

  await begin(page, name, 'Bonjour, je cherche une robe de soirée.');
  const row = desk.getByRole('link').filter({ hasText: name });
  await expect(row, 'the conversation appears by itself').toContainText('robe de soirée');
  await expect(row).toContainText('1 message non lu');
  await say(page, 'Plutôt longue.');
  await expect(row).toContainText('2 messages non lus');

  await row.click();
  await expect(message(desk, 'Plutôt longue.')).toBeVisible();
  await expect(tick(message(page, 'Plutôt longue.')), 'the ticks become « read »').toContainText('lu');
  await expect(row).not.toContainText('non lu');

  await attach(page, 'reference.png', 'image/png', PNG);
  await field(page).fill('Voici l’image.');
  await field(page).press('Enter');
  await expect(message(desk, 'Voici l’image.')).toContainText('Image de référence');
  await expect(message(desk, 'Voici l’image.').getByRole('img', { name: 'reference.png' })).toBeVisible();

  await attach(page, 'inspiration.pdf', 'application/pdf', PDF);
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(thread(desk).getByRole('link', { name: /inspiration\.pdf/ })).toBeVisible();

  await choose(page, 'Demande spécifique');
  await say(page, 'Des boutons de nacre, s’il vous plaît.');
  await expect(message(desk, 'Des boutons de nacre')).toContainText('Demande spécifique');

  await say(desk, 'Avec plaisir.');
  await expect(message(page, 'Avec plaisir.')).toBeVisible();
  await choose(desk, 'Suggestion');
  await say(desk, 'Un crêpe lourd tomberait mieux.');
  await expect(message(page, 'Un crêpe lourd')).toContainText('Suggestion');
  await choose(desk, 'Avancement');
  await say(desk, 'La toile est coupée.');
  await expect(message(page, 'La toile est coupée.')).toContainText('Avancement');

  await desk.getByRole('button', { name: 'Dessiner un croquis' }).click();
  const sheet = desk.getByRole('img', { name: 'Feuille de dessin' });
  const box = await sheet.boundingBox();
  if (!box) throw new Error('the sheet has no size');
  await desk.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.3);
  await desk.mouse.down();
  await desk.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5, { steps: 8 });
  await desk.mouse.up();
  await desk.getByRole('button', { name: 'Envoyer à Solène' }).click();
  await expect(sheet).toBeHidden();
  await expect(thread(page).getByText('Croquis de Claire')).toBeVisible();
  await expect(thread(page).getByRole('img', { name: 'Croquis', exact: true })).toBeVisible();
  await expect(tick(thread(desk).getByRole('article').last()), 'the client has seen it').toContainText('lu');

  const said = await history(page);
  expect(said).toHaveLength(8);
  await expect.poll(() => history(desk)).toEqual(said);
  await page.reload();
  await expect(message(page, 'La toile est coupée.')).toBeVisible();
  expect(await history(page), 'the same history after a reload').toEqual(said);
  await atelier.leave();
});

test('what is written without a network leaves once, when the network is back', async ({ page, context }) => {
  await begin(page, 'Ariane Lebrun', 'Bonjour.');
  await context.setOffline(true);
  await field(page).fill('Écrit dans le train.');
  await field(page).press('Enter');
  await expect(tick(message(page, 'Écrit dans le train.'))).toContainText('envoi…');
  await context.setOffline(false);
  await expect(tick(message(page, 'Écrit dans le train.'))).toContainText(/envoyé|distribué/, { timeout: 40_000 });
  await page.reload();
  await expect(message(page, 'Bonjour.')).toBeVisible();
  await expect(message(page, 'Écrit dans le train.')).toHaveCount(1);
});

test('scrolling back through a long conversation reaches its first word', async ({ page }) => {
  await signIn(page, CLIENT);
  await page.goto('/fr/account/messages');
  await expectAccessible(page);
  await expectNoSideScroll(page);
  await page.getByRole('link').filter({ hasText: 'Claire Morel' }).click();
  await expect(page).toHaveURL(LEADS_TO_CONVERSATION);
  await expect(thread(page).getByRole('article').last()).toBeInViewport();
  await expectAccessible(page);
  const first = message(page, 'Nora m’a parlé de vous');
  await expect(first).toHaveCount(0);
  await expect(async () => {
    await thread(page).evaluate((box) => box.scrollTo({ top: 0 }));
    await expect(first).toBeInViewport({ timeout: 500 });
  }).toPass();
  await expect(thread(page).getByText('Le début de la conversation')).toBeVisible();
  await expectNoSideScroll(page);
});

test('the desk of a couturier is accessible, also at the width of a phone', async ({ page }) => {
  await signIn(page, COUTURIER);
  await page.goto('/fr/atelier/messages');
  await expectAccessible(page);
  await page.getByRole('link').filter({ hasText: 'Awa Diallo' }).click();
  await expect(thread(page)).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(field(page)).toBeVisible();
  await expectAccessible(page);
  await expectNoSideScroll(page);
});
