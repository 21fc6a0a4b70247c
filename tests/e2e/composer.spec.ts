import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { another, COUTURIER, expect, test } from './support/house';
import { PNG } from './support/files';
import { beginTalk } from './support/talk';
import { field, message, thread } from './support/thread';

const attach = (page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.locator('.composer input[type=file][multiple]').setInputFiles(files);
/** The first bytes of a phone's picture, as it tells its kind. */
const HEIC_HEAD = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
const picture = (name: string) => ({ name, mimeType: 'image/png', buffer: PNG });

test('a picture that could not be joined holds the words back until the person decides', async ({ page, browser }) => {
  const atelier = await another(browser, COUTURIER);
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await page.route('**/api/files', (route) => route.abort());
  await attach(page, [picture('dos.png')]);
  await expect(page.getByText('Un fichier sur 1 s’est arrêté.')).toBeVisible();
  await field(page).fill('Voici le dos.');
  await field(page).press('Enter');
  await expect(message(page, 'Voici le dos.')).toHaveCount(0);
  await expect(field(page)).toHaveValue('Voici le dos.');

  await page.unroute('**/api/files');
  await page.reload();
  await expect(page.getByText('jointe', { exact: true }), 'the file goes on after a reload').toBeVisible();
  await expect(field(page)).toHaveValue('Voici le dos.');
  await field(page).press('Enter');
  await expect(message(page, 'Voici le dos.').getByRole('img', { name: 'dos.png' })).toBeVisible();
  await atelier.page.goto(`/fr/atelier/messages/${id}`);
  await expect(message(atelier.page, 'Voici le dos.')).toContainText('Image de référence');
  await atelier.leave();
});

test('words without the picture that was refused are plain words', async ({ page }) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await attach(page, [{ name: 'photo.heic', mimeType: 'image/heic', buffer: HEIC_HEAD }]);
  await expect(page.getByText(/Ce fichier est abîmé/)).toBeVisible();
  await field(page).fill('Alors sans image.');
  await page.getByRole('button', { name: 'Envoyer les mots seuls' }).click();
  await expect(message(page, 'Alors sans image.')).toBeVisible();
  await expect(message(page, 'Alors sans image.')).not.toContainText('Image de référence');
});

test('the clip offers what is taken: a phone’s own photograph comes, another file is told what would, once', async ({
  page,
}) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  const picker = page.locator('.composer input[type=file][multiple]');
  await expect(picker).toHaveAttribute('accept', /image\/jpeg.*image\/heic.*application\/pdf/);
  const phone = readFileSync('tests/integration/files/fixtures/phone.heic');
  await attach(page, [{ name: 'IMG_0042.HEIC', mimeType: 'image/heic', buffer: phone }]);
  await expect(page.getByText('jointe', { exact: true })).toBeVisible({ timeout: 20_000 });
  await attach(page, [
    { name: 'piste.mp3', mimeType: 'audio/mpeg', buffer: Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1') },
  ]);
  const refused = page.locator('.upload[data-failed]');
  await expect(refused).toContainText(/JPEG.*HEIC.*PDF/);
  await expect(refused.getByRole('button', { name: 'Réessayer' })).toHaveCount(0);
});

test('more than eight files are told', async ({ page }) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await attach(
    page,
    Array.from({ length: 12 }, (_, n) => picture(`vue-${n}.png`)),
  );
  await expect(page.getByText('4 fichiers ne sont pas joints')).toBeVisible();
  await expect(page.locator('.upload')).toHaveCount(8);
});

test('Enter that an input method takes does not send, in the order of Chrome and of Safari', async ({ page }) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await field(page).fill('かんじ');
  const press = (init: { isComposing: boolean; keyCode: number }) =>
    field(page).evaluate(
      (element, event) =>
        element.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...event }),
        ),
      init,
    );
  expect(await press({ isComposing: true, keyCode: 229 })).toBe(true);
  expect(await press({ isComposing: false, keyCode: 229 }), 'the candidate is taken').toBe(true);
  await expect(field(page)).toHaveValue('かんじ');
  await expect(message(page, 'かんじ')).toHaveCount(0);
  await field(page).press('Enter');
  await expect(message(page, 'かんじ')).toBeVisible();
});

test('words of a table are pasted as words, a picture dropped on the thread is joined', async ({ page }) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await field(page).focus();
  const paste = (withWords: boolean) =>
    field(page).evaluate(
      (element, [words, bytes]) => {
        const data = new DataTransfer();
        if (words) data.setData('text/plain', 'Tour de taille 68');
        data.items.add(new File([new Uint8Array(bytes)], 'table.png', { type: 'image/png' }));
        return element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      },
      [withWords, [...PNG]] as const,
    );
  expect(await paste(true), 'the browser pastes the words').toBe(true);
  await expect(page.locator('.upload')).toHaveCount(0);
  expect(await paste(false)).toBe(false);
  await expect(page.locator('.upload')).toHaveCount(1);
  await thread(page).evaluate(
    (element, bytes) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], 'glisse.png', { type: 'image/png' }));
      for (const kind of ['dragover', 'drop'])
        element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    [...PNG],
  );
  await expect(page.locator('.upload')).toHaveCount(2);
});

test('without a network the house stays, and says that the page opens later', async ({ page, context }) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await expect(message(page, 'Bonjour.')).toBeVisible();
  await context.setOffline(true);
  await page.waitForFunction(() => !navigator.onLine);
  await page.getByRole('link', { name: 'Commandes' }).first().click();
  await expect(page.getByText('cette page s’ouvrira au retour du réseau')).toBeVisible();
  await expect(message(page, 'Bonjour.')).toBeVisible();
  await context.setOffline(false);
});

test('a message that was refused for good is changed, or taken back', async ({ page }) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await page.route('**/messages', (route) =>
    route.request().method() === 'POST'
      ? route.fulfill({
          status: 404,
          contentType: 'application/problem+json',
          body: '{"code":"not_found","detail":""}',
        })
      : route.fallback(),
  );
  await page.routeWebSocket(/.*/, (ws) => ws.close({ code: 1013 }));
  await page.reload();
  await field(page).fill('Un mot refusé.');
  await field(page).press('Enter');
  const refused = message(page, 'Un mot refusé.');
  await expect(refused.getByRole('group', { name: 'Refusé.' })).toBeVisible();
  await refused.getByRole('button', { name: 'Modifier' }).click();
  await expect(refused).toHaveCount(0);
  await expect(field(page)).toHaveValue('Un mot refusé.');
  await field(page).press('Enter');
  await refused.getByRole('button', { name: 'Retirer' }).click();
  await expect(refused).toHaveCount(0);
  await page.reload();
  await expect(message(page, 'Bonjour.')).toBeVisible();
  await expect(refused).toHaveCount(0);
});
