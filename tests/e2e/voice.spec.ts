import type { Browser, Page } from '@playwright/test';
import { another, COUTURIER, expect, expectAccessible, expectNoSideScroll, test } from './support/house';
import { beginTalk } from './support/talk';
import { field, thread, tick } from './support/thread';

// A microphone that beeps, and a browser that lets the page have it.
test.use({
  launchOptions: async ({ launchOptions }, provide) => {
    const fake = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
    await provide({ ...launchOptions, args: [...(launchOptions.args ?? []), ...fake] });
  },
});

const recordButton = (page: Page) => page.getByRole('button', { name: 'Enregistrer un message vocal' });
const recorder = (page: Page) => page.getByRole('group', { name: 'Message vocal en cours' });
const voices = (page: Page) =>
  thread(page)
    .getByRole('article')
    .filter({ has: page.getByRole('slider') });
const spoken = (page: Page, least: RegExp) => expect(recorder(page)).toContainText(least);

async function speak(page: Page, line?: string): Promise<void> {
  await recordButton(page).click();
  await spoken(page, /0:0[2-9]/);
  if (line) await recorder(page).getByRole('textbox').fill(line);
  await recorder(page).getByRole('button', { name: 'Envoyer la voix' }).click();
  await expect(recorder(page)).toHaveCount(0);
}
const couturiers = (browser: Browser) => another(browser, COUTURIER);

test('a voice is recorded, sent with a line, heard by the other, sought in and sped up', async ({ page, browser }) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await speak(page, 'La bretelle glisse à gauche.');
  const own = voices(page);
  await expect(own).toContainText('La bretelle glisse à gauche.');
  await expect(tick(own)).toContainText(/envoyé|distribué/);
  await expect(field(page)).toBeFocused();

  const claire = await couturiers(browser);
  const there = claire.page;
  await there.goto(`/fr/atelier/messages/${id}`);
  const heard = voices(there);
  await expect(heard).toContainText('La bretelle glisse à gauche.');
  // The beeps of the microphone were measured, not drawn at random: some bars are loud.
  const heights = await heard.locator('.voice-bar').evaluateAll((bars) => bars.map((bar) => bar.clientHeight));
  expect(heights.length).toBe(35);
  expect(Math.max(...heights)).toBeGreaterThan(10);
  const slider = heard.getByRole('slider', { name: 'Aller dans le message vocal' });
  await expect(slider).toHaveAttribute('aria-valuetext', /^0:00 sur 0:0[2-9]$/);
  await slider.focus();
  await there.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', /^0:01 sur/);
  await heard.getByRole('button', { name: 'Vitesse 1 ×' }).click();
  await heard.getByRole('button', { name: 'Vitesse 1,5 ×' }).click();
  await heard.getByRole('button', { name: 'Vitesse 2 ×' }).focus();
  const sound = heard.locator('audio');
  await heard.getByRole('button', { name: /^Écouter, 0:0/ }).click();
  await expect.poll(() => sound.evaluate((one: HTMLAudioElement) => one.currentTime)).toBeGreaterThan(1);
  expect(await sound.evaluate((one: HTMLAudioElement) => one.playbackRate)).toBe(2);
  await expect(tick(own), 'who spoke learns of it').toContainText('écouté');
  // It comes to its end by itself and stands at its beginning again.
  await expect(heard.getByRole('button', { name: /^Écouter/ })).toBeVisible();
  await expect(slider).toHaveAttribute('aria-valuetext', /^0:00/);
  await expectAccessible(there);
  await there.goto('/fr/atelier/messages');
  await expect(there.getByText('La bretelle glisse à gauche.')).toBeVisible();
  await claire.leave();
});

test('without a network a voice waits on this device, also over a reload, and leaves by itself', async ({
  page,
  context,
}) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await expect(recordButton(page)).toBeVisible();
  await page.route('**/api/files', (route) => route.abort());
  await speak(page);
  await expect(tick(voices(page))).toContainText('envoi…');
  await field(page).fill('Et des mots après elle.');
  await field(page).press('Enter');
  // It can be heard before it has left.
  await voices(page)
    .getByRole('button', { name: /^Écouter/ })
    .click();
  await expect(voices(page).getByRole('button', { name: 'Arrêter l’écoute' })).toBeVisible();
  await page.reload();
  await expect(voices(page)).toHaveAttribute('data-progress', 'sending');
  await page.unroute('**/api/files');
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(voices(page)).toHaveAttribute('data-progress', /sent|delivered/);
  const words = await thread(page).getByRole('article').allInnerTexts();
  expect(words.at(-1), 'words leave after the voice they follow').toContain('Et des mots après elle.');
});

test('it is led by the keyboard: paused, gone on with, thrown away', async ({ page }) => {
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await recordButton(page).focus();
  await page.keyboard.press('Enter');
  await spoken(page, /0:01/);
  await expect(recorder(page).getByRole('button', { name: 'Envoyer la voix' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(recorder(page)).toContainText('En pause');
  await recorder(page).getByRole('button', { name: 'Continuer' }).press('Enter');
  await expect(recorder(page)).toContainText('Vous parlez');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(recorder(page)).toHaveCount(0);
  await expect(field(page)).toBeFocused();
  await expect(voices(page)).toHaveCount(0);
  await field(page).fill('Alors par écrit.');
  await expect(page.getByRole('button', { name: 'Envoyer', exact: true })).toBeVisible();
  await expect(recordButton(page)).toHaveCount(0);
});

test('a phone has room for it, and a browser without a microphone says so', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await speak(page, 'Un pli quand je m’assieds.');
  await expectNoSideScroll(page);
  for (const [name, sentence] of [
    ['NotAllowedError', 'Le micro est refusé à cette page'],
    ['NotFoundError', 'Aucun micro n’est branché'],
    ['NotReadableError', 'Le micro est pris par une autre application'],
  ] as const) {
    await page.evaluate((error) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', error));
    }, name);
    await recordButton(page).click();
    await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  }
  await page.evaluate(() => Object.defineProperty(navigator, 'mediaDevices', { value: undefined }));
  await recordButton(page).click();
  await expect(page.getByRole('alert').filter({ hasText: 'ne donne pas de micro' })).toBeVisible();
});
