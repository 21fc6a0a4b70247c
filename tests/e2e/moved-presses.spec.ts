import { expect, test, type Page } from '@playwright/test';
import { MOVED_PRESSES_SCRIPT } from '../../lib/http/moved-presses';

// With every movement, as most people have it.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

/** A field that says something under it when it is left, and a button below that counts its presses. */
const PAGE = `<style>body{margin:0}button,p{display:block;width:200px;height:40px;margin:0}[hidden]{display:none}</style>
  <input><p id="said" hidden>La question</p><button type="button">Ajouter</button><output>0</output>
  <div style="height:2000px"></div>`;

async function open(page: Page): Promise<void> {
  await page.setContent(PAGE);
  await page.evaluate(MOVED_PRESSES_SCRIPT);
  await page.evaluate(() => {
    const count = document.querySelector('output');
    document.querySelector('button')?.addEventListener('click', () => {
      if (count) count.textContent = String(Number(count.textContent) + 1);
    });
    document.querySelector('input')?.addEventListener('blur', () => {
      document.querySelector('#said')?.removeAttribute('hidden');
    });
  });
  await page.locator('input').focus();
}

test('a press on a button that moves from under the hand is a press, and only one', async ({ page }) => {
  await open(page);
  const button = page.getByRole('button');
  await expect(page.locator('#said')).toBeHidden();
  await button.click();
  await expect(page.locator('#said')).toBeVisible();
  await expect(page.locator('output')).toHaveText('1');
  await button.click();
  await expect(page.locator('output')).toHaveText('2');
});

test('a hand that drew away, or turned the wheel, took its press back', async ({ page }) => {
  const wheel = () => page.evaluate(() => void dispatchEvent(new WheelEvent('wheel')));
  for (const takeBack of [() => page.mouse.move(600, 400), wheel]) {
    await open(page);
    const box = await page.getByRole('button').boundingBox();
    if (!box) throw new Error('no button');
    await page.mouse.move(box.x + 20, box.y + 10);
    await page.mouse.down();
    await takeBack();
    await page.mouse.up();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    await expect(page.locator('output')).toHaveText('0');
  }
});
