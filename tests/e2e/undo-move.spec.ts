import type { Page } from '@playwright/test';
import { another, COUTURIER, expect, expectAccessible, expectNoSideScroll, newClient, test } from './support/house';
import { confirmed } from './support/orders';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const toast = (page: Page) => page.locator('.toast');

test('a card moved by mistake is put back from the keyboard, and its client never hears of it', async ({
  page,
  browser,
}) => {
  const name = `Solange ${crypto.randomUUID().slice(0, 8)}`;
  await newClient(page, name);
  const { page: desk, leave } = await another(browser, COUTURIER);
  const order = await confirmed(page, desk, { title: `Robe ${name}` });
  await page.goto(`/fr/account/orders/${order.id}`);
  const known = await page.getByRole('heading', { level: 1 }).textContent();

  await desk.goto(`/fr/atelier/orders?q=${order.number}`);
  await button(desk, `Déplacer Robe ${name}`).focus();
  await desk.keyboard.press(' ');
  await desk.keyboard.press('ArrowRight');
  await desk.keyboard.press(' ');
  await expect(toast(desk)).toContainText('Prise de mesures');
  await expect(toast(desk).getByRole('button', { name: 'Annuler' })).toContainText(/\d+\u202Fs/);
  await expectAccessible(desk);
  await desk.keyboard.press('Control+z');
  await expect(toast(desk)).toContainText('Personne n’a été prévenu');
  await expect(toast(desk)).toContainText('Confirmée');

  await desk.goto(`/fr/atelier/orders/${order.id}?tab=thread`);
  await expect(desk.getByText('Passage annulé, personne n’a été prévenu')).toBeVisible();
  await page.reload();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(known);
  await expect(page.getByText('Passage annulé')).toHaveCount(0);
  await leave();
});

test('on the order the minute is said; it is undone there, or told at once', async ({ page, browser }) => {
  const name = `Solange ${crypto.randomUUID().slice(0, 8)}`;
  await newClient(page, name);
  const { page: desk, leave } = await another(browser, COUTURIER);
  await desk.setViewportSize({ width: 390, height: 844 });
  const order = await confirmed(page, desk);
  await page.goto(`/fr/account/orders/${order.id}`);
  const heading = page.getByRole('heading', { level: 1 });
  const known = await heading.textContent();

  const moveOn = async () => {
    await button(desk, 'Passer aux mesures').click();
    await desk.getByRole('dialog').getByRole('button', { name: 'Passer à l’étape' }).click();
    await expect(desk.getByRole('dialog')).toBeHidden();
  };
  await desk.goto(`/fr/atelier/orders/${order.id}`);
  await moveOn();
  await expect(desk.getByText(`${name} le saura dans`)).toBeVisible();
  await expectAccessible(desk);
  await expectNoSideScroll(desk);
  await desk.reload();
  await button(desk, 'Annuler').click();
  await expect(button(desk, 'Passer aux mesures')).toBeVisible();
  await expect(desk.getByText(`${name} le saura dans`)).toHaveCount(0);
  await page.reload();
  expect(await heading.textContent(), 'nothing was said').toBe(known);

  await moveOn();
  await button(desk, 'Prévenir maintenant').click();
  await expect(desk.getByText(`${name} le saura dans`)).toHaveCount(0);
  await expect(heading).toContainText('prend vos mesures');
  await leave();
});
