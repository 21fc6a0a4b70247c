import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { another, COUTURIER, expect, expectAccessible, expectNoSideScroll, test } from './support/house';
import { beginTalk } from './support/talk';
import { message, thread, tick } from './support/thread';

const fixture = (name: string) => readFile(`tests/integration/files/fixtures/${name}`);
const videos = (page: Page) => thread(page).getByRole('button', { name: 'Lire la vidéo, 0:02' });

async function join(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Ajouter au message' }).click();
  await page.getByRole('menuitem', { name: 'Filmer' }).click();
  await (await chooser).setFiles({ name, mimeType, buffer });
}

test('a video of a phone is joined with a picture of it, and plays for both in its place', async ({
  page,
  browser,
}) => {
  const id = await beginTalk(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/fr/account/messages/${id}`);
  await join(page, 'essayage.mp4', 'video/mp4', await fixture('video.mp4'));
  await expect(page.getByText('jointe', { exact: true })).toBeVisible();
  await expect(page.locator('.upload-thumb img')).toBeVisible();
  await page.locator('.composer').getByRole('textbox').fill('Le biais tombe mal quand je marche.');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  const own = message(page, 'Le biais tombe mal');
  await expect(tick(own)).toContainText(/envoyé|distribué/);
  await expect(own).toContainText(/0:02, 5,3.Ko/);
  await expectAccessible(page);
  await expectNoSideScroll(page);

  const claire = await another(browser, COUTURIER);
  const there = claire.page;
  await there.goto(`/fr/atelier/messages/${id}`);
  const shown = videos(there);
  // The picture was taken out of the film: it has its shape.
  const picture = shown.locator('img');
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(144);
  expect(await picture.evaluate((one: HTMLImageElement) => one.naturalHeight)).toBe(192);
  const { width = 0, height = 0 } = (await shown.boundingBox()) ?? {};
  expect([Math.round(width) <= 236, Math.round(height) <= 284]).toEqual([true, true]);
  const parts: number[] = [];
  there.on('response', (one) => {
    if (one.request().resourceType() === 'media') parts.push(one.status());
  });
  await shown.focus();
  await there.keyboard.press('Enter');
  const film = thread(there).locator('video');
  await expect(film).toBeFocused();
  await expect.poll(() => film.evaluate((one: HTMLVideoElement) => one.currentTime)).toBeGreaterThan(0.2);
  expect(await film.evaluate((one: HTMLVideoElement) => [one.videoWidth, one.videoHeight])).toEqual([144, 192]);
  expect(parts).toContain(206);
  await expectAccessible(there);

  // Among the pictures of the two, and over the whole window.
  const strip = there.getByRole('complementary').getByRole('button', { name: 'Lire la vidéo, 0:02' });
  await there.setViewportSize({ width: 1440, height: 900 });
  await strip.click();
  const box = there.getByRole('dialog');
  await expect(box.getByLabel('Vidéo essayage.mp4')).toBeVisible();
  await expectAccessible(there);
  await there.keyboard.press('Escape');
  await there.goto('/fr/atelier/messages');
  await expect(there.getByText('Le biais tombe mal quand je marche.')).toBeVisible();
  await claire.leave();
});

test('a video that is too long, or is none, is told before it leaves', async ({ page }) => {
  const id = await beginTalk(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/fr/account/messages/${id}`);
  // This browser counts: the same bytes that say they play for two minutes.
  const long = await fixture('video.webm');
  const at = long.indexOf(Buffer.from([0x44, 0x89])) + 3;
  if ((long[at - 1] ?? 0) === 0x88) long.writeDoubleBE(120_000, at);
  else long.writeFloatBE(120_000, at);
  await join(page, 'longue.webm', 'video/webm', long);
  await expect(page.locator('.upload')).toContainText('Cette vidéo dure plus de 60 secondes');
  await expect(page.getByRole('button', { name: 'Réessayer' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Retirer longue.webm' }).click();
  await join(page, 'faux.mp4', 'video/mp4', Buffer.alloc(400, 1));
  await expect(page.locator('.upload')).toContainText(/La maison prend.*MP4, MOV, WebM/);
});
