import type { Page } from '@playwright/test';
import { another, COUTURIER, expect, test } from './support/house';
import { growOld } from './support/long-talk';
import { beginTalk, unreadOf } from './support/talk';
import { thread } from './support/thread';

const MESSAGES = 50_000;
const UNREAD = 40;
/** How many words a message has: from one line to eight. */
const lengthOf = (seq: number): number => 4 + ((seq * 7) % 60);
const wordsOf = (seq: number): string =>
  [`Parole ${seq}`, ...Array.from({ length: lengthOf(seq) }, (_, place) => `fil${(seq + place) % 13}`)].join(' ');

/** What the page draws of the thread, and the message at the top of the screen. */
const look = (page: Page) =>
  thread(page).evaluate((box) => {
    const view = box.getBoundingClientRect();
    const drawn = [...box.querySelectorAll<HTMLElement>('[id^="message-"]')];
    const first = drawn.find((one) => one.getBoundingClientRect().bottom > view.top);
    const numbers = drawn.map((one) => Number(one.id.slice('message-'.length)));
    return {
      nodes: box.querySelectorAll('*').length,
      articles: drawn.length,
      inOrder: numbers.every((one, at) => at === 0 || one > (numbers[at - 1] ?? 0)),
      oldest: Number(box.querySelector<HTMLElement>('[data-block]')?.dataset.block?.slice(1)),
      seq: Number(first?.id.slice('message-'.length)),
      top: first ? first.getBoundingClientRect().top - view.top : Number.NaN,
    };
  });

/** Where one message stands on the screen now. */
const topOf = (page: Page, seq: number): Promise<number> =>
  thread(page).evaluate((box, id) => {
    const one = box.querySelector(`#${id}`);
    return one ? one.getBoundingClientRect().top - box.getBoundingClientRect().top : Number.NaN;
  }, `message-${seq}`);

/** Two frames: what a scroll sets going has been drawn. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

test('a thread of fifty thousand messages goes by without a jump, and draws what is near the screen alone', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const id = await beginTalk(page);
  await growOld(id, MESSAGES - 1, UNREAD, wordsOf);
  const claire = await another(browser, COUTURIER);
  const there = claire.page;
  await there.goto(`/fr/atelier/messages/${id}`);
  // At the first of the forty that are new; what lies below the screen is not read.
  await expect(thread(there).getByText('Nouveaux messages')).toBeInViewport();
  expect(await unreadOf(there, id)).toBeGreaterThan(0);

  await thread(there).hover();
  let asked = 0;
  let came = 0;
  there.on('request', (one) => (asked += Number(one.url().includes('before='))));
  there.on('requestfinished', (one) => (came += Number(one.url().includes('before='))));
  let worst = 0;
  for (let turn = 0; turn < 60; turn += 1) {
    await there.mouse.wheel(0, -2_500);
    await drawn(there);
    const { seq, top } = await look(there);
    // Older words that were asked for come in above what is read.
    await expect.poll(() => came).toBe(asked);
    await drawn(there);
    worst = Math.max(worst, Math.abs((await topOf(there, seq)) - top));
    const now = await look(there);
    expect(now.inOrder).toBe(true);
    expect(now.articles, 'messages drawn').toBeLessThan(240);
    expect(now.nodes, 'elements of the thread').toBeLessThan(4_000);
  }
  expect(worst, 'pixels that the message at the top moved by itself').toBeLessThanOrEqual(1);
  expect((await look(there)).seq).toBeLessThan(MESSAGES - 500);

  // A word of years ago: straight there, and on from there in both directions.
  await there.locator('.conversation').getByRole('button', { name: 'Chercher', exact: true }).click();
  await there.getByRole('textbox', { name: 'Des mots de la conversation' }).fill('Parole 12345');
  await there.getByRole('button', { name: /Parole 12345/ }).click();
  const found = there.locator('#message-12345');
  await expect(found).toBeInViewport();
  await expect(found).toHaveAttribute('data-found');
  await there.keyboard.press('Escape');
  await thread(there).focus();
  for (const key of ['PageUp', 'PageUp', 'PageDown', 'PageDown', 'PageDown']) {
    await there.keyboard.press(key);
    await drawn(there);
  }
  await expect(there.locator('#message-12346')).toBeVisible();
  await there.getByRole('button', { name: /derniers messages/ }).click();
  // As far as the first word that nobody has seen.
  await expect.poll(async () => (await look(there)).seq).toBeGreaterThan(MESSAGES - UNREAD - 20);
  expect((await look(there)).nodes).toBeLessThan(4_000);
  await claire.leave();
});
