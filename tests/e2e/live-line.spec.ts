import type { Page } from '@playwright/test';
import { holdLine } from './support/line';
import { another, COUTURIER, expect, expectAccessible, test } from './support/house';
import { beginTalk, unreadOf, write } from './support/talk';
import { field, message, say, thread, tick } from './support/thread';

const bubbles = (page: Page): Promise<string[]> => thread(page).locator('.bubble').allInnerTexts();

test('a word that was lost on the way is fetched before what came after it is shown or read', async ({
  page,
  browser,
}) => {
  const atelier = await another(browser, COUTURIER);
  const line = await holdLine(page);
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await expect(message(page, 'Bonjour.')).toBeVisible();
  await expect.poll(() => line.opened()).toBe(1);
  // Words of Claire are lost on the way for good, the rest of the line works.
  let frames = 0;
  line.drop((frame) => frame.t === 'message' && ++frames > 0);
  await page.route(/messages\?.*after=/, (route) => route.abort());
  await write(atelier.page, id, 'Perdu en route.');
  await expect.poll(() => frames).toBeGreaterThan(0);
  await say(page, 'Mon mot à moi.');
  await expect(thread(page).getByText('Un message manque')).toBeVisible();
  await expect(message(page, 'Perdu en route.')).toHaveCount(0);
  expect(await unreadOf(page, id), 'what was not shown is not read').toBe(1);
  await page.unroute(/messages\?.*after=/);
  await expect(message(page, 'Perdu en route.')).toBeVisible();
  await expect(tick(message(page, 'Mon mot à moi.'))).toContainText(/envoyé|distribué/);
  expect(await bubbles(page)).toEqual(['Bonjour.', 'Perdu en route.', 'Mon mot à moi.']);
  await expect.poll(() => unreadOf(page, id)).toBe(0);
  await atelier.leave();
});

test('words of both said in a tunnel stand in their order when the network is back', async ({
  page,
  context,
  browser,
}) => {
  const atelier = await another(browser, COUTURIER);
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await expect(message(page, 'Bonjour.')).toBeVisible();
  await context.setOffline(true);
  await write(atelier.page, id, 'Pendant le tunnel.');
  await field(page).fill('Écrit dans le tunnel.');
  await field(page).press('Enter');
  await expect(tick(message(page, 'Écrit dans le tunnel.'))).toContainText('envoi…');
  await context.setOffline(false);
  await expect(message(page, 'Pendant le tunnel.')).toBeVisible({ timeout: 30_000 });
  await expect(tick(message(page, 'Écrit dans le tunnel.'))).toContainText(/envoyé|distribué|lu/, { timeout: 30_000 });
  expect(await bubbles(page)).toEqual(['Bonjour.', 'Pendant le tunnel.', 'Écrit dans le tunnel.']);
  await expect.poll(() => unreadOf(page, id)).toBe(0);
  await atelier.leave();
});

test('a line that went dead without a goodbye is noticed on waking, and nothing is missed', async ({
  page,
  browser,
}) => {
  const atelier = await another(browser, COUTURIER);
  const line = await holdLine(page);
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await say(page, 'Vous êtes là ?');
  await expect(tick(message(page, 'Vous êtes là ?'))).toContainText(/envoyé|distribué/);
  line.goDead();
  await write(atelier.page, id, 'Dans le vide.');
  line.heal();
  const before = line.opened();
  // The machine wakes up until the page has noticed: how long it slept is not this test's business. The words may be
  // there before the line is (a page that wakes up reads again), so both are waited for.
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => line.opened(), { timeout: 2_000 }).toBeGreaterThan(before);
  }).toPass({ timeout: 40_000 });
  await expect(message(page, 'Dans le vide.')).toBeVisible();
  await write(atelier.page, id, 'Et en direct.');
  await expect(message(page, 'Et en direct.')).toBeVisible();
  await atelier.leave();
});

test('a page that found no room says so, hears all the same, and comes back by its button', async ({
  page,
  browser,
}) => {
  const atelier = await another(browser, COUTURIER);
  const line = await holdLine(page);
  const id = await beginTalk(page);
  await page.goto(`/fr/account/messages/${id}`);
  await say(page, 'Un mot.');
  await expect(tick(message(page, 'Un mot.'))).toContainText(/envoyé|distribué/);
  line.refuse(4409);
  await expect(page.getByRole('heading', { name: 'Cette page ne reçoit plus en direct' })).toBeVisible();
  await expectAccessible(page);
  await write(atelier.page, id, 'Avec un peu de retard.');
  await expect(message(page, 'Avec un peu de retard.')).toBeVisible({ timeout: 30_000 });
  line.heal();
  await page.getByRole('button', { name: 'Reprendre ici' }).click();
  await expect(page.getByRole('heading', { name: 'Cette page ne reçoit plus en direct' })).toBeHidden();
  await write(atelier.page, id, 'En direct.');
  await expect(message(page, 'En direct.')).toBeVisible();
  await atelier.leave();
});

test('a thread opens at the first unread word, and only what was on the screen counts as read', async ({
  page,
  browser,
}) => {
  const atelier = await another(browser, COUTURIER);
  const id = await beginTalk(page);
  for (let n = 1; n <= 30; n += 1) await write(atelier.page, id, `Mot ${n}, ${'long '.repeat(40)}`);
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(`/fr/account/messages/${id}`);
  await expect(thread(page).getByText('Nouveaux messages')).toBeInViewport();
  await expect.poll(() => unreadOf(page, id)).toBeLessThan(30);
  const left = await unreadOf(page, id);
  expect(left, 'the last ones were not on the screen').toBeGreaterThan(15);
  await expect(page.getByRole('button', { name: /Aller aux derniers messages, \d+ messages non lus/ })).toBeVisible();
  await expect(async () => {
    await thread(page).evaluate((box) => box.scrollBy({ top: box.clientHeight * 0.6 }));
    await expect(message(page, 'Mot 30,')).toBeInViewport({ timeout: 300 });
  }).toPass();
  await expect.poll(() => unreadOf(page, id)).toBe(0);
  await atelier.leave();
});
